internal import Checkpoints
internal import DocumentModel
internal import Export

/// A file whose name the user gave. What a killed command left beside it goes when it is written again.
enum NamedFile {
  /// - Throws: a failure where it cannot be written; an older file is then as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    DurableFile.removeLeftovers(of: path)
    try DurableFile.write(bytes, to: path)
  }

  /// - Throws: a failure where it cannot be written; an older file is then as it was.
  static func write(_ sheets: [XLSXSheet], to path: String) throws(Failure) {
    DurableFile.removeLeftovers(of: path)
    try XLSXWorkbook.write(sheets, to: path)
  }
}
