extension Site {
  static let reviewStylesheet = """
    main.review { max-width: 1180px; } .review-head { display: flex; gap: 24px; align-items: baseline; flex-wrap: wrap; } .review-head .tools { margin-left: auto; }
    #left { font-size: 23px; } .where { margin: 4px 0; }
    .crop-frame { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; } .review-crop { display: block; width: 100%; height: clamp(200px, 36vh, 460px); }
    .review .line { font: 18px/1.6 "Noto Serif", Tinos, "Times New Roman", serif; margin: 10px 0; } .review .line span { display: block; } .review .line .soft { font-size: 15px; } .review .line mark { padding: 1px 3px; }
    .value { display: flex; gap: 14px; align-items: center; } .value input { font: 600 27px/1.5 "Noto Serif", Tinos, "Times New Roman", serif; flex: 1; padding: 4px 14px; } .value input[readonly] { background: var(--pale); } .value input:not([readonly]) { border-color: var(--blue); box-shadow: 0 0 0 3px var(--halo); }
    .alternatives { display: flex; gap: 8px; flex-wrap: wrap; list-style: none; padding: 0; margin: 10px 0; min-height: 36px; } .alternatives button { font: 18px/1.5 "Noto Serif", Tinos, serif; } .alternatives button[aria-current] { background: var(--chosen); border-color: var(--blue); font-weight: 600; }
    .keys { display: flex; gap: 7px; flex-wrap: wrap; margin-top: 12px; } .keys button { padding: 4px 9px; } .keys kbd { margin-left: 4px; } .keys .main kbd { color: var(--ink); } #same { min-height: 22px; }

    """

