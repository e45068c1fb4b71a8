extension Site {
  static let divisionStylesheet = """

    .page-menu { position: relative; } .page-menu summary { list-style: none; } .page-menu summary::-webkit-details-marker { display: none; } .page-menu[open] summary { background: var(--chosen); }
    .page-menu .choices { position: absolute; left: 0; top: calc(100% + 4px); z-index: 12; display: grid; gap: 6px; padding: 8px; background: var(--card); border: 1px solid var(--edge); border-radius: 8px; box-shadow: 0 6px 24px #0003; min-width: 260px; max-width: calc(100vw - 24px); } .page-menu .choices button { text-align: left; white-space: normal; }
    dialog.divide { color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 14px 20px 18px; width: min(620px, calc(100vw - 24px)); max-height: calc(100vh - 24px); overflow: auto; text-align: left; } dialog.divide::backdrop { background: #0007; } dialog.divide h2 { margin-top: 0; }
    dialog.divide > .choices { display: flex; gap: 10px; flex-wrap: wrap; } .before-after { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 20px; } .before-after ul { margin: 0; padding-left: 18px; } .before-after h3 { margin-top: 4px; }
    svg.turned { display: block; height: min(46vh, 420px); max-width: 100%; margin: 0 auto; background: var(--paper); border: 1px solid var(--line); }
    @media (max-width: 700px) { .page-menu summary, .page-menu .choices button, dialog.divide button { min-height: 44px; padding-top: 10px; padding-bottom: 10px; } .before-after { grid-template-columns: 1fr; } }

    """

  static let divisionScript = """

    $$("[data-open]").forEach(b => b.onclick = () => { b.closest("details").open = false; document.getElementById(b.dataset.open).showModal(); });
    $$("[data-close]").forEach(b => b.onclick = () => b.closest("dialog").close());
    $$(".page-menu").forEach(m => {
      m.addEventListener("keydown", e => { if (e.key === "Escape" && m.open) { m.open = false; $("summary", m).focus(); } });
      document.addEventListener("click", e => { if (!m.contains(e.target)) m.open = false; });
    });
    $$("[data-divide]").forEach(b => b.onclick = async () => {
      b.disabled = true;
      const d = b.dataset, done = await call(d.divide, { [d.field]: d.value, seen: d.seen });
      b.disabled = false; b.closest("dialog").close();
      if ("failed" in done) return;
      if (done.address) location.href = done.address; else location.reload();
    });
    // A page that was turned is shown as soon as it was read again.
    const turning = $("[data-turning]");
    if (turning) { const look = async () => { const now = await call(turning.dataset.turning); if (now.state === "reading") setTimeout(look, 1500); else if (!("failed" in now)) location.reload(); }; setTimeout(look, 1500); }

    """
}
