internal import Archive
internal import DocumentModel
public import Export

/// The report as rows of a CSV file and as sheets of a workbook.
extension ProgressTables {
  public var csvRows: [[String]] {
    notes.map { [$0] } + [[]] + [stageHeading] + stageRows(report.all) + [[]] + [groupHeading] + groupRows + [[]]
      + (years.map { [$0.heading] + $0.rows + [[]] } ?? [])
      + outlook.map { [$0] } + (qualityLines + packageLines).map { [$0] }
  }

  public var sheets: [XLSXSheet] {
    let w = wording
    let stages = XLSXSheet(
      name: w.text("Tổng hợp", "Summary"), notes: notes + outlook + qualityLines + packageLines + [""],
      columns: stageHeading.enumerated().map { XLSXSheet.Column($1, width: $0 == 0 ? 32 : 18) },
      rows: stageRows(report.all).map { $0.map { .text($0) } })
    return [stages, numbers]
  }

  /// Numbers that can be worked on with: a row a group, stage and unit.
  private var numbers: XLSXSheet {
    let w = wording
    let titles = [
      (w.grouping(report.grouping), 24.0), (w.text("Công đoạn", "Stage"), 26), (w.text("Đơn vị tính", "Unit"), 12),
      (w.text("Đã đạt", "Reached"), 12), (w.text("Mẫu số đã đếm", "Counted whole"), 14),
      (w.text("Ước thấp", "Estimate, low"), 12), (w.text("Ước cao", "Estimate, high"), 12),
      (w.text("Tỷ lệ thấp", "Low"), 11), (w.text("Tỷ lệ", "Share"), 11), (w.text("Tỷ lệ cao", "High"), 11),
      (w.text("Độ phủ", "Coverage"), 11),
    ]
    let groups = [report.all] + report.groups
    let rows = groups.enumerated().flatMap { index, group in
      let name = index == 0 ? w.text("TOÀN BỘ", "ALL") : group.name
      return group.lines.map { line in cells(line, name: name) }
    }
    return XLSXSheet(
      name: w.text("Số liệu", "Numbers"), columns: titles.map { XLSXSheet.Column($0.0, width: $0.1) }, rows: rows)
  }

  private func cells(_ line: ProgressReport.Line, name: String) -> [XLSXSheet.Cell] {
    let ratio = line.ratio
    return [
      .text(name), .text(wording.name(line.stage)), .text(wording.name(line.unit)), .number(ratio.reached),
      .number(ratio.counted), .number(ratio.estimatedLow), ratio.estimatedHigh.map { .number($0) } ?? .text("?"),
      .init(share: ratio.low), .init(share: ratio.mid), .init(share: ratio.high), .init(share: ratio.coverage),
    ]
  }
}
