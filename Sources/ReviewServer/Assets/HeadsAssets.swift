extension Site {
  static let headsStylesheet = """
    main.heads { max-width: none; } .keys-note { display: flex; gap: 4px 16px; flex-wrap: wrap; } .keys-note > span { white-space: nowrap; }
    .head-row { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(340px, 1fr); gap: 14px; background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 8px; padding: 8px 12px; margin-bottom: 10px; scroll-margin-top: 64px; }
    .head-row.now { border-color: var(--blue); } .head-row.kept { opacity: .55; } .head-row.kept .head-picture, .head-row.kept .head-fields { display: none; } .head-row.failed { border-color: var(--red); }
    .head-name { grid-column: 1 / -1; margin: 0; display: flex; gap: 4px 14px; flex-wrap: wrap; } .head-name a { overflow-wrap: anywhere; } .head-picture { border: 1px solid var(--line); border-radius: 6px; min-height: 180px; } .head-picture svg { display: block; width: 100%; height: clamp(190px, 34vh, 420px); }
    .head-picture pre { margin: 0; padding: 8px 12px; white-space: pre-wrap; font: 15px/1.5 "Noto Serif", Tinos, serif; }
    .head-fields { display: grid; grid-template-columns: 5.4em minmax(0, 1fr) 3.4em 3.4em 4.6em; gap: 6px 8px; align-content: start; } .head-fields label { display: grid; gap: 1px; align-content: start; font-size: 13px; color: var(--soft); min-width: 0; } .head-fields label.whole { grid-column: 1 / -1; }
    .head-fields input, .head-fields textarea { width: 100%; font: 17px/1.45 "Noto Serif", Tinos, "Times New Roman", serif; color: var(--ink); padding: 3px 8px; } .head-fields textarea { min-height: 58px; resize: vertical; }
    .head-fields .open { border-color: var(--doubt); background: var(--amber-pale); } .head-fields .decided { border-color: var(--green); background: var(--card); } .head-fields ::placeholder { color: var(--soft); opacity: 1; font-style: italic; } .head-fields .told-by { min-height: 1.2em; white-space: nowrap; }
    @media (max-width: 1000px) { .head-row { grid-template-columns: minmax(0, 1fr); } .head-picture svg { height: 30vh; } }
    @media (max-width: 560px) { .head-fields { grid-template-columns: 1fr 1fr 1.4fr; } .head-fields label:nth-child(1) { grid-column: 1 / 2; } .head-fields label:nth-child(2) { grid-column: 2 / -1; } .head-row { padding: 8px; } }

    """

  /// The grid of heads. A field in doubt is a box of its own; a day is three. Enter goes on to the next box in doubt and,
  /// behind the last one, keeps the row; what is kept while the next row is looked at comes back where it failed.
  static let headsScript = """
    const heads = $("#heads");
    if (heads) {
      const rows = [], list = $("#head-rows"); let now = 0, last = null, isLoading = false, isAll = false;
      const parts = ["day", "month", "year"];
      const split = t => { const [y, m, d] = (t ?? "").split("-"); return { year: /^\\d{4}$/.test(y) ? y : "", month: m && m !== "??" ? String(+m) : "", day: d && d !== "??" ? String(+d) : "" }; };
      const query = () => { const q = new URLSearchParams(); if (heads.dataset.dossier) q.set("dossier", heads.dataset.dossier); if (heads.dataset.all) q.set("all", "1"); if (last) q.set("after", last); const l = new URLSearchParams(location.search).get("lang"); if (l) q.set("lang", l); return q; };
      async function more() {
        if (isLoading || isAll) return; isLoading = true;
        const page = await call("/heads?" + query()); isLoading = false; if ("failed" in page) return;
        if (last === null) $("#left").textContent = page.left.toLocaleString(document.documentElement.lang);
        isAll = page.rows.length < 20; if (page.rows.length) last = page.rows.at(-1).id;
        for (const r of page.rows) { rows.push(r); r.isKept = false; }
        $("#heads-done").hidden = rows.length > 0; fill();
      }
      // Rows are drawn as they are needed: the one before the eyes and ten more, whose pictures are fetched by that.
      function fill() { for (let i = 0; i < Math.min(rows.length, now + 11); i++) if (!rows[i].element) draw(rows[i]); if (rows.length - now < 14) more(); }
      const label = (text, box, source, whole) => make("label", whole ? { className: "whole" } : {}, text, box, source);
      function boxOf(row, field, part, name) {
        const box = make(field.name === "subject" ? "textarea" : "input", { lang: "vi", spellcheck: false, autocomplete: "off" });
        const whole = field.text, value = part ? split(whole)[part] : whole; box.value = value; box.dataset.was = value;
        const proposed = field.proposals.map(p => ({ ...p, text: part ? split(p.text)[part] : p.text })).find(p => p.text);
        const isOpen = field.isOpen && (!part || !value || parts.every(p => split(whole)[p]));
        if (isOpen) box.classList.add("open"); else box.tabIndex = heads.dataset.all ? 0 : -1;
        if (!value && proposed) { box.placeholder = written(proposed.text); box.dataset.proposed = proposed.text; }
        const source = make("span", { className: "told-by", textContent: !value && proposed ? proposed.source : "" });
        box.title = !value && proposed ? proposed.source : ""; if (part) box.inputMode = "numeric";
        Object.assign(box, { field, piece: part, row }); row.boxes.push(box); box.setAttribute("aria-label", name);
        return label(name, box, part && part !== "day" ? "" : source, ["issuer", "subject", "signer"].includes(field.name));
      }
      function draw(row) {
        row.boxes = [];
        const frame = make("div", { className: "head-picture" }), shown = row.pictures[row.page];
        if (shown) picture(row, frame); else { frame.append(make("pre", { textContent: row.lines.join("\\n") || say("Không có ảnh.", "There is no picture.") })); row.state = { ready: true, failed: "" }; }
        const of = name => row.fields.find(f => f.name === name), fields = make("div", { className: "head-fields" });
        for (const f of row.fields) {
          if (f.name === "date") for (const p of parts) fields.append(boxOf(row, f, p, { day: say("Ngày", "Day"), month: say("Tháng", "Month"), year: say("Năm", "Year") }[p]));
          else fields.append(boxOf(row, f, null, f.label));
        }
        row.element = make("section", { className: "head-row" }, make("p", { className: "head-name" }, make("a", { href: row.address, target: "_blank", rel: "noopener", textContent: row.title }), make("span", { className: "soft", textContent: [row.place, row.file].filter(Boolean).join(" · ") }), make("span", { className: "told" })), frame, fields);
        row.element.setAttribute("aria-label", row.title); row.element.dataset.id = row.id; list.append(row.element);
        if (rows[now] === row) open(now);
      }
      function picture(row, frame) {
        const s = svg("svg", { role: "img", "aria-label": say("Ảnh đầu văn bản", "The letterhead") }); frame.append(s);
        row.look = viewer(s, true); row.shownPage = 0;
        row.turnTo = page => {
          if (row.shownPage === page || !row.pictures[page]) return; row.shownPage = page; s.replaceChildren();
          const p = row.pictures[page], image = svg("image", { href: p.address, width: p.width, height: p.height, preserveAspectRatio: "none" });
          row.state = awaited(frame, image, state => { if (state.failed) $(".told", row.element).textContent = state.failed; }); s.append(image, row.mark = svg("rect", { class: "here", visibility: "hidden" }));
          row.look.fit(page === row.page && row.letterhead ? row.letterhead : { x: 0, y: 0, width: p.width, height: p.height });
        };
        row.turnTo(row.page); const seal = row.fields.find(f => f.page && f.page !== row.page && row.pictures[f.page]); if (seal) foresee([row.pictures[seal.page].address]);
      }
      function point(box) {
        const { row, field } = box; if (!row.turnTo) return;
        row.turnTo(field.page && row.pictures[field.page] ? field.page : row.page); row.mark.setAttribute("visibility", field.box && field.page === row.shownPage ? "visible" : "hidden");
        if (!field.box || field.page !== row.shownPage) return;
        const b = field.box, rim = b.height * .3; for (const [k, v] of Object.entries({ x: b.x - rim, y: b.y - rim, width: b.width + 2 * rim, height: b.height + 2 * rim })) row.mark.setAttribute(k, v);
        if (row.shownPage !== row.page) { const h = Math.max(b.height * 8, 300); row.look.fit({ x: b.x + b.width / 2 - h * 1.4, y: b.y - h * .75, width: h * 2.8, height: h }); } else row.look.show({ x: b.x - rim, y: b.y - rim, width: b.width + 2 * rim, height: b.height + 2 * rim });
      }
      const pending = row => row.boxes.filter(b => b.classList.contains("open") && !b.classList.contains("decided"));
      function open(index) {
        if (!rows[index]?.element) return; rows[now]?.element?.classList.remove("now"); now = index; const row = rows[now]; row.element.classList.add("now"); fill();
        row.element.scrollIntoView({ block: "start", behavior: "instant" }); (pending(row)[0] ?? row.boxes[0]).focus({ preventScroll: true });
      }
      const nextRow = from => { const i = rows.findIndex((r, n) => n > from && !r.isKept); if (i >= 0) open(i); else { $("#heads-done").hidden = rows.some(r => !r.isKept); if (!isAll) more().then(() => { const j = rows.findIndex((r, n) => n > from && !r.isKept); if (j >= 0) open(j); }); } };
      // What a row says of its fields: those that were decided on, and those that were typed over.
      function decisions(row) {
        const kept = [];
        for (const field of row.fields) {
          const boxes = row.boxes.filter(b => b.field === field); if (!boxes.some(b => b.classList.contains("decided") || b.value !== b.dataset.was)) continue;
          if (field.name !== "date") { kept.push([field, boxes[0].value.trim()]); continue; }
          const [d, m, y] = parts.map(p => boxes.find(b => b.piece === p).value.trim().padStart(p === "year" ? 4 : 2, "0")), has = t => /[1-9]/.test(t);
          kept.push([field, !has(y) ? "" : !has(m) ? y : !has(d) ? `${y}-${m}` : `${y}-${m}-${d}`]);
        }
        return kept;
      }
      async function keep(row) {
        const kept = decisions(row); nextRow(rows.indexOf(row));
        if (!kept.length) return;
        row.isKept = true; row.element.classList.add("kept");
        const done = await call(`/documents/${row.id}/head`, { field: kept.map(k => k[0].name), text: kept.map(k => k[1]), seen: kept.map(k => k[0].text) });
        if ("failed" in done) { row.isKept = false; row.element.classList.remove("kept"); row.element.classList.add("failed"); $(".told", row.element).className = "told late"; $(".told", row.element).textContent = done.error?.[vi ? "vi" : "en"] ?? say("Chưa ghi được.", "Not kept."); return; }
        row.element.classList.remove("failed"); const left = $("#left"), n = +left.textContent.replace(/\\D/g, ""); if (row.boxes.every(b => !b.classList.contains("open") || b.classList.contains("decided"))) left.textContent = Math.max(0, n - 1).toLocaleString(document.documentElement.lang);
        history.push(row); row.said = kept;
      }
      const history = [];
      async function undo() {
        const done = await call("/undo", {}); if ("failed" in done) return; const row = history.pop();
        toast(say("Đã hoàn tác.", "Undone.")); if (!row) return;
        row.isKept = false; row.element.classList.remove("kept"); row.boxes.forEach(b => b.classList.remove("decided")); open(rows.indexOf(row));
      }
      function decide(box) {
        const row = box.row, typed = box.value.trim();
        if (!row.state.ready && !row.state.failed) { toast(say("Chờ ảnh hiện ra đã.", "Wait for the picture.")); return; }
        if (typed === "-" || typed === "–") { box.value = ""; box.classList.add("decided"); }
        else if (!typed && box.dataset.proposed) { box.value = box.dataset.proposed; box.classList.add("decided"); }
        else if (typed) box.classList.add("decided");
        else return step(box);
        box.classList.toggle("open", true); step(box);
      }
      const step = box => { const left = box.row.boxes.slice(box.row.boxes.indexOf(box) + 1).find(b => pending(box.row).includes(b)); if (left) left.focus({ preventScroll: true }); else keep(box.row); };
      list.addEventListener("focusin", e => { const b = e.target; if (!b.row) return; if (b.row !== rows[now]) { rows[now]?.element?.classList.remove("now"); now = rows.indexOf(b.row); b.row.element.classList.add("now"); fill(); } point(b); b.select?.(); });
      list.addEventListener("keydown", e => {
        const b = e.target; if (!b.row || e.ctrlKey || e.metaKey) return;
        if (e.key === "Enter" && !e.shiftKey && !e.altKey) { e.preventDefault(); if (!e.repeat) decide(b); }
        else if (e.altKey && (e.key === "ArrowDown" || e.key === "ArrowUp")) { e.preventDefault(); const i = now + (e.key === "ArrowDown" ? 1 : -1); if (rows[i]) open(i); }
      });
      document.addEventListener("keydown", e => { if (e.altKey && e.key.toLowerCase() === "u") { e.preventDefault(); undo(); } });
      $("#heads-undo").onclick = undo; more().then(() => open(0));
    }

    """
}
