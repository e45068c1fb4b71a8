public import DocumentModel
internal import Foundation
internal import Vietnamese

/// Rows of an inventory as archives keep it: CSV in any Vietnamese encoding, or the sheets of an XLSX file.
public struct SheetReader: Sendable {
  private let path: String
  private let bytes: [UInt8]

  /// Reads the file.
  ///
  /// - Throws: a `Failure` where the file is not there or may not be read.
  public init(path: String) throws(Failure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.cannotOpenInput, .cannotOpenSheet(path))
    }
    self.path = path
    bytes = [UInt8](data)
  }

  /// The file's bytes, for their hash.
  public var contents: [UInt8] { bytes }

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
    if bytes.starts(with: [0x50, 0x4B]) {
      guard let workbook = Workbook(bytes) else { throw Failure(.badInput, .damagedWorkbook(path)) }
      return workbook.forEachRow(body)
    }
    // The old binary form of Excel, and of Word.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Failure(.badInput, .oldWorkbook(path)) }
    if bytes.prefix(4096).contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) {
      throw Failure(.badInput, .notATable(path))
    }
    DelimitedText(SheetText.decoded(bytes)).forEachRow(body)
  }
}

extension Message {
  static func cannotOpenSheet(_ path: String) -> Message {
    Message(
      "cannot-open-sheet", vi: "Không mở được bảng “\(path)”. Kiểm tra tên tệp và quyền đọc.",
      en: "Cannot open the table “\(path)”. Check its name and permissions.")
  }

  static func damagedWorkbook(_ path: String) -> Message {
    Message(
      "damaged-workbook",
      vi:
        "“\(path)” không phải tệp XLSX đọc được, bị hỏng hoặc quá lớn (trên 1 GB khi mở). Mở bằng Excel và lưu lại, hoặc lưu dạng CSV.",
      en:
        "“\(path)” is no XLSX file that can be read, is damaged, or too large (over 1 GB unpacked). Save it anew, or as CSV."
    )
  }

  static func oldWorkbook(_ path: String) -> Message {
    Message(
      "old-workbook",
      vi: "“\(path)” là Excel đời cũ (.xls). Mở bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx hoặc .csv.",
      en: "“\(path)” is an old Excel file (.xls). Open it and save it as .xlsx or .csv.")
  }

  static func notATable(_ path: String) -> Message {
    Message(
      "not-a-table", vi: "“\(path)” không phải bảng CSV hoặc XLSX.", en: "“\(path)” is neither a CSV nor an XLSX table."
    )
  }
}
