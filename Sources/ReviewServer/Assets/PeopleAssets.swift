extension Site {
  /// Who else is there, and accounts.
  static let peopleStylesheet = """

    .presence { margin: 2px 0; padding: 4px 12px; border-radius: 6px; background: var(--amber-pale); border: 1px solid var(--amber-line); color: var(--ink); font-size: 14px; }
    .page-text .w.taken { outline: 2px dashed var(--edge); outline-offset: 1px; }
    .who { align-items: center; } .who a { color: var(--blue); } .review .people-taken { margin: 4px 0; padding: 0; list-style: none; color: var(--soft); }
    form.people { margin: 0; } table.accounts { overflow-wrap: anywhere; }
    @media (max-width: 700px) {
      form.people input:not([type=checkbox]), form.people select, form.people button, .who a { min-height: 44px; } form.people .check { display: inline-flex; align-items: center; min-height: 44px; gap: 6px; } .who a { display: inline-flex; align-items: center; }
      table.accounts, table.accounts tbody, table.accounts tr, table.accounts td { display: block; } table.accounts thead { position: absolute; clip-path: inset(50%); } table.accounts tr { border: 1px solid var(--line); margin-bottom: 10px; } table.accounts td { border: 0; }
      form.row.people label, form.row.people label input, form.row.people label select { width: 100%; }
    }

    """

  /// Asks every 15 s who else is there, while the page is looked at; without words where the server cannot be reached.
  static let peopleScript = """
    const presence = $("#presence");
    if (presence) {
      const lang = new URLSearchParams(location.search).get("lang"), address = "/api/v1" + presence.dataset.presence + (lang ? (presence.dataset.presence.includes("?") ? "&" : "?") + "lang=" + encodeURIComponent(lang) : "");
      async function look() {
        if (document.hidden) return;
        try {
          const answer = await fetch(address); if (!answer.ok) return;
          const now = await answer.json();
          if (presence.textContent !== now.text) presence.textContent = now.text;
          presence.hidden = !now.text;
          $$("#words .taken").forEach(w => { w.classList.remove("taken"); w.removeAttribute("title"); });
          for (const t of now.taken) {
            const w = t.reading && String(t.reading) === $("#words")?.dataset.reading && $(`#words [data-w="${Number(t.place)}"]`);
            if (w) { w.classList.add("taken"); w.title = t.text; }
          }
          const done = $("#done"); $(".people-taken")?.remove();
          if (done && !done.hidden && now.taken.length) done.after(make("ul", { className: "people-taken" }, ...now.taken.map(t => make("li", { textContent: t.text }))));
        } catch (e) { /* The next time. */ }
      }
      look(); setInterval(look, 15000); document.addEventListener("visibilitychange", look);
    }

    """
}
