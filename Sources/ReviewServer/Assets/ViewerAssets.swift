extension Site {
  static let viewerStylesheet = """
    .look { touch-action: none; cursor: grab; background: var(--paper); } .look.held { cursor: grabbing; } .look.calm { touch-action: pan-y; }
    .look .here { fill: none; stroke: var(--doubt); stroke-width: 2; vector-effect: non-scaling-stroke; }
    .waits { position: relative; } .waits.loading::after { content: attr(data-loading); position: absolute; inset: 0; display: grid; place-items: center; background: var(--pale); color: var(--soft); opacity: .92; border-radius: inherit; }

    """

  /// A picture that is looked at. Nothing here knows what is on it.
  static let viewerScript = """
    const svg = (tag, properties) => { const e = document.createElementNS("http://www.w3.org/2000/svg", tag); for (const k in properties) e.setAttribute(k, properties[k]); return e; };
    // Wheel and pinch zoom where they point, drag moves, a double click goes near and back. `calm`: the wheel scrolls the
    // page unless Ctrl is held, and a finger moves up and down the page.
    function viewer(s, calm) {
      let home = null, view = null, moved = false, gap = 0; const hands = new Map();
      s.classList.add("look"); s.classList.toggle("calm", !!calm);
      const set = v => { view = v; s.setAttribute("viewBox", `${v.x} ${v.y} ${v.width} ${v.height}`); };
      const at = (x, y) => new DOMPoint(x, y).matrixTransform(s.getScreenCTM().inverse());
      const look = {
        get view() { return view; }, get moved() { return moved; },
        // What is shown when nobody has moved anything.
        fit(box) { home = { ...box }; set({ ...box }); },
        home() { if (home) set({ ...home }); },
        zoom(factor, x, y) {
          if (!view) return;
          const r = s.getBoundingClientRect(), p = at(x ?? r.x + r.width / 2, y ?? r.y + r.height / 2);
          const f = Math.min(Math.max(factor, view.width / home.width / 4), view.width / home.width * 12);
          set({ x: p.x - (p.x - view.x) / f, y: p.y - (p.y - view.y) / f, width: view.width / f, height: view.height / f });
        },
        move(dx, dy) { if (view) { const k = s.getScreenCTM().a || 1; set({ ...view, x: view.x - dx / k, y: view.y - dy / k }); } },
        // Brings a place into the picture without zooming out further than needed.
        show(box) {
          if (!view) return;
          if (box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height) return;
          const grow = Math.max(1, box.width * 1.1 / view.width, box.height * 1.1 / view.height), width = view.width * grow, height = view.height * grow;
          set({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height });
        },
      };
      s.addEventListener("wheel", e => { if (calm && !e.ctrlKey) return; e.preventDefault(); look.zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, e.clientX, e.clientY); }, { passive: false });
      s.addEventListener("dblclick", e => { e.preventDefault(); if (view && home && view.width < home.width * .7) look.home(); else look.zoom(2.5, e.clientX, e.clientY); });
      s.addEventListener("pointerdown", e => { hands.set(e.pointerId, e); moved = false; if (hands.size === 1) s.classList.add("held"); });
      s.addEventListener("pointermove", e => {
        const before = hands.get(e.pointerId); if (!before) return;
        if (hands.size === 2) {
          const other = [...hands.entries()].find(([id]) => id !== e.pointerId)[1], wide = Math.hypot(e.clientX - other.clientX, e.clientY - other.clientY);
          if (gap) look.zoom(wide / gap, (e.clientX + other.clientX) / 2, (e.clientY + other.clientY) / 2); gap = wide; moved = true;
        } else if (moved || Math.hypot(e.clientX - before.clientX, e.clientY - before.clientY) > 3) {
          // Only what is dragged is held: a held pointer would take the click from a word.
          if (!moved) s.setPointerCapture(e.pointerId);
          look.move(e.clientX - before.clientX, e.clientY - before.clientY); moved = true;
        } else return;
        hands.set(e.pointerId, e);
      });
      for (const name of ["pointerup", "pointercancel", "pointerleave"]) s.addEventListener(name, e => { if (name === "pointerleave" && moved) return; hands.delete(e.pointerId); gap = 0; if (!hands.size) s.classList.remove("held"); });
      return look;
    }
    // Whether the picture of a place has come: nothing is decided over a blank one. Where it cannot come, the reason is said.
    function awaited(frame, image, told) {
      const state = { ready: false, failed: "", again: false }; frame.classList.add("waits", "loading"); frame.dataset.loading = say("Đang tải ảnh…", "The picture is coming…");
      image.addEventListener("load", () => { state.ready = true; frame.classList.remove("loading"); told?.(state); });
      image.addEventListener("error", async () => {
        const a = await fetch(image.getAttribute("href")).catch(() => null);
        if (a?.ok && !state.again) { state.again = true; image.setAttribute("href", image.getAttribute("href").split("?")[0] + "?again=" + Date.now()); return; }
        const t = a && new DOMParser().parseFromString(await a.text(), "text/html");
        state.failed = t?.querySelector("main p")?.textContent ?? say("Không tải được ảnh.", "The picture cannot be had."); frame.dataset.loading = state.failed; told?.(state);
      });
      // One that stood in the page may have come before anybody listened.
      if (image.isConnected) image.setAttribute("href", image.getAttribute("href"));
      return state;
    }
    const foreseen = new Map();
    // Fetches pictures that will be looked at soon; the browser keeps them.
    function foresee(addresses) {
      for (const a of addresses) if (a && !foreseen.has(a)) { const i = new Image(); i.src = a; foreseen.set(a, i); }
      while (foreseen.size > 24) foreseen.delete(foreseen.keys().next().value);
    }

    """
}
