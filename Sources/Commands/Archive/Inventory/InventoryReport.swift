internal import Archive
internal import DocumentModel

/// What an import did, for a terminal.
struct InventoryReport: Bilingual {
  let report: InventoryRun.Report
  let language: Language

  func show() {
    if report.isDryRun {
      report.sheets.forEach(showColumns)
      report.sample.forEach(show)
    }
    let summary = report.summary
    Console.print(
      report.isDryRun
        ? text(
          "Hiểu được \(summary.rows) dòng: \(report.listed.dossiers) hồ sơ và \(report.listed.documents) văn bản; chưa ghi gì.",
          "Rows understood: \(summary.rows), of \(Language.counted(report.listed.dossiers, "dossier")) and \(Language.counted(report.listed.documents, "document")); nothing was written."
        )
        : text(
          "Đã nhập \(summary.rows) dòng: \(summary.dossiers) hồ sơ và \(summary.items) văn bản mới, \(summary.unchanged) dòng đã có, \(summary.conflicts) mâu thuẫn.",
          "Took in \(Language.counted(summary.rows, "row")): \(Language.counted(summary.dossiers, "new dossier")), \(Language.counted(summary.items, "new document")), \(Language.counted(summary.unchanged, "known row")), \(Language.counted(summary.conflicts, "conflict"))."
        ))
    for rejection in report.rejections.prefix(20) {
      Console.print(text("  dòng \(rejection.row): ", "  row \(rejection.row): ") + rejection.reason.text(in: language))
    }
    for sheet in report.sheets { showLeftOut(sheet) }
    for sheet in report.sheetsLeftOut {
      Console.print(
        text(
          "Trang tính “\(sheet)” không có dòng tiêu đề cột nên không đọc.",
          "The sheet “\(sheet)” has no heading row and was not read."))
    }
    let rejected = report.rejections.count
    if rejected > 0 {
      Console.print(
        text(
          "\(rejected) dòng bị từ chối; xem đủ bằng --json.", "Rows rejected: \(rejected); all of them with --json."
        ))
    }
  }

  /// One of the first rows as it would be imported.
  private func show(_ entry: InventoryEntry) {
    var place = [entry.fonds, entry.catalogue, entry.box, entry.dossier?.code].compactMap { $0 }
    if let metres = entry.uncountedMetres { place.append(text("\(metres) mét", "\(metres) m")) }
    let title = text("  dòng \(entry.row): hồ sơ ", "  row \(entry.row): dossier ")
    Console.print(title + (place + values(entry.dossier?.fields, of: "dossier")).joined(separator: " | "))
    guard let item = entry.item else { return }
    let ordinal = item.ordinal.map { ["\($0)"] } ?? []
    let values = ordinal + values(item.fields, of: "item")
    Console.print(text("    văn bản ", "    document ") + values.joined(separator: " | "))
  }

  private func values(_ fields: StatedFields?, of level: String) -> [String] {
    (fields?.shown ?? []).map { field in
      (InventoryColumn.heading(of: field.column, level: level).map { "\($0): " } ?? "") + field.text.shortened(to: 60)
    }
  }

  private func showColumns(_ sheet: InventoryRun.SheetColumns) {
    if report.sheets.count > 1 { Console.print(text("Trang tính “\(sheet.name)”:", "Sheet “\(sheet.name)”:")) }
    var table = TextTable([
      (text("Cột", "Column"), .right), (text("Tiêu đề", "Heading"), .left), (text("Hiểu là", "Understood as"), .left),
    ])
    for column in sheet.columns.columns {
      let field = column.field?.rawValue ?? text("(bỏ qua)", "(left out)")
      table.add([column.letter, column.heading.shortened(to: 50), field])
    }
    table.lines().forEach(Console.print)
  }

  private func showLeftOut(_ sheet: InventoryRun.SheetColumns) {
    guard !sheet.leftOut.isEmpty else { return }
    let all = sheet.leftOut.map { $0.heading.isEmpty ? $0.letter : "\($0.letter) “\($0.heading)”" }
    // A quotation mark that never closes makes thousands.
    let columns = all.prefix(50) + (all.count > 50 ? ["… (\(all.count))"] : [])
    let place = sheet.name.isEmpty ? "" : text("Trang tính “\(sheet.name)”: ", "Sheet “\(sheet.name)”: ")
    Console.print(
      place
        + text(
          "bỏ qua cột không hiểu: \(columns.joined(separator: ", ")). Gán bằng --map nếu cần.",
          "columns left out, not understood: \(columns.joined(separator: ", ")). Assign them with --map if needed."))
  }
}
