extension Site {
  /// Facets of the queue, values with their clusters, conflicts with their pictures.
  static let facetStylesheet = """
    .kinds { display: flex; gap: 6px; flex-wrap: wrap; margin: 6px 0; } .kinds a, .kinds > span { display: inline-flex; gap: 6px; align-items: center; padding: 3px 10px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); text-decoration: none; color: var(--ink); font-size: 14px; } .kinds > span { color: var(--soft); } .kinds a:hover { background: var(--pale); } .kinds a[aria-current] { background: var(--chosen); border-color: var(--blue); font-weight: 600; }
    .narrow-queue summary { cursor: pointer; color: var(--blue); padding: 2px 0; } .narrow-queue label { min-width: 0; max-width: 100%; } .narrow-queue input { min-width: 0; max-width: 100%; }
    .conflict { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 16px 14px; margin: 0 0 14px; scroll-margin: 12px; } .conflict[aria-current] { border-color: var(--blue); box-shadow: 0 0 0 3px var(--halo); } .conflict h2 { margin: 2px 0; } .conflict header { display: flex; flex-wrap: wrap; position: static; background: none; color: inherit; padding: 0; border: 0; min-height: 0; } .conflict > p { margin: 0 0 6px; }
    .conflict.done { opacity: .75; } .conflict.done .sides { display: none; }
    .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 18px; } .side h3 { margin: 4px 0 0; color: var(--soft); } .said { font: 600 19px/1.5 "Noto Serif", Tinos, "Times New Roman", serif; margin: 0 0 6px; overflow-wrap: anywhere; }
    .paper { display: block; width: 100%; max-height: 340px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; } .paper .here { fill: none; stroke: var(--doubt); stroke-width: 3; vector-effect: non-scaling-stroke; }
    .decide { display: flex; gap: 8px; flex-wrap: wrap; align-items: center; margin-top: 10px; } .decide .typed { display: inline-flex; gap: 6px; } .decide input { min-width: 0; width: 190px; }
    dialog { max-width: 560px; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: var(--ink); } dialog::backdrop { background: #0008; }
    .cluster.card { color: var(--ink); margin: 0 0 12px; padding: 6px 16px 10px; } .cluster.card b { display: inline; font-size: inherit; } .cluster li { display: flex; gap: 10px; align-items: baseline; } .cluster li label { flex: 1; min-width: 0; display: flex; gap: 8px; align-items: baseline; overflow-wrap: anywhere; } .cluster .row label { flex: 1; min-width: 0; } .cluster .row input { width: 100%; } .facets .cluster .row label { flex: 1 1 100%; } .facets .cluster li a { display: inline; padding: 2px 4px; color: var(--blue); text-decoration: underline; }
    .changes ol { margin: 6px 0; padding-left: 26px; max-height: 320px; overflow: auto; font-size: 14px; } .changes del { color: var(--red); } .changes ins { color: var(--green); text-decoration: none; font-weight: 600; }
    .holders { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 4px 16px 10px; margin-bottom: 12px; max-height: 420px; overflow: auto; }
    @media (max-width: 760px) {
      .sides { grid-template-columns: minmax(0, 1fr); gap: 6px; } .keys-note kbd, .keys-note { font-size: 13px; }
      .kinds a, .kinds > span, .decide button, .cluster button, .cluster li a, .facets .cluster li a, .narrow-queue summary, .keys-note button, dialog button, .holders a.button { min-height: 44px; display: inline-flex; align-items: center; } .decide input, .cluster .row input, .facets .row label input, .facets .row label select, .facets form.row button { min-height: 44px; } .cluster li label { min-height: 44px; align-items: center; } .cluster input[type=checkbox] { width: 22px; height: 22px; flex: none; }
      .decide .typed { display: flex; flex: 1 1 100%; min-width: 0; } .decide .typed input { flex: 1 1 60px; width: 60px; } .decide kbd { margin-left: 4px; } .cluster li { align-items: center; } .cluster li button, .cluster li a { min-width: 44px; justify-content: center; }
    }

    """

