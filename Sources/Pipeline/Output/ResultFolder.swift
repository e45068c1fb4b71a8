internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Intake

/// The folder of an input's results while they are written: what formats are made from, and the files that are there
/// already. A folder has one writer.
struct ResultFolder: Sendable {
  let path: String
  let input: Input
  let product: InputProcessor.Product
  let settings: OutputSettings
  /// The record with what was found about the files so far.
  private(set) var record: InputRecord
  /// What was written so far, in order.
  private(set) var files: [ResultFile] = []
  /// What the user should be told of the files.
  private(set) var notices: [Message] = []

  init(path: String, input: Input, product: InputProcessor.Product, settings: OutputSettings) {
    self.path = path
    self.input = input
    self.product = product
    self.settings = settings
    record = product.record
  }

  /// Writes a file, whole or not at all.
  ///
  /// - Throws: a failure where it cannot be written.
  mutating func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try write(to: name) { path throws(Failure) in try DurableFile.write(bytes, to: path) }
  }

  /// Has a file written to the path of this name, for formats that are not made in memory.
  ///
  /// - Throws: what the body throws.
  mutating func write(to name: String, _ body: (_ path: String) throws(Failure) -> Void) throws(Failure) {
    let file = ResultFile(name: name, path: path + "/" + name)
    try body(file.path)
    files.append(file)
  }

  /// Enters what is odd about a file, for the record and for the user.
  mutating func add(_ finding: Finding) {
    record.findings.append(finding)
    notices.append(finding.message)
  }

  /// Removes the files of the folder that fit.
  ///
  /// - Throws: a failure where one of them cannot be removed.
  func removeFiles(where fits: (_ name: String) -> Bool) throws(Failure) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: path) where fits(name) {
        try FileManager.default.removeItem(atPath: path + "/" + name)
      }
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
  }
}

/// A file that was written for an input.
struct ResultFile: Sendable {
  /// In the input's folder.
  let name: String
  let path: String

  /// In bytes; nil where the file is gone.
  var size: Int? { FileStamp(of: path)?.size }

  /// SHA-256, hexadecimal; the file is read for it. Nil where the file is gone.
  var sha256: String? { try? ContentHash.sha256(of: [path]) }
}
