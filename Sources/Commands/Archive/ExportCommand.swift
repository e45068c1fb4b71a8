internal import Archive
internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Foundation
internal import Reports

/// `sohoa export`: what the archive holds, for other programs.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(vi: "Xuất nhiệm vụ, văn bản, bảng nhiệm vụ.", en: "Export tasks, documents, task tables."),
    discussion: say(
      vi: """
        tables: mỗi văn bản một trang tính (xlsx) hoặc một bản ghi đầy đủ (json, jsonl).
        corrections: những chữ người rà soát đã sửa, để huấn luyện (csv, json, jsonl).

        Ví dụ:
          sohoa export tasks nhiem-vu.xlsx --open
          sohoa export tasks nhiem-vu.xlsx --records ket-qua/
          sohoa export documents van-ban.csv --type KH
          sohoa export tables bang.xlsx --issuer "Hợp Minh"
          sohoa export tasks --format jsonl > nhiem-vu.jsonl
        """,
      en: """
        tables: a sheet for every document (xlsx), or its record whole (json, jsonl).
        corrections: words that reviewers corrected, for training (csv, json, jsonl).

        Examples:
          sohoa export tasks tasks.xlsx --open
          sohoa export tasks tasks.xlsx --records results/
          sohoa export documents documents.csv --type KH
          sohoa export tables tables.xlsx --issuer "Hợp Minh"
          sohoa export tasks --format jsonl > tasks.jsonl
        """))

  enum What: String, ExpressibleByArgument, CaseIterable { case tasks, documents, tables, corrections }
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx, json, jsonl }

  @Argument(
    help: help(
      vi: "Xuất gì: tasks, documents, tables, corrections.", en: "What: tasks, documents, tables, corrections.",
      value: .what))
  var what: What
  @Argument(
    help: help(vi: "Tệp ra; không nêu thì in ra màn hình.", en: "File to write; standard output without.", value: .file)
  )
  var file: String?
  @Option(
    help: help(
      vi: "Dạng: csv, xlsx, json, jsonl (mặc định theo đuôi tệp).",
      en: "Format: csv, xlsx, json, jsonl (from the file's name).", value: .format))
  var format: Format?
  @OptionGroup var which: TaskOptions
  @OptionGroup var records: RecordsOption
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if let file, file.hasSuffix("record.json"), FileManager.default.fileExists(atPath: file) {
      throw ValidationError(
        say(
          vi: "“\(file)” là tệp ra và sẽ bị ghi đè. Muốn đọc từ nó: --records “\(file)”",
          en: "“\(file)” is the file to write and would be lost. To read from it: --records “\(file)”"))
    }
    if format == nil, let file { try FileEnding.require(Format.allCases.map(\.rawValue), of: file) }
    if chosen == .xlsx, what == .corrections {
      throw ValidationError(say(vi: "corrections: chọn csv, json hoặc jsonl.", en: "corrections: csv, json or jsonl."))
    }
    if chosen == .xlsx, file == nil {
      throw ValidationError(say(vi: "xlsx cần tên tệp ra.", en: "xlsx needs a file to write."))
    }
  }

  private var chosen: Format {
    format ?? Format.allCases.first { file?.lowercased().hasSuffix("." + $0.rawValue) == true }
      ?? (options.json ? .json : .csv)
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      switch try records.with(options, find) {
      case .tasks(let tasks): try export(tasks, perDocument: what == .tables)
      case .records(let records): try write(records)
      case .corrections(let corrections): try export(corrections)
      case .documents(let documents): try export(documents)
      }
    }
  }

  private enum Found {
    case tasks([TaskEntry]), records([DocumentRecord]), corrections([Correction]), documents([DocumentEntry])
  }

  @inline(never)
  private func find(in archive: Archive) throws -> Found {
    switch what {
    case .tables where chosen == .json || chosen == .jsonl:
      let documents = try archive.documentList(which.filter.filter)
      return .records(try documents.compactMap { try archive.document(id: $0.summary.id) })
    case .tasks, .tables: return .tasks(try archive.tasks(try which.query(limit: nil)).entries)
    case .corrections: return .corrections(try archive.correctedPairs())
    case .documents: return .documents(try archive.documentList(which.filter.filter))
    }
  }

  private func export(_ tasks: [TaskEntry], perDocument: Bool) throws {
    let tables = TaskTables(language: options.language)
    switch chosen {
    case .csv: try write(CSVExport.text(rows: [tables.columns.map(\.title)] + tasks.map(tables.row)))
    case .xlsx: try NamedFile.write(tables.sheets(tasks, perDocument: perDocument), to: file ?? "")
    case .json, .jsonl: try write(tasks)
    }
  }

  private func export(_ corrections: [Correction]) throws {
    guard chosen == .csv else { return try write(corrections) }
    let rows = corrections.map { [$0.original, $0.before, $0.after, $0.context].map { $0 ?? "" } }
    try write(CSVExport.text(rows: [["recognised", "restored", "right", "line"]] + rows))
  }

  private func export(_ documents: [DocumentEntry]) throws {
    let tables = DocumentTables(language: options.language)
    switch chosen {
    case .csv: try write(CSVExport.text(rows: [tables.columns.map(\.title)] + documents.map(tables.row)))
    case .xlsx:
      let name = options.text("Văn bản", "Documents")
      try NamedFile.write(
        [XLSXSheet(name: name, columns: tables.columns, rows: documents.map(tables.cells))], to: file ?? "")
    case .json, .jsonl: try write(documents)
    }
  }

  /// As one array, or a value a line.
  private func write(_ values: [some Encodable]) throws {
    var bytes: [UInt8] = []
    if chosen == .jsonl {
      for value in values { bytes += try JSONExport.line(of: value) }
    } else {
      bytes = try JSONExport.data(of: values)
    }
    try write(bytes)
  }

  private func write(_ text: String) throws { try write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) throws {
    if let file { try NamedFile.write(bytes, to: file) } else { Console.write(bytes) }
  }
}
