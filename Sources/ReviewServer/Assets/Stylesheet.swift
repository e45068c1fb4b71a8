extension Site {
  /// Letters with two marks need room above: lines are 1.55 high and nothing is set smaller than 13 px. Greys are at
  /// least 4.5 to 1 on their ground.
  static let stylesheet = """
    :root { color-scheme: light dark; --ink: #1c2733; --soft: #505d6b; --line: #d3dae2; --edge: #8a97a5; --pale: #f1f5f9; --hover: #f6f9fc; --ground: #fbfcfd; --card: #fff;
      --blue: #1b5697; --blue-ink: #123f73; --light-blue: #7aa7d6; --chosen: #e3edf8; --halo: #cfe3fa; --focus: #2f7dd1; --act: #1b5697; --rest: #dfe6ee;
      --red: #a3221b; --red-pale: #fdeeec; --red-line: #e2b3af; --amber: #7a5200; --amber-pale: #fff3d1; --amber-line: #c9a04a; --doubt: #a66a00; --green: #17692f; --mark: #ffe49a;
      --desk: #5d6874; --paper: #fff; --toast: #1c2733; --toast-bad: #a3221b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --soft: #a9b5c2; --line: #35404c; --edge: #6d7a88; --pale: #232c36; --hover: #1f2831; --ground: #141a20; --card: #1a222a;
      --blue: #8fbdf0; --blue-ink: #cfe3fa; --light-blue: #4f7fb3; --chosen: #23405f; --halo: #2b4f78; --focus: #6aaaf0; --act: #1f62ab; --rest: #2d3844;
      --red: #ff9d94; --red-pale: #3a1f1d; --red-line: #7a3a35; --amber: #f0c36a; --amber-pale: #3b3016; --amber-line: #7d6429; --doubt: #d79a2b; --green: #7fd19a; --mark: #5c4a12;
      --desk: #0c1014; --toast: #3a4754; --toast-bad: #8e2a23; } }
    * { box-sizing: border-box; }
    html { font: 15px/1.55 "Noto Sans", "Be Vietnam Pro", "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: var(--ink); background: var(--ground); }
    body { margin: 0; }
    #content { outline: none; }
    main { max-width: 1560px; margin: 0 auto; padding: 18px 28px 40px; }
    main.narrow { max-width: 460px; padding-top: 60px; }
    .wide main { max-width: none; padding: 10px 18px; }
    h1 { font-size: 23px; line-height: 1.35; margin: 4px 0 12px; } h2 { font-size: 17px; margin: 22px 0 8px; } h3 { font-size: 15px; margin: 14px 0 4px; }
    a { color: var(--blue); text-decoration-thickness: 1px; text-underline-offset: 3px; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; border-radius: 3px; }
    .skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--card); padding: 6px 12px; z-index: 9; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    header { display: flex; gap: 22px; align-items: center; padding: 8px max(28px, calc((100% - 1504px) / 2)); background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 5; }
    .wide header { padding: 8px 18px; }
    .brand { white-space: nowrap; font-size: 17px; color: var(--blue); } nav { display: flex; gap: 3px; flex-wrap: wrap; }
    nav a { padding: 4px 10px; border-radius: 6px; text-decoration: none; color: var(--ink); } nav a:hover { background: var(--pale); }
    nav a[aria-current] { background: var(--chosen); color: var(--blue-ink); font-weight: 600; }
    .search { flex: 1; max-width: 480px; margin-left: auto; } .search input { width: 100%; }
    .who { color: var(--soft); display: flex; gap: 10px; white-space: nowrap; }
    footer { padding: 8px max(28px, calc((100% - 1504px) / 2)) 24px; color: var(--soft); font-size: 13px; }
    .wide footer { display: none; }
    input, select, textarea, button { font: inherit; color: inherit; }
    input, select, textarea { border: 1px solid var(--edge); border-radius: 6px; padding: 4px 9px; background: var(--card); }
    button, .button { border: 1px solid var(--edge); border-radius: 6px; background: var(--card); padding: 4px 13px; cursor: pointer; text-decoration: none; color: var(--ink); display: inline-block; }
    button:hover, .button:hover { background: var(--pale); } button.main { background: var(--act); border-color: var(--act); color: #fff; font-weight: 600; }
    button.plain { border: 0; padding: 0; background: none; color: var(--blue); text-decoration: underline; } button:disabled { opacity: .5; cursor: default; }
    .stack { display: grid; gap: 12px; } .stack label { display: grid; gap: 3px; }
    .row { display: flex; gap: 10px; flex-wrap: wrap; align-items: end; margin: 8px 0; } .row label { display: grid; gap: 2px; font-size: 13px; color: var(--soft); } .row label input, .row label select { color: var(--ink); font-size: 15px; height: 34px; }
    kbd { border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: 4px; background: var(--card); padding: 0 6px; font: 13px/1.5 inherit; white-space: nowrap; }
    .soft, .note { color: var(--soft); } .note { font-size: 14px; margin: 3px 0; } .late, .problem { color: var(--red); font-weight: 600; } .good { color: var(--green); font-weight: 600; }
    .problem { background: var(--red-pale); border: 1px solid var(--red-line); border-radius: 6px; padding: 6px 12px; }
    .cards { display: flex; gap: 12px; flex-wrap: wrap; margin-bottom: 6px; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 8px 18px; text-decoration: none; color: var(--soft); } .card b { display: block; font-size: 25px; line-height: 1.3; color: var(--ink); } .card:hover { border-color: var(--blue); }
    .columns { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 34px; }
    ul.plain { list-style: none; margin: 0; padding: 0; } ul.plain li { padding: 7px 0; border-bottom: 1px solid var(--line); }
    .oneline { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .scroll { overflow-x: auto; } .nowrap, button, .button, thead th { white-space: nowrap; } .alternatives button { white-space: normal; }
    table { border-collapse: collapse; width: 100%; background: var(--card); font-size: 14px; } th, td { border: 1px solid var(--line); padding: 4px 9px; text-align: left; vertical-align: top; }
    th { background: var(--pale); font-weight: 600; } thead th { position: sticky; top: 0; } tbody tr:hover { background: var(--hover); }
    table.numbers td:not(:first-child), table.numbers th:not(:first-child), .right { text-align: right; font-variant-numeric: tabular-nums; }
    .meter { width: 100%; height: 10px; display: block; border-radius: 5px; } .meter .rest { fill: var(--rest); } .meter rect.done { fill: var(--blue); } .meter.target { height: 18px; } .meter .line { fill: var(--red); }
    .clamp { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; } .files { margin: 0; color: var(--soft); font-size: 14px; }
    table.bodies { table-layout: fixed; } table.bodies .tag { white-space: normal; } table.bodies th:nth-child(1) { width: 27%; } table.bodies th:nth-child(2), table.bodies th:nth-child(3) { width: 92px; } table.bodies th:nth-child(5) { width: 124px; }
    .months { display: flex; align-items: end; gap: 2px; flex-wrap: wrap; margin: 0 0 10px; padding-bottom: 8px; border-bottom: 1px solid var(--line); } .months a { display: grid; justify-items: center; padding: 1px 5px; border-radius: 5px; font-size: 13px; line-height: 1.4; } .months a:hover { background: var(--pale); } .months a[aria-current] { background: var(--chosen); } .months svg { width: 26px; height: 48px; } .months .legend { margin: 0 0 0 auto; font-size: 13px; color: var(--soft); }
    .done { fill: var(--green); } .over { fill: var(--red); } .open { fill: var(--light-blue); } .key { display: inline-block; width: 11px; height: 11px; margin: 0 4px 0 10px; } .key.done { background: var(--green); } .key.over { background: var(--red); } .key.open { background: var(--light-blue); }
    mark { background: var(--mark); color: inherit; border-radius: 2px; }
    .tag { display: inline-block; border-radius: 10px; padding: 0 9px; background: var(--pale); border: 1px solid var(--line); font-size: 13px; white-space: nowrap; }
    .facets a { display: flex; justify-content: space-between; gap: 8px; padding: 2px 8px; border-radius: 5px; text-decoration: none; color: var(--ink); font-size: 14px; } .facets a:hover { background: var(--pale); } .facets a[aria-current] { background: var(--chosen); font-weight: 600; }
    .with-side { display: grid; grid-template-columns: 250px minmax(0, 1fr); gap: 24px; }
    .toast { position: fixed; bottom: 16px; left: 50%; transform: translateX(-50%); background: var(--toast); color: #fff; padding: 8px 18px; border-radius: 8px; z-index: 20; max-width: 80vw; white-space: pre-line; } .toast.bad { background: var(--red); }
    @media (max-width: 1000px) {
      header { flex-wrap: wrap; gap: 4px 16px; padding: 8px 16px; } .search { order: 1; flex-basis: 100%; max-width: none; } .who { margin-left: auto; }
      main { padding: 12px 16px 32px; } .columns, .with-side { grid-template-columns: minmax(0, 1fr); gap: 18px; } .facets { order: 1; } main.document { height: calc(100vh - 94px); }
    }
    """
    + viewerStylesheet + documentStylesheet + reviewStylesheet + headsStylesheet + shelfStylesheet + peopleStylesheet
    + divisionStylesheet + facetStylesheet + phoneStylesheet
}
