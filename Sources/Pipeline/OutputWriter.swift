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
        try AtomicFile.write(try contents(of: product, as: format), to: folder + "/" + format.fileName)
        if format == .csv { try writeTables(of: product.record, to: folder) }
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(folder, error.localizedDescription))
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
      try AtomicFile.write(Array(CSVExport.text(rows: sheet.rows).utf8), to: folder + "/" + sheet.fileName)
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

/// A file that appears complete or not at all.
enum AtomicFile {
  /// Written beside its place, brought to disk, then renamed over it.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: temporary))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
      try handle.synchronize()
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWrite(path, reason))
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
