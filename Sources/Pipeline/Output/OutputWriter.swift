internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Foundation
internal import Intake
internal import SearchablePDF

/// The kinds of files that are written for an input.
public enum OutputFormat: String, Sendable, CaseIterable, Codable {
  case json, csv, txt, xlsx, pdf, alto, hocr

  /// What is written where nothing else is asked for.
  public static let usual: Set<OutputFormat> = [.json, .csv, .txt]

  /// It shows pages: a text input, which has none, has no such file.
  var needsPages: Bool { self == .pdf || self == .alto || self == .hocr }

  /// Its file's name in the input's folder.
  public var fileName: String {
    switch self {
    case .json: "record.json"
    case .csv: "tasks.csv"
    case .txt: "text.txt"
    case .xlsx: "tasks.xlsx"
    case .pdf: "searchable.pdf"
    case .alto: "alto.xml"
    case .hocr: "hocr.html"
    }
  }
}

/// Writes what was made of an input: every file whole or not at all.
struct OutputWriter: Sendable {
  let directory: String
  let formats: Set<OutputFormat>
  let language: Language
  /// The largest image that is decoded, in pixels.
  let mostPixels: Int

  /// The record is written last: where it is, the rest is too. What is odd about the files themselves is in `notices`
  /// and in the record.
  func write(_ product: InputProcessor.Product, of input: Input) async throws(Failure) -> Written {
    let folder = directory + "/" + input.name
    var written = Written(record: product.record)
    let shown = OutputFormat.allCases.filter { formats.contains($0) && $0.needsPages }
    if product.record.source.kind == .text, !shown.isEmpty {
      written.add(Finding(.note, .needsPages(shown, input.path)))
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try removeLeftovers(in: folder)
      for format in [OutputFormat.txt, .csv, .xlsx, .hocr, .alto, .pdf, .json] where formats.contains(format) {
        try await write(product, of: input, as: format, to: folder, &written)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(folder, error.localizedDescription))
    }
    return written
  }

  /// Writes one file, if the input has it, and the tables beside that of the tasks.
  private func write(
    _ product: InputProcessor.Product, of input: Input, as format: OutputFormat, to folder: String,
    _ written: inout Written
  ) async throws {
    let path = folder + "/" + format.fileName
    if format == .xlsx {
      try XLSXWorkbook.write([workbookSheet(of: product.record)], to: path)
    } else {
      guard let contents = try await contents(of: product, from: input, as: format, &written) else { return }
      try DurableFile.write(contents, to: path)
    }
    written.files.append(format.fileName)
    if format == .csv { try writeTables(of: product.record, to: folder) }
  }

  /// What a process that was killed had half written. An input's folder has one writer.
  private func removeLeftovers(in folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".partial") {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// A file for every table; those of an earlier run with more tables go.
  private func writeTables(of record: InputRecord, to folder: String) throws {
    let sheets = TableSheet.sheets(of: record)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasPrefix("table-") && name.hasSuffix(".csv") && !sheets.contains(where: { $0.fileName == name }) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    for sheet in sheets {
      try DurableFile.write(Array(CSVExport.text(rows: sheet.rows).utf8), to: folder + "/" + sheet.fileName)
    }
  }

  private func workbookSheet(of record: InputRecord) -> XLSXSheet {
    TaskSheet(record, language: language).workbookSheet(named: language == .vi ? "Nhiệm vụ" : "Tasks")
  }

  struct Written {
    var record: InputRecord
    /// Names of what was written into the input's folder.
    var files: [String] = []
    /// What the user should be told of the files.
    var notices: [Message] = []

    mutating func add(_ finding: Finding) {
      record.findings.append(finding)
      notices.append(finding.message)
    }
  }

  /// Nil where the input has no such file.
  private func contents(
    of product: InputProcessor.Product, from input: Input, as format: OutputFormat, _ written: inout Written
  ) async throws(Failure) -> [UInt8]? {
    if format.needsPages, product.record.source.kind == .text { return nil }
    switch format {
    case .txt: return Array(product.transcript.text.utf8)
    case .csv: return Array(CSVExport.text(rows: TaskSheet(product.record, language: language).rows).utf8)
    case .json: return try JSONExport.data(of: written.record)
    // A workbook is written to its place, not made in memory.
    case .xlsx: return nil
    case .hocr: return HOCRExport.data(product.pages, of: LayoutSource(product.record))
    case .alto: return ALTOExport.data(product.pages, of: LayoutSource(product.record))
    case .pdf: return try await searchable(product, from: input, &written)
    }
  }

  /// A PDF that cannot be made is no reason to be without the rest.
  private func searchable(
    _ product: InputProcessor.Product, from input: Input, _ written: inout Written
  ) async throws(Failure) -> [UInt8]? {
    do {
      let made = try await SearchableCopy(input: input, product: product, mostPixels: mostPixels).make()
      made.findings.forEach { written.add($0) }
      return made.bytes
    } catch  where error.code == .badInput {
      written.add(Finding(.error, error.message))
      return nil
    }
  }
}

extension LayoutSource {
  fileprivate init(_ record: InputRecord) {
    let path = record.source.path
    self.init(
      fileName: path.split(separator: "/").last.map(String.init) ?? path, sha256: record.source.sha256,
      title: record.title)
  }
}

extension Message {
  static func needsPages(_ formats: [OutputFormat], _ path: String) -> Message {
    let names = formats.map(\.rawValue).joined(separator: ", ")
    return Message(
      "needs-pages", vi: "“\(path)” là văn bản thuần, không có ảnh trang: không ghi \(names). Đưa bản quét vào để có.",
      en: "“\(path)” is plain text without page images: no \(names) is written. Give the scan to get it.")
  }
}