  static let facetScript =
    """
    // Nothing is decided on a picture that has not come: `done` is called when all of a place's pictures are there, or said to fail.
    function whenPictured(place, done) {
      const images = $$("svg image[data-href]", place); let left = images.length;
      const one = () => { if (--left === 0) done(); };
      if (!left) { done(); return; }
      images.forEach(image => {
        const said = image.closest("svg").nextElementSibling;
        image.addEventListener("load", one, { once: true });
        image.addEventListener("error", () => {
          if (said) { said.hidden = false; said.textContent = say("Không hiện được ảnh trang: tệp gốc không còn ở chỗ cũ hoặc đã đổi. Xem văn bản giấy trước khi quyết định.", "The picture cannot be shown: the original file is gone or was changed. Look at the paper before you decide."); }
          one();
        }, { once: true });
        image.setAttribute("href", image.dataset.href); image.removeAttribute("data-href");
      });
    }
    """ + "\n" + valueScript + conflictScript

  private static let conflictScript = """
    const conflicts = $("#conflicts");
    if (conflicts) {
      const cards = $$(".conflict", conflicts), dialog = $("#all-of-kind"), batches = new Map(); let busy = false;
      const isOpen = card => $(".decide", card) && !card.classList.contains("done");
      const chosen = () => $(".conflict[aria-current]", conflicts);
      const choose = card => { if (!card) return; cards.forEach(c => c.removeAttribute("aria-current")); card.setAttribute("aria-current", "true"); card.focus({ preventScroll: true }); card.scrollIntoView({ block: "nearest" }); };
      const step = by => { const at = cards.indexOf(chosen()); choose(cards[Math.min(cards.length - 1, Math.max(0, at < 0 ? 0 : at + by))]); };
      const count = by => { const c = $("#conflict-count"); c.textContent = +c.textContent + by; };
      const free = card => { $$("[data-wait]", card).forEach(b => { b.disabled = false; b.removeAttribute("data-wait"); }); const w = $("[data-waiting]", card); if (w) w.textContent = ""; };
      const watch = new IntersectionObserver(all => all.filter(e => e.isIntersecting).forEach(e => { watch.unobserve(e.target); whenPictured(e.target, () => free(e.target)); }), { rootMargin: "500px" });
      cards.forEach(card => watch.observe(card));
      function settled(card, text, batch) {
        card.classList.add("done"); $(".decide", card).hidden = true; batches.set(batch, card);
        card.append(make("p", { className: "good settled-line" }, text + " ", make("button", { type: "button", textContent: say("Hoàn tác", "Undo"), onclick: () => undo(batch) })));
        count(-1); choose(cards.slice(cards.indexOf(card)).find(isOpen) ?? cards.find(isOpen));
      }
      async function decide(card, keep) {
        if (!card || busy || !isOpen(card)) return;
        if ($(`[value="${keep}"]`, card).disabled) { toast(say("Chờ ảnh hiện ra rồi quyết định.", "Wait for the picture before you decide.")); return; }
        const box = $("[name=value]", card), value = kept(box.value);
        if (keep === "value" && !value) { box.focus(); return; }
        busy = true;
        const done = await call(`/conflicts/${card.dataset.id}`, { keep, value, inventory: card.dataset.inventory, archive: card.dataset.archive }); busy = false;
        if ("failed" in done) return;
        const right = keep === "value" ? value : card.dataset[keep];
        settled(card, say("Đã ghi: ", "Kept: ") + (written(right) || "–"), done.batch);
      }
      async function undo(batch) {
        const done = await call("/conflicts/undo", batch === undefined ? {} : { batch });
        if ("failed" in done) return;
        const card = batches.get(done.batch);
        if (!card || done.count > 1) { location.reload(); return; }
        card.classList.remove("done"); $(".settled-line", card).remove(); $(".decide", card).hidden = false; batches.delete(done.batch);
        count(1); choose(card); toast(say("Đã hoàn tác.", "Undone."));
      }
      async function ask(card) {
        if (!card) return;
        const kind = { level: card.dataset.level, field: card.dataset.field };
        const seen = await call("/conflicts/preview?" + new URLSearchParams(kind)); if ("failed" in seen) return;
        $("#all-title").textContent = $("h2", card).firstChild.textContent.trim();
        $("#all-what").textContent = say(`${seen.count} mâu thuẫn loại này chưa giải quyết sẽ được quyết định một lần. Hoàn tác được cả lần.`, `All ${seen.count} open conflicts of this kind are decided at once. It can be undone as one.`);
        $$("button", dialog).forEach(b => b.onclick = async () => {
          dialog.close(); if (!b.value) return;
          const done = await call("/conflicts/all", { ...kind, keep: b.value, mark: seen.mark });
          if (!("failed" in done)) { sessionStorage.setItem("said", say(`Đã giải quyết ${done.count} mâu thuẫn.`, `${done.count} conflicts settled.`)); location.reload(); }
        });
        dialog.showModal();
      }
      const said = sessionStorage.getItem("said"); if (said) { sessionStorage.removeItem("said"); toast(said); }
      $$(".decide", conflicts).forEach(form => form.addEventListener("submit", e => { e.preventDefault(); decide(form.closest(".conflict"), e.submitter?.value ?? "value"); }));
      $$("[data-all]", conflicts).forEach(b => b.onclick = () => ask(b.closest(".conflict")));
      cards.forEach(card => card.addEventListener("focusin", () => { if (chosen() !== card) { cards.forEach(c => c.removeAttribute("aria-current")); card.setAttribute("aria-current", "true"); } }));
      $("#undo-conflict").onclick = () => undo();
      document.addEventListener("keydown", e => {
        if (dialog.open) return;
        if (e.key === "Escape" && e.target.name === "value") { choose(e.target.closest(".conflict")); return; }
        if (typing(e) || e.repeat || e.shiftKey) return;
        const key = e.key.length === 1 ? e.key.toLowerCase() : e.key, card = chosen();
        const act = { j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), 1: () => decide(card, "inventory"), 2: () => decide(card, "archive"), 3: () => card && $("[name=value]", card)?.focus(), u: () => undo(), a: () => ask(card) };
        act.e = act[3];
        if (act[key]) { e.preventDefault(); act[key](); }
      });
      choose(cards.find(isOpen));
    }

    """

