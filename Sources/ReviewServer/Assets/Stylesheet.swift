extension Site {
  /// Letters with two marks need room above: lines are 1.55 high and nothing is set smaller than 13 px. Greys are at
  /// least 4.5 to 1 on their ground.
  static let stylesheet = """
    :root { --ink: #1c2733; --soft: #505d6b; --line: #d3dae2; --pale: #f1f5f9; --ground: #fbfcfd; --blue: #1b5697;
      --red: #a3221b; --amber: #7a5200; --amber-pale: #fff3d1; --green: #17692f; --mark: #ffe49a; }
    * { box-sizing: border-box; }
    html { font: 15px/1.55 "Noto Sans", "Be Vietnam Pro", "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: var(--ink); background: var(--ground); }
    body { margin: 0; }
    #content { outline: none; }
    main { max-width: 1560px; margin: 0 auto; padding: 18px 28px 40px; }
    main.narrow { max-width: 460px; padding-top: 60px; }
    .wide main { max-width: none; padding: 10px 18px; }
    h1 { font-size: 23px; line-height: 1.35; margin: 4px 0 12px; } h2 { font-size: 17px; margin: 22px 0 8px; } h3 { font-size: 15px; margin: 14px 0 4px; }
    a { color: var(--blue); text-decoration-thickness: 1px; text-underline-offset: 3px; }
    :focus-visible { outline: 3px solid #2f7dd1; outline-offset: 1px; border-radius: 3px; }
    .skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 6px 12px; z-index: 9; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    header { display: flex; gap: 22px; align-items: center; padding: 8px max(28px, calc((100% - 1504px) / 2)); background: #fff; border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 5; }
    .wide header { padding: 8px 18px; }
    .brand { white-space: nowrap; font-size: 17px; color: var(--blue); } nav { display: flex; gap: 3px; flex-wrap: wrap; }
    nav a { padding: 4px 10px; border-radius: 6px; text-decoration: none; color: var(--ink); } nav a:hover { background: var(--pale); }
    nav a[aria-current] { background: #e3edf8; color: #123f73; font-weight: 600; }
    .search { flex: 1; max-width: 480px; margin-left: auto; } .search input { width: 100%; }
    .who { color: var(--soft); display: flex; gap: 10px; white-space: nowrap; }
    footer { padding: 8px max(28px, calc((100% - 1504px) / 2)) 24px; color: var(--soft); font-size: 13px; }
    .wide footer { display: none; }
    input, select, textarea, button { font: inherit; color: inherit; }
    input, select, textarea { border: 1px solid #8a97a5; border-radius: 6px; padding: 4px 9px; background: #fff; }
    button, .button { border: 1px solid #8a97a5; border-radius: 6px; background: #fff; padding: 4px 13px; cursor: pointer; text-decoration: none; color: var(--ink); display: inline-block; }
    button:hover, .button:hover { background: var(--pale); } button.main { background: var(--blue); border-color: var(--blue); color: #fff; font-weight: 600; }
    button.plain { border: 0; padding: 0; background: none; color: var(--blue); text-decoration: underline; } button:disabled { opacity: .5; cursor: default; }
    .stack { display: grid; gap: 12px; } .stack label { display: grid; gap: 3px; }
    .row { display: flex; gap: 10px; flex-wrap: wrap; align-items: end; margin: 8px 0; } .row label { display: grid; gap: 2px; font-size: 13px; color: var(--soft); } .row label input, .row label select { color: var(--ink); font-size: 15px; height: 34px; }
    kbd { border: 1px solid #9aa6b3; border-bottom-width: 2px; border-radius: 4px; background: #fff; padding: 0 6px; font: 13px/1.5 inherit; white-space: nowrap; }
    .soft, .note { color: var(--soft); } .note { font-size: 14px; margin: 3px 0; } .late, .problem { color: var(--red); font-weight: 600; } .good { color: var(--green); font-weight: 600; }
    .problem { background: #fdeeec; border: 1px solid #e2b3af; border-radius: 6px; padding: 6px 12px; }
    .cards { display: flex; gap: 12px; flex-wrap: wrap; margin-bottom: 6px; }
    .card { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 8px 18px; text-decoration: none; color: var(--soft); } .card b { display: block; font-size: 25px; line-height: 1.3; color: var(--ink); } .card:hover { border-color: var(--blue); }
    .columns { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 34px; }
    ul.plain { list-style: none; margin: 0; padding: 0; } ul.plain li { padding: 7px 0; border-bottom: 1px solid var(--line); }
    .oneline { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .scroll { overflow-x: auto; } .nowrap, button, .button, thead th { white-space: nowrap; } .alternatives button { white-space: normal; }
    table { border-collapse: collapse; width: 100%; background: #fff; font-size: 14px; } th, td { border: 1px solid var(--line); padding: 4px 9px; text-align: left; vertical-align: top; }
    th { background: var(--pale); font-weight: 600; } thead th { position: sticky; top: 0; } tbody tr:hover { background: #f6f9fc; }
    table.numbers td:not(:first-child), table.numbers th:not(:first-child), .right { text-align: right; font-variant-numeric: tabular-nums; }
    .meter { width: 100%; height: 10px; display: block; border-radius: 5px; } .meter .rest { fill: #dfe6ee; } .meter rect.done { fill: var(--blue); } .meter.target { height: 18px; } .meter .line { fill: var(--red); }
    .clamp { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; } .files { margin: 0; color: var(--soft); font-size: 14px; }
    table.bodies { table-layout: fixed; } table.bodies .tag { white-space: normal; } table.bodies th:nth-child(1) { width: 27%; } table.bodies th:nth-child(2), table.bodies th:nth-child(3) { width: 92px; } table.bodies th:nth-child(5) { width: 124px; }
    table.conflicts { table-layout: fixed; min-width: 860px; overflow-wrap: anywhere; } table.conflicts th:nth-child(1) { width: 22%; } table.conflicts th:nth-child(2) { width: 132px; } table.conflicts th:nth-child(5) { width: 300px; } table.conflicts form { display: flex; gap: 6px; flex-wrap: wrap; } table.conflicts input { width: 128px; }
    .months { display: flex; align-items: end; gap: 2px; flex-wrap: wrap; margin: 0 0 10px; padding-bottom: 8px; border-bottom: 1px solid var(--line); } .months a { display: grid; justify-items: center; padding: 1px 5px; border-radius: 5px; font-size: 13px; line-height: 1.4; } .months a:hover { background: var(--pale); } .months a[aria-current] { background: #e3edf8; } .months svg { width: 26px; height: 48px; } .months .legend { margin: 0 0 0 auto; font-size: 13px; color: var(--soft); }
    .done { fill: #17692f; } .over { fill: #a3221b; } .open { fill: #7aa7d6; } .key { display: inline-block; width: 11px; height: 11px; margin: 0 4px 0 10px; } .key.done { background: #17692f; } .key.over { background: #a3221b; } .key.open { background: #7aa7d6; }
    mark { background: var(--mark); color: inherit; border-radius: 2px; }
    .tag { display: inline-block; border-radius: 10px; padding: 0 9px; background: var(--pale); border: 1px solid var(--line); font-size: 13px; white-space: nowrap; }
    .facets a { display: flex; justify-content: space-between; gap: 8px; padding: 2px 8px; border-radius: 5px; text-decoration: none; color: var(--ink); font-size: 14px; } .facets a:hover { background: var(--pale); } .facets a[aria-current] { background: #e3edf8; font-weight: 600; }
    .with-side { display: grid; grid-template-columns: 250px minmax(0, 1fr); gap: 24px; }
    .toast { position: fixed; bottom: 16px; left: 50%; transform: translateX(-50%); background: #1c2733; color: #fff; padding: 8px 18px; border-radius: 8px; z-index: 20; max-width: 80vw; white-space: pre-line; } .toast.bad { background: var(--red); }
    @media (max-width: 1000px) {
      header { flex-wrap: wrap; gap: 4px 16px; padding: 8px 16px; } .search { order: 1; flex-basis: 100%; max-width: none; } .who { margin-left: auto; }
      main { padding: 12px 16px 32px; } .columns, .with-side { grid-template-columns: minmax(0, 1fr); gap: 18px; } .facets { order: 1; } main.document { height: calc(100vh - 94px); }
      table.conflicts { min-width: 0; } table.conflicts th:nth-child(2) { width: 96px; } table.conflicts th:nth-child(5) { width: 172px; }
    }
    """
    + documentStylesheet + reviewStylesheet
}
