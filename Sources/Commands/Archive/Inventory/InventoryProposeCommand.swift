internal import Archive
internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export

/// `sohoa inventory propose`.
struct InventoryProposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: say(
      vi: "Lập mục lục từ mục lục văn bản, mục lục hồ sơ, bìa, chứng từ kết thúc đã quét.",
      en: "Make an inventory of scanned lists, covers and closing sheets."),
    discussion: say(
      vi: """
        Đọc record.json, tệp .jsonl hoặc thư mục kết quả của process; không nêu thì đọc kho. Ghi bảng \
        \(InventoryColumn.writtenCount) cột, thêm cột Số khuyết khi giấy có nêu. Chỉ ghi điều có trên giấy: ô không đọc được \
        và chỗ các tờ nói khác nhau thì để trống và báo ra. Xem lại bảng rồi nhập bằng inventory import.

        Ví dụ:
          sohoa inventory propose ket-qua/ --output muc-luc.xlsx
          sohoa inventory propose --archive kho.sqlite --output muc-luc.csv
          sohoa inventory propose ket-qua/mlvb/record.json --output - | less
          sohoa inventory import muc-luc.csv --fonds P01 --archive kho.sqlite
        """,
      en: """
        Reads record.json, .jsonl or the output folder of process; without one, the archive. Writes the \
        \(InventoryColumn.writtenCount)-column table, and a column of missing numbers where the papers state any. Only what \
        stands on the papers is written: cells that could not be read and what the papers say differently are left empty \
        and named. Look the table through, then take it in with inventory import.

        Examples:
          sohoa inventory propose results/ --output list.xlsx
          sohoa inventory propose --archive archive.sqlite --output list.csv
          sohoa inventory propose results/list/record.json --output - | less
          sohoa inventory import list.csv --fonds P01 --archive archive.sqlite
        """))

  @Argument(
    help: help(
      vi: "record.json, tệp .jsonl hoặc thư mục kết quả.", en: "record.json, .jsonl or output folders.", value: .input))
  var results: [String] = []
  @Option(
    name: .shortAndLong,
    help: help(
      vi: "Tệp ra; đuôi .csv hoặc .xlsx; - là màn hình (CSV).",
      en: "File to write; .csv or .xlsx; - for standard output (CSV).", value: .file))
  var output: String
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if output != "-" { try FileEnding.require(["csv", "xlsx"], of: output) }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let aids = results.isEmpty ? try options.open().aids() : read()
      if aids.isEmpty { throw Failure(.badInput, .noAids()) }
      let proposed = ProposedInventory(of: aids)
      let report = ProposalReport(aids, proposed, withRows: options.json && output == "-")
      try write(proposed.sheet)
      if options.json { return Console.write(try JSONExport.data(of: report)) }
      report.show(in: options.language, output: output)
    }
  }

  /// Of the records that can be read; the others are complained of.
  private func read() -> [KeptAid] {
    RecordFiles(paths: results).makeIterator().reduce(into: []) { aids, record in
      switch record {
      case .success(let kept): aids += KeptAid.all(in: kept.record)
      case .failure(let failure): Console.complain(failure.message, in: options.language)
      }
    }
  }

  /// Nothing where the rows go into the report.
  private func write(_ sheet: InventorySheet) throws {
    if output == "-" {
      let text = CSVExport.text(rows: [sheet.heading] + sheet.rows)
      return options.json ? () : Console.write(Array(text.utf8))
    }
    try InventoryFile.write(sheet, to: output)
  }
}

/// An inventory as a file.
enum InventoryFile {
  /// A workbook, or comma-separated values under any other name.
  static func write(_ sheet: InventorySheet, to file: String) throws {
    if FileEnding.of(file) == "xlsx" {
      let columns = zip(sheet.heading, sheet.widths).map { XLSXSheet.Column($0, width: $1) }
      let cells = sheet.rows.map { $0.map { $0.isEmpty ? XLSXSheet.Cell.empty : .text($0) } }
      try NamedFile.write([XLSXSheet(name: "Mục lục", columns: columns, rows: cells)], to: file)
    } else {
      try NamedFile.write(Array(CSVExport.text(rows: [sheet.heading] + sheet.rows).utf8), to: file)
    }
  }
}

extension Message {
  static func noAids() -> Message {
    Message(
      "no-aids",
      vi:
        "Không có mục lục văn bản, mục lục hồ sơ, bìa hay chứng từ kết thúc nào. Quét chúng, chạy sohoa process rồi nêu thư mục kết quả.",
      en:
        "There is no list of documents or dossiers, no cover and no closing sheet. Scan them, run sohoa process, and name its output folder."
    )
  }
}
