extension Site {
  /// Nothing here makes HTML of a text: what was read goes in as text (`textContent`) only.
  static let script =
    """
    "use strict";
    const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
    const vi = document.documentElement.lang === "vi", say = (a, b) => vi ? a : b;
    const typing = e => /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey;
    // Days are kept as 2025-12-31 and written as 31/12/2025 in Vietnamese.
    const written = t => vi ? t.replace(/^(\\d{4})-(\\d\\d)-(\\d\\d)$/, "$3/$2/$1").replace(/^(\\d{4})-(\\d\\d)$/, "$2/$1") : t;
    const kept = t => t.trim().replace(/^(\\d\\d?)\\/(\\d\\d?)\\/(\\d{4})$/, (_, d, m, y) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`).replace(/^(\\d\\d?)\\/(\\d{4})$/, (_, m, y) => `${y}-${m.padStart(2, "0")}`);
    function make(tag, properties = {}, ...parts) {
      const e = Object.assign(document.createElement(tag), properties); e.append(...parts); return e;
    }
    function toast(text, bad, milliseconds = bad ? 7000 : 2500) {
      $$(".toast").forEach(t => t.remove());
      const t = make("div", { className: "toast" + (bad ? " bad" : ""), textContent: text }); t.setAttribute("role", "status");
      document.body.append(t); setTimeout(() => t.remove(), milliseconds);
    }
    // What was made of a corrected word: changed with it, or waiting for somebody to say it.
    const reached = list => (list ?? []).map(a => `${a.label}: ${written(a.before) || say("(trống)", "(nothing)")} → ${a.after === null ? say("? (chờ rà soát)", "? (waits for review)") : written(a.after)}`);
    async function call(path, body) {
      const options = body === undefined ? {} : { method: "POST", body: JSON.stringify(body),
        headers: { "Content-Type": "application/json", "X-CSRF-Token": $("meta[name=csrf]").content } };
      try {
        const answer = await fetch("/api/v1" + path, options), value = await answer.json();
        if (!answer.ok) { toast(value.error[vi ? "vi" : "en"], true); return { failed: answer.status, ...value }; }
        return value;
      } catch (e) { toast(say("Mất kết nối với máy chủ.", "The server cannot be reached."), true); return { failed: 0 }; }
    }
    document.addEventListener("keydown", e => {
      if (e.key === "/" && !typing(e)) { e.preventDefault(); $("#q")?.focus(); }
    });
    const keyHelp = $("#keys"), showKeys = () => keyHelp && (keyHelp.open ? keyHelp.close() : keyHelp.showModal());
    document.addEventListener("keydown", e => { if (e.key === "?" && !typing(e)) { e.preventDefault(); showKeys(); } });
    $$("[data-keys]").forEach(b => b.onclick = showKeys);
    $$("[data-submit]").forEach(e => e.addEventListener("change", () => e.form.requestSubmit()));

    """ + viewerScript + documentScript + reviewScript + headsScript + peopleScript + divisionScript + facetScript
}