  private static let valueScript = """
    $$("form[data-values]").forEach(form => {
      const field = form.dataset.values, to = $("[name=to]", form), set = $("[data-set]", form), out = $(".changes", form); let seen = null;
      const stale = () => { seen = null; set.disabled = true; out.replaceChildren(); };
      const name = d => d.symbol ?? d.type ?? "#" + d.id;
      const rows = (list, after) => make("ol", {}, ...list.map(d => make("li", {}, make("a", { href: "/documents/" + d.summary.id, textContent: name(d.summary) }), " ", make("del", { textContent: d.value }), ...(after ? [" → ", make("ins", { textContent: after })] : []))));
      form.addEventListener("input", stale);
      $$("[data-use]", form).forEach(b => b.onclick = () => { to.value = $("[name=value]", b.closest("li")).value; stale(); to.focus(); });
      form.addEventListener("submit", async e => {
        e.preventDefault(); stale();
        const values = $$("[name=value]:checked", form).map(b => b.value), target = to.value.trim();
        if (!values.length || !target) { toast(say("Đánh dấu ít nhất một giá trị và ghi giá trị đúng.", "Tick a value at least, and write the right one."), true); return; }
        const found = await call(`/values/${field}/preview`, { values, to: target }); if ("failed" in found) return;
        seen = { ...found, to: target }; set.disabled = !found.count;
        out.replaceChildren(make("p", { className: "note", textContent: found.count ? say(`${found.count} văn bản sẽ đổi` + (found.count > found.documents.length ? `; ${found.documents.length} văn bản đầu:` : ":"), `${found.count} documents will change` + (found.count > found.documents.length ? `; the first ${found.documents.length}:` : ":")) : say("Không văn bản nào đổi.", "No document changes.") }), rows(found.documents, target));
      });
      set.onclick = async () => {
        if (!seen) return; set.disabled = true;
        const values = Object.keys(seen.ids), done = await call(`/values/${field}/set`, { to: seen.to, values, documents: values.map((v, i) => i + ":" + seen.ids[v].join(",")) });
        if ("failed" in done) { set.disabled = false; return; }
        const back = make("button", { type: "button", textContent: say("Hoàn tác cả lần ghi", "Undo all of it"), onclick: async () => { if (!("failed" in await call("/undo", { batch: done.batch }))) location.reload(); } });
        const parts = [make("p", { className: "good", textContent: say(`Đã ghi ${done.count} văn bản. `, `${done.count} documents were set. `) }, )];
        if (done.count) parts[0].append(back);
        if (done.left.length) parts.push(make("p", { className: "problem", textContent: say(`${done.left.length} văn bản đã có giá trị khác trong lúc bạn xem, được giữ nguyên:`, `${done.left.length} documents had another value by then and were left as they are:`) }), rows(done.left));
        seen = null; out.replaceChildren(...parts);
      };
    });

    """
}
