internal import DocumentModel
internal import Export
internal import Foundation

/// The kinds of files that are written for an input.
public enum OutputFormat: String, Sendable, CaseIterable {
  case json, csv, txt

  /// Its file's name in the input's folder.
  public var fileName: String {
    switch self {
    case .json: "record.json"
    case .csv: "tasks.csv"
    case .txt: "text.txt"
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
      for format in [OutputFormat.txt, .csv, .json] where formats.contains(format) {
        try OutputFile.write(try contents(of: product, as: format), to: folder + "/" + format.fileName)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(folder, error.localizedDescription))
    }
  }

  private func contents(of product: InputProcessor.Product, as format: OutputFormat) throws(Failure) -> [UInt8] {
    switch format {
    case .txt: Array(product.transcript.text.utf8)
    case .csv: Array(CSVExport.text(rows: TaskSheet(product.record, language: language).rows).utf8)
    case .json: try JSONExport.data(of: product.record)
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