  static let reviewScript = """
    const review = $("#review");
    if (review) {
      let entry = null, choices = [], choice = 0, busy = false, look = null, state = { ready: true };
      const box = $("#value"), of = review.dataset.filter ? "?" + review.dataset.filter : "";
      async function load() {
        const next = await call("/queue/next" + of + (new URLSearchParams(location.search).get("lang") ? (of ? "&" : "?") + "lang=" + document.documentElement.lang : ""));
        if ("failed" in next) return;
        $("#left").textContent = next.left.toLocaleString(document.documentElement.lang); entry = next.entry ?? null;
        $("#entry").hidden = !entry; $("#entry").dataset.id = entry?.id ?? ""; $("#done").hidden = !!entry;
        foresee(next.ahead ?? []);
        if (entry) { entry.seen = entry.text; entry.text = written(entry.text); entry.alternatives = entry.alternatives.map(written); show(); }
      }
      function show() {
        choices = [entry.text, ...entry.alternatives]; choice = 0;
        $("#what").textContent = entry.label; const w = $("#where"); w.textContent = entry.document ?? ""; if (entry.address) w.href = entry.address;
        $("#original").textContent = entry.original && entry.original !== entry.text ? say("máy đọc: ", "recognised: ") + entry.original : "";
        $("#line").replaceChildren(...entry.lines.map(l => make("span", { className: l.some(p => p.isHere) ? "now" : "soft" }, ...l.flatMap(p => [p.isHere ? make("mark", { textContent: p.text }) : p.text, " "]))));
        $("#same").textContent = entry.same ? say(`${entry.same} chỗ giống hệt ở nơi khác: G để áp dụng cho tất cả`, `${entry.same} exactly the same elsewhere: G for all of them`) : "";
        $("#do-group").disabled = !entry.same; picture(); draw();
      }
      // The doubt fills the picture; where no place is known, the head of the page does.
      function picture() {
        const c = $("#crop"), frame = $("#crop-frame"); c.replaceChildren(); frame.toggleAttribute("hidden", !entry.image); frame.classList.remove("loading"); state = { ready: true };
        if (!entry.image) return;
        const b = entry.box ?? { x: 0, y: 0, width: entry.width, height: Math.round(entry.height / 3) }, shape = c.clientWidth / Math.max(c.clientHeight, 1);
        const h = entry.box ? Math.max(b.height * 3.4, 110, b.width * 1.15 / shape) : b.height, wide = Math.max(h * shape, b.width);
        if (!look) look = viewer(c);
        look.fit(entry.box ? { x: b.x + b.width / 2 - wide / 2, y: b.y + b.height / 2 - h / 2, width: wide, height: h } : b);
        const image = svg("image", { href: entry.image, width: entry.width, height: entry.height, preserveAspectRatio: "none" });
        state = awaited(frame, image, s => { if (s === state) $("#entry").toggleAttribute("data-ready", true); }); c.append(image);
        if (entry.box) c.append(svg("rect", { class: "here", x: b.x - 3, y: b.y - 3, width: b.width + 6, height: b.height + 6 }));
      }
      function draw() {
        box.value = choices[choice]; box.readOnly = true;
        $("#alternatives").replaceChildren(...choices.map((t, i) => {
          const b = make("button", { textContent: `${i + 1}  ${t || say("(trống)", "(nothing)")}`, onclick: () => { choice = i; draw(); } }); if (i === choice) b.setAttribute("aria-current", "true");
          return make("li", {}, b);
        }));
      }
      async function decide(action, everywhere) {
        if (!entry || busy) return;
        if (!state.ready && !state.failed) { toast(say("Chờ ảnh hiện ra đã.", "Wait for the picture.")); return; }
        busy = true;
        const done = await call(`/queue/${entry.id}/decide`, { action, text: box.value, seen: entry.seen, everywhere: !!everywhere }); busy = false;
        if ("failed" in done && done.failed !== 409) return;
        $("#affected").replaceChildren(...reached(done.affected).map(t => make("li", { textContent: t })));
        if (done.count > 1) toast(say(`Đã sửa ${done.count} chỗ.`, `${done.count} places corrected.`));
        box.blur(); await load();
      }
      const act = {
        // Nothing is no answer by itself: an empty box opens to be typed, and says that nothing is there by a second Enter.
        accept: () => box.value ? decide(box.value === entry.text ? "accept" : "correct") : act.edit(), next: () => { choice = (choice + 1) % choices.length; draw(); },
        edit: () => { box.readOnly = false; box.focus(); box.select(); }, group: () => entry.same && decide("correct", true),
        skip: async () => { await call(`/queue/${entry.id}/skip`, {}); await load(); }, reject: () => decide("reject"),
        undo: async () => { const done = await call("/undo", {}); if (!("failed" in done)) { $("#affected").replaceChildren(); toast(say("Đã hoàn tác.", "Undone.")); await load(); } },
      };
      for (const name in act) $("#do-" + name).onclick = e => { e.currentTarget.blur(); if (entry || name === "undo") act[name](); };
      const keys = { Enter: "accept", Tab: "next", ArrowRight: "next", e: "edit", g: "group", s: "skip", x: "reject", u: "undo" };
      document.addEventListener("keydown", e => {
        if (!box.readOnly && e.target === box) {
          if (e.key === "Enter") { e.preventDefault(); decide("correct"); } else if (e.key === "Escape") { draw(); box.blur(); }
          return;
        }
        if (look && "+=-0".includes(e.key) && !typing(e)) { e.key === "0" ? look.home() : look.zoom(e.key === "-" ? .8 : 1.25); return; }
        if (typing(e) && e.target !== box || e.shiftKey || e.repeat || e.ctrlKey || e.metaKey || e.altKey) return;
        // Tab walks through alternatives only while nothing else has the keyboard: links stay reachable with Shift+Tab.
        const name = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
        if (e.key === "ArrowLeft" && entry) { choice = (choice + choices.length - 1) % choices.length; draw(); return; }
        if (/^[1-9]$/.test(e.key) && choices[+e.key - 1] !== undefined) { choice = +e.key - 1; draw(); return; }
        if (!name || (e.key === "Enter" && /^(A|BUTTON)$/.test(e.target.tagName))) return;
        if (entry || name === "undo") { e.preventDefault(); act[name](); }
      });
      load();
    }
    """
}
