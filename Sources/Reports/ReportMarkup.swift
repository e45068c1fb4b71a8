internal import Export

extension HTML {
  /// A table; every column but the first holds numbers, and stands to the right.
  static func table(_ heading: [String], _ rows: [[String]], isNumeric: Bool = true) -> HTML {
    let head: HTML = "<tr>\(heading.map { "<th>\($0)</th>" as HTML })</tr>"
    let body = rows.map { "<tr>\($0.map { "<td>\($0)</td>" as HTML })</tr>" as HTML }
    return """
      <table\(isNumeric ? " class=\"numbers\"" as HTML : .none)><thead>\(head)</thead>
      <tbody>\(body.joined(by: "\n"))</tbody></table>
      """
  }

  /// A whole page that needs nothing beside it, made to be printed on A4. `language` is `vi` or `en`.
  static func page(title: String, language: String, body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    \(style)
    </style></head><body>
    \(body)
    </body></html>

    """
  }

  private static let style: HTML = """
    :root { --ink: #1c2733; --soft: #5b6875; --line: #d5dbe2; --blue: #1f5fa8; --pale: #eef3f9; --red: #b3261e; --amber: #9a6700; --green: #1a7f37; }
    * { box-sizing: border-box; }
    body { font: 15px/1.5 "Noto Serif", Tinos, "Times New Roman", serif; color: var(--ink); max-width: 1000px; margin: 24px auto; padding: 0 24px; }
    h1 { font-size: 25px; line-height: 1.25; margin: 0 0 4px; } h2 { font-size: 18px; margin: 30px 0 8px; border-bottom: 2px solid var(--line); padding-bottom: 3px; }
    .lead { color: var(--soft); margin: 0; } .card { display: flex; gap: 28px; align-items: center; background: var(--pale); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 16px 0; break-inside: avoid; }
    .big { font-size: 42px; font-weight: 700; white-space: nowrap; line-height: 1.1; } .verdict { font-weight: 700; font-size: 17px; }
    .met { color: var(--green); } .not-met { color: var(--red); } .undecided { color: var(--amber); }
    table { border-collapse: collapse; width: 100%; margin: 8px 0; font-size: 13.5px; } th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
    th { background: var(--pale); font-weight: 700; } table.numbers td:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
    table.numbers th:not(:first-child) { text-align: right; } thead { display: table-header-group; } tr { break-inside: avoid; }
    svg { display: block; width: 100%; height: auto; } figure { margin: 10px 0; break-inside: avoid; } figcaption, .note { color: var(--soft); font-size: 13px; }
    ul { margin: 6px 0; padding-left: 20px; } .late { color: var(--red); font-weight: 700; }
    .frame { display: flex; justify-content: space-between; gap: 24px; margin-bottom: 14px; } .signatures { margin-top: 28px; text-align: center; break-inside: avoid; } .signatures > div { flex: 1; } .room { height: 64px; }
    @page { size: A4; margin: 16mm 14mm; } @media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; margin-top: 18px; } table, .card { margin: 6px 0; } li { break-inside: avoid; } }
    """
}
