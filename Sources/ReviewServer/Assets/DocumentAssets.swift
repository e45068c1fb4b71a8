extension Site {
  static let documentStylesheet = """
    main.document { display: grid; grid-template-columns: minmax(0, 1.08fr) minmax(0, 1fr); gap: 18px; height: calc(100vh - 52px); padding-bottom: 8px; }
    .sheet-side, .text-side { min-height: 0; display: flex; flex-direction: column; }
    .text-side h1 { margin: 0; } .subject { margin: 0 0 4px; color: var(--soft); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
    .viewer-bar { display: flex; gap: 8px; align-items: center; padding-bottom: 6px; flex-wrap: wrap; } .viewer-bar .off { opacity: .4; } .check { color: var(--soft); font-size: 14px; }
    .sheet-frame { flex: 1; min-height: 0; overflow: hidden; background: var(--desk); border-radius: 6px; }
    .sheet { width: 100%; height: 100%; display: block; } .sheet.look { background: var(--desk); } .page-text .far { display: inline-block; width: 3.2em; }
    .sheet rect.w { fill: transparent; stroke: none; cursor: pointer; } .sheet.all rect.w { stroke: #4b7fb8; stroke-width: 1.5; }
    .sheet rect.doubt { fill: #ffc93c; fill-opacity: .2; stroke: var(--doubt); stroke-width: 2; } .sheet rect.here { fill: var(--focus); fill-opacity: .3; stroke: #12457f; stroke-width: 4; } .sheet rect.place { fill: var(--green); fill-opacity: .12; stroke: var(--green); stroke-width: 4; }
    nav.tabs { border-bottom: 1px solid var(--line); gap: 2px; } nav.tabs a { border-radius: 6px 6px 0 0; } nav.tabs .right { margin-left: auto; color: var(--blue); }
    .panel { flex: 1; min-height: 0; overflow: auto; padding: 6px 4px 30px; }
    .page-text { font-family: "Noto Serif", Tinos, "Times New Roman", "DejaVu Serif", serif; font-size: clamp(15.5px, .95vw, 18px); line-height: 1.6; } .page-text p { margin: 0 0 2px; } .page-text table { font-size: 15px; margin: 8px 0; }
    .page-text .w { border-radius: 3px; cursor: pointer; } .page-text .w:hover { background: var(--chosen); } .page-text .doubt { background: var(--mark); border-bottom: 2px solid var(--doubt); } .page-text .here { background: var(--halo); outline: 2px solid var(--blue); }
    .editor { position: absolute; z-index: 15; background: var(--card); border: 1px solid var(--edge); border-radius: 8px; box-shadow: 0 6px 24px #0003; padding: 8px; display: grid; gap: 6px; min-width: 220px; } .editor button { text-align: left; } .editor input { font: 17px/1.5 "Noto Serif", Tinos, serif; }
    table.fields { table-layout: fixed; } table.fields th { width: 130px; } table.fields input, table.fields textarea { width: calc(100% - 66px); vertical-align: top; }
    .proposed { margin: 4px 6px 0 0; border-style: dashed; font-weight: normal; color: var(--soft); }
    .crop { display: block; width: 100%; max-height: 84px; margin-top: 4px; background: var(--paper); border: 1px solid var(--line); } .tag.low { background: var(--amber-pale); border-color: var(--amber-line); color: var(--amber); } td .tag, label .tag { margin-left: 6px; }
    article.task { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 4px 12px 10px; margin-bottom: 10px; } article.task h3 { margin: 4px 0; } article.task label { display: grid; gap: 1px; font-size: 13px; color: var(--soft); } article.task input, article.task textarea { width: 100%; font-size: 15px; color: var(--ink); } article.task textarea { min-height: 58px; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
    article.task:target { border-color: var(--blue); box-shadow: 0 0 0 2px var(--halo); }
    ul.tree { list-style: none; padding: 0; } ul.tree li { padding: 2px 0; } .level2 { margin-left: 22px; } .level3 { margin-left: 44px; } .level4 { margin-left: 66px; } .level5 { margin-left: 88px; } .level6 { margin-left: 110px; }
    .split { display: flex; justify-content: space-between; gap: 10px; } .inline { display: inline-flex; gap: 6px; flex-wrap: wrap; align-items: center; }
    .sheet-frame.source { overflow: auto; } .source { background: var(--card); border: 1px solid var(--line); text-align: left; padding: 10px 14px; } .source .changed { border-bottom: 1px dotted var(--amber); }
    nav.tabs { align-items: center; } nav.tabs button { padding: 2px 9px; font-size: 14px; }
    [hidden] { display: none !important; }

    """

  static let documentScript = """
    const sheet = $("#sheet"), words = $("#words");
    let look = null;
    if (sheet) {
      const frame = $("#frame"), turned = $("#turned"), width = +sheet.dataset.width, height = +sheet.dataset.height; let turn = 0;
      look = viewer(sheet);
      // The whole width at first, from the top: a page is read downwards. Turned, it is looked at as a whole.
      function home() {
        const r = frame.getBoundingClientRect(), shape = r.height / Math.max(r.width, 1);
        if (turn % 180) { look.fit({ x: (width - height) / 2, y: (height - width) / 2, width: height, height: width }); return; }
        look.fit(turn ? { x: 0, y: 0, width, height } : { x: 0, y: 0, width, height: Math.max(width * shape, 1) });
      }
      const act = { "+": () => look.zoom(1.25), "=": () => look.zoom(1.25), "-": () => look.zoom(.8), "0": () => { turn = 0; rotate(); }, "r": () => { turn = (turn + 90) % 360; rotate(); } };
      const rotate = () => { turned.setAttribute("transform", turn ? `rotate(${turn} ${width / 2} ${height / 2})` : ""); home(); };
      document.addEventListener("keydown", e => { if (typing(e) || e.target.matches?.(".doubt")) return; if (act[e.key]) act[e.key](); if (e.key === "b" || e.key === "B") $("#show-boxes").click(); });
      $$("[data-zoom]").forEach(b => b.onclick = () => act[{ "-1": "-", "0": "0", "1": "+" }[b.dataset.zoom]]());
      $("[data-rotate]").onclick = () => act.r();
      $("#show-boxes").onchange = e => sheet.classList.toggle("all", e.target.checked);
      sheet.addEventListener("click", e => { if (look.moved) return; const w = e.target.dataset?.w; if (w !== undefined) { const s = $(`#words [data-w="${w}"]`); if (s) { mark(s, true); edit(s); } } });
      frame.addEventListener("keydown", e => { const step = { ArrowUp: [0, 60], ArrowDown: [0, -60], ArrowLeft: [60, 0], ArrowRight: [-60, 0] }[e.key]; if (step) { e.preventDefault(); look.move(...step); } });
      home(); addEventListener("resize", home); awaited(frame, $("image", sheet));
      foresee($$('a[data-key="]"]').map(a => a.dataset.picture));
    }
    $$("[data-accept]").forEach(b => b.onclick = async () => { const done = await call(`/documents/${b.dataset.accept}/accept`, { seen: b.dataset.seen });
      if (!("failed" in done)) { toast(say(`Đã nhận ${done.accepted} chỗ.`, `${done.accepted} places accepted.`)); setTimeout(() => location.reload(), 700); } });
    document.addEventListener("keydown", e => { if (!typing(e) && "[]".includes(e.key)) { const a = $(`a[data-key="${e.key}"]`); if (a) location.href = a.href; } });
    function mark(span, scroll) {
      $$(".here").forEach(x => x.classList.remove("here")); span.classList.add("here");
      const r = sheet && $(`rect[data-w="${span.dataset.w}"]`, sheet);
      const o = $(`#source [data-r="${span.dataset.w}"]`); if (o) { o.classList.add("here"); o.scrollIntoView({ block: "center" }); }
      if (r) { r.classList.add("here"); show(r); }
      if (scroll) span.scrollIntoView({ block: "center" });
    }
    // Brings a box of the page into the picture with paper around it.
    function show(r) {
      const n = k => +r.getAttribute(k), rim = 40; look.show({ x: n("x") - rim, y: n("y") - rim, width: n("width") + 2 * rim, height: n("height") + 2 * rim });
    }
    function settle(span, text) {
      span.textContent = text; span.classList.remove("doubt"); span.removeAttribute("tabindex");
      sheet && $(`rect[data-w="${span.dataset.w}"]`, sheet)?.classList.remove("doubt");
    }
    async function keep(span, text) {
      const next = $$("#words .doubt").find(s => +s.dataset.w > +span.dataset.w);
      const done = await call(`/readings/${words.dataset.reading}/words/${span.dataset.w}`, { text, seen: span.textContent });
      if ("failed" in done) return;
      settle(span, text); const more = reached(done.affected); if (more.length) toast(more.join("\\n"), false, 6000);
      if (next) next.focus(); else if (!more.length) toast(say("Trang này hết chữ nghi ngờ.", "No doubtful word is left on this page."));
    }
    const alternatives = span => (span.dataset.a || "").split("\\n").concat(span.dataset.o || []).filter((t, i, all) => t && t !== span.textContent && all.indexOf(t) === i);
    function edit(span) {
      $(".editor")?.remove();
      const input = make("input", { value: span.textContent, lang: "vi", spellcheck: false });
      const box = make("div", { className: "editor" }, input, ...alternatives(span).slice(0, 9).map((t, i) => make("button", { textContent: `${i + 1}  ${t}`, onclick: () => { box.remove(); keep(span, t); } })));
      const at = span.getBoundingClientRect(); box.style.left = Math.min(at.left, innerWidth - 260) + scrollX + "px"; box.style.top = at.bottom + 4 + scrollY + "px";
      input.onkeydown = e => { e.stopPropagation(); if (e.key === "Enter") { box.remove(); keep(span, input.value); } if (e.key === "Escape") { box.remove(); span.focus(); } };
      document.body.append(box); input.select(); input.focus();
    }
    if (words) {
      words.addEventListener("focusin", e => e.target.matches(".doubt") && mark(e.target));
      words.addEventListener("click", e => { const s = e.target.closest(".w"); if (s) { mark(s); edit(s); } });
      words.addEventListener("keydown", e => {
        const s = e.target; if (!s.matches(".doubt") || e.ctrlKey || e.altKey) return;
        const a = alternatives(s)[+e.key - 1];
        if (e.key === "Enter") keep(s, s.textContent); else if (a) keep(s, a); else if (e.key === "e" || e.key === "E") { e.preventDefault(); edit(s); }
      });
      document.addEventListener("keydown", async e => {
        if ((e.key === "u" || e.key === "U") && !typing(e)) { const done = await call("/undo", {}); if (!("failed" in done)) location.reload(); }
      });
    }
    $$("[data-edit]").forEach(e => { const isDay = e.hasAttribute("data-day"); let seen = isDay ? kept(e.value) : e.value; e.addEventListener("change", async () => {
      const text = isDay ? kept(e.value) : e.value, done = await call(e.dataset.edit, { text, seen });
      if ("failed" in done) { if (done.failed !== 409) e.focus(); return; }
      seen = text; toast(say("Đã ghi.", "Kept."));
    }); });
    $$("[data-take]").forEach(b => b.onclick = () => { const e = document.getElementById(b.dataset.take); e.value = b.dataset.value; e.dispatchEvent(new Event("change")); b.parentElement.querySelectorAll("[data-take]").forEach(o => o.remove()); e.focus(); });
    $$("[data-undo]").forEach(b => b.onclick = async () => { const done = await call("/undo", { batch: b.dataset.undo }); if (!("failed" in done)) location.reload(); });
    $$("article.task[data-box]").forEach(a => a.addEventListener("focusin", () => place(a)));
    function place(article) {
      if (!sheet) return; $$("rect.place", sheet).forEach(r => r.remove());
      const here = new URLSearchParams(location.search).get("page"), of = new URL($("[data-show]", article).href).searchParams.get("page");
      if (here && here !== of) return;
      const [x, y, width, height] = article.dataset.box.split(" "), r = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [k, v] of Object.entries({ x, y, width, height, class: "place" })) r.setAttribute(k, v);
      $("#turned").append(r); show(r);
    }
    if (location.hash.startsWith("#task-")) { const a = $(location.hash); if (a) place(a); }
    $$("[data-status]").forEach(e => e.addEventListener("change", async () => {
      const done = await call(`/tasks/${e.dataset.status}/status`, { status: e.value, seen: e.dataset.seen });
      if ("failed" in done) e.value = e.dataset.seen; else { e.dataset.seen = e.value; toast(say("Đã ghi.", "Kept.")); }
    }));
    $$("[data-merge]").forEach(b => b.onclick = () => {
      const form = $("#merge"); form.hidden = false; $("#merge-from").value = b.dataset.merge; $("#merge-seen").value = b.dataset.seen; $("#merge-name").textContent = b.dataset.name;
      form.scrollIntoView({ block: "center" }); $("select", form).focus();
    });

    """
}
