extension Site {
  /// What the overview, the shelf and the help on keys look like.
  static let shelfStylesheet = """
    ol.steps { list-style: none; padding: 0; margin: 0 0 18px; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; }
    .steps a, .steps div { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; align-items: baseline; height: 100%; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 18px; color: var(--ink); text-decoration: none; } .steps a:hover { border-color: var(--blue); } .steps .first > * { border-left: 5px solid var(--act); }
    .steps b { font-size: 26px; line-height: 1.3; color: var(--blue); } .steps span { font-weight: 600; } .steps small { grid-column: 1 / -1; font-size: 13.5px; color: var(--soft); }
    table.stages { border: 0; background: none; } table.stages th, table.stages td { border: 0; background: none; padding: 3px 8px 3px 0; vertical-align: middle; } table.stages th { width: 38%; font-weight: 400; } table.stages td.right { width: 76px; } table.stages .aim th { font-weight: 700; } table.stages tr:hover { background: none; } .meter rect.reached { fill: var(--green); }
    details summary { cursor: pointer; color: var(--blue); padding: 6px 0; }
    table.shelf td { vertical-align: top; } table.shelf td.picture { width: 62px; padding: 4px 6px; } .shelf img.small { display: block; width: 48px; height: 66px; object-fit: contain; background: var(--paper); border: 1px solid var(--line); } .shelf .where-filed { overflow-wrap: anywhere; min-width: 130px; } .clamp.two { -webkit-line-clamp: 2; } .shelf thead a { color: inherit; }
    .shelf .given-out { display: block; font-size: 13px; } label.tick { align-self: center; } label.tick input { height: auto !important; }
    .button[aria-current] { background: var(--chosen); border-color: var(--blue); }
    dialog { border: 1px solid var(--edge); border-radius: 12px; padding: 12px 22px 20px; max-width: min(640px, 94vw); background: var(--card); color: var(--ink); } dialog::backdrop { background: #0008; } dialog table { margin-bottom: 6px; } dialog th { background: none; font-weight: 400; white-space: nowrap; width: 40%; } button.ask { width: 34px; padding: 4px 0; border-radius: 50%; font-weight: 700; }

    """

  /// Stands last: what is said here holds against all that is said before. Fingers need 44 pixels.
  static let phoneStylesheet = """
    @media (max-width: 700px) {
      html { font-size: 16px; } main, .wide main { padding: 10px 12px 28px; } h1 { font-size: 20px; }
      header { gap: 4px 10px; padding: 6px 12px; position: static; } .brand { line-height: 44px; } nav { order: 2; flex: 1 1 100%; flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; } nav a { white-space: nowrap; } .search { order: 3; flex-basis: 100%; } .who { margin-left: 0; max-width: 50vw; overflow: hidden; } button.ask { margin-left: auto; width: 44px; }
      nav a, button, .button, select, input:not([type=checkbox]), .facets a, .months a, summary, .plain a { min-height: 44px; display: inline-flex; align-items: center; } nav a, .button, button { justify-content: center; } input:not([type=checkbox]):not([type=hidden]) { display: inline-block; } input[type=checkbox] { width: 24px; height: 24px; } button.plain { min-height: 44px; }
      .row label { flex: 1 1 44%; } .row label input:not([type=checkbox]), .row label select { width: 100%; height: 44px; } .split { flex-wrap: wrap; } .split h1 { flex: 1 1 100%; }
      ol.steps { grid-template-columns: minmax(0, 1fr); } .cards { gap: 8px; } .card { flex: 1 1 40%; padding: 6px 12px; }
      main.document { display: block; height: auto; } .sheet-frame { height: 58vh; margin-bottom: 12px; } .panel { overflow: visible; } nav.tabs { flex-wrap: nowrap; overflow-x: auto; } .pair { grid-template-columns: minmax(0, 1fr); }
      .page-text { font-size: 17px; } .page-text .doubt { padding: 6px 2px; } table.fields, table.fields tbody, table.fields tr, table.fields th, table.fields td { display: block; width: auto; } table.fields th { border-bottom: 0; }
      .review-head { gap: 4px 12px; } .review-head .tools { margin-left: 0; display: flex; flex-wrap: wrap; gap: 6px; } .review-crop { height: 34vh; } .value { flex-wrap: wrap; } .value input { font-size: 22px; min-width: 0; width: 100%; } .keys { display: grid; grid-template-columns: 1fr 1fr; } .keys kbd, .keys-note { display: none; } .keys .main { grid-column: 1 / -1; }
      table.shelf thead { display: block; } table.shelf thead tr { display: flex; flex-wrap: wrap; } table.shelf thead th { border: 0; } table.shelf thead a { min-height: 44px; display: inline-flex; align-items: center; } table.shelf, table.shelf tbody { display: block; } table.shelf tbody tr { display: grid; grid-template-columns: 62px minmax(0, 1fr); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; padding: 4px; } table.shelf tbody td { border: 0; grid-column: 2; padding: 2px 6px; } table.shelf tbody td:empty { display: none; } table.shelf tbody td.picture { grid-column: 1; grid-row: 1 / span 6; } table.shelf td.right { text-align: left; } table.shelf td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } table.shelf.folders tbody tr { grid-template-columns: minmax(0, 1fr); } table.shelf.folders tbody td { grid-column: 1; } table.shelf.folders thead { display: none; } label.tick span { display: flex; align-items: center; gap: 8px; min-height: 44px; } table.shelf td a { min-height: 44px; display: inline-flex; align-items: center; overflow-wrap: anywhere; } .shelf td.picture a { min-height: 0; }
      dialog { width: 94vw; padding: 10px 14px; } footer { padding: 8px 12px 20px; }
    }
    """
}
