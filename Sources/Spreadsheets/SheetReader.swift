public import DocumentModel
internal import Foundation
internal import Vietnamese

/// Rows of an inventory as archives keep it: CSV in any Vietnamese encoding, or the sheets of an XLSX file.
public struct SheetReader: Sendable {
  private let path: String

  /// - Throws: a `Failure` where the file is not there or may not be read.
  public init(path: String) throws(Failure) {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure(.cannotOpenInput, .cannotOpenSheet(path))
    }
    self.path = path
  }

  /// Gives the rows in order, until `body` says false; letters that only look Vietnamese are mended.
  ///
  /// - Throws: a `Failure` for a file that is no table, or damaged.
  public func forEachRow(_ body: (SheetRow) -> Bool) throws(Failure) {
    try forEachRawRow { row in
      var row = row
      row.cells = row.cells.map(Lookalikes.mended)
      return body(row)
    }
  }

  private func forEachRawRow(_ body: (SheetRow) -> Bool) throws(Failure) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw Failure(.cannotOpenInput, .cannotOpenSheet(path))
    }
    switch SheetKind(data) {
    case .zip: try forEachRowOfWorkbook(body)
    case .text: if !DelimitedText(data).forEachRow(body) { throw Failure(.badInput, .tooManyRows(path)) }
    case .other(let name): throw Failure(.badInput, .otherKind(path, name))
    case .protected: throw Failure(.badInput, .protectedWorkbook(path))
    case .unknown: throw Failure(.badInput, .notATable(path))
    }
  }

  private func forEachRowOfWorkbook(_ body: (SheetRow) -> Bool) throws(Failure) {
    guard let zip = ZipArchive(path: path) else { throw Failure(.badInput, .damagedWorkbook(path)) }
    if let name = SheetKind.other(zip) { throw Failure(.badInput, .otherKind(path, name)) }
    do {
      try Workbook(zip).forEachRow(body)
    } catch {
      throw Failure(.badInput, .unreadable(error, path))
    }
  }
}
