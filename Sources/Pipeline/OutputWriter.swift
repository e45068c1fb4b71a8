internal import DocumentModel
internal import Export
internal import Foundation

/// The kinds of files that are written for an input.
public enum OutputFormat: String, Sendable, CaseIterable {
  case json, csv, txt, xlsx

  /// Its file's name in the input's folder.
  public var fileName: String {
    switch self {
    case .json: "record.json"
    case .csv: "tasks.csv"
    case .txt: "text.txt"
    case .xlsx: "tasks.xlsx"
    }
  }
}

/// Writes what was made of an input: every file whole or not at all.
struct OutputWriter: Sendable {
  let directory: String
  let formats: Set<OutputFormat>
  let language: Language

  /// The record is written last: where it is, the rest is too.
  func write(_ product: InputProcessor.Product, as name: String) throws(Failure) {
    let folder = directory + "/" + name
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for format in [OutputFormat.txt, .csv, .xlsx, .json] where formats.contains(format) {
        try write(product, as: format, to: folder + "/" + format.fileName)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(folder, error.localizedDescription))
    }
  }

  private func write(_ product: InputProcessor.Product, as format: OutputFormat, to path: String) throws(Failure) {
    let sheet = TaskSheet(product.record, language: language)
    switch format {
    case .txt: try OutputFile.write(Array(product.transcript.text.utf8), to: path)
    case .csv: try OutputFile.write(Array(CSVExport.text(rows: sheet.rows).utf8), to: path)
    case .xlsx: try XLSXWorkbook.write([sheet.workbookSheet(named: language == .vi ? "Nhiệm vụ" : "Tasks")], to: path)
    case .json: try OutputFile.write(try JSONExport.data(of: product.record), to: path)
    }
  }
}

extension Message {
  static func cannotWrite(_ path: String, _ reason: String) -> Message {
    Message(
      "cannot-write", vi: "Không ghi được “\(path)” (\(reason)). Kiểm tra quyền ghi và dung lượng đĩa.",
      en: "Cannot write “\(path)” (\(reason)). Check that you may write there and that the disk has room.")
  }
}
