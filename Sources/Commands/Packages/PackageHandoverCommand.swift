internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Packages
internal import Reports

/// `sohoa package handover`: the sheet that goes with a delivery.
struct PackageHandoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: say(
      vi: "Biên bản giao nhận gói: mã, tổng số, đủ hay thiếu.",
      en: "Sheet of a delivery: codes, totals, what is missing."),
    discussion: say(
      vi: """
        Hồ sơ chưa đóng gói, chưa ký, chưa kiểm đạt hoặc đã thay đổi sau khi đóng gói được ghi là thiếu.

        Ví dụ:
          sohoa package handover --output bien-ban.html --registration 01/2026/DK
          sohoa package handover --kind sip --fonds P01 --output bien-ban.xlsx
        """,
      en: """
        A dossier that is not packed, not signed, not checked or changed since is listed as missing.

        Examples:
          sohoa package handover --output handover.html --registration 01/2026/DK
          sohoa package handover --kind sip --fonds P01 --output handover.xlsx
        """))

  @Option(
    help: help(vi: "Loại gói: aip (mặc định) hoặc sip.", en: "Kind of package: aip (the default) or sip.", value: .type)
  )
  var kind: PackageKind = .aip
  @Option(help: help(vi: "Mã đăng ký yêu cầu nộp.", en: "Registration of the delivery.", value: .name))
  var registration: String?
  @OptionGroup var packages: PackageOptions
  @OptionGroup var frame: FrameOptions
  @OptionGroup var output: ReportOutput
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let rows = try options.open().handover(packages.selection, kind: kind.rawValue)
      let sheet = HandoverSheet(
        rows, registration: registration, on: try Now.day(), language: options.language, frame: frame.frame)
      switch output.format(json: options.json) {
      case .table: try output.write(text(sheet))
      case .html: try output.write(sheet.html)
      case .csv: try output.write(CSVExport.text(rows: sheet.csvRows))
      case .json: try output.write(String(decoding: try JSONExport.data(of: rows), as: UTF8.self))
      case .xlsx: try output.write(sheet.sheets)
      }
    }
  }

  private func text(_ sheet: HandoverSheet) -> String {
    var table = TextTable(sheet.heading.map { (title: $0, alignment: .left) })
    sheet.cells.forEach { table.add($0) }
    return (sheet.notes + [""] + table.lines()).joined(separator: "\n") + "\n"
  }
}
