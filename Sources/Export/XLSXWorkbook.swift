public import DocumentModel
internal import Foundation

/// Writes workbooks that can be handed in: heading frozen and filtered, days as days, text wrapped, pages numbered.
/// Text is always written as text, so that nothing in it can run as a formula (CWE-1236).
public enum XLSXWorkbook {
  /// The most characters that a cell holds, and rows that a sheet has (Excel's limits).
  static let mostCharacters = 32767
  static let mostRows = 1_048_576

  /// Writes the workbook beside its place, brings it to disk and renames it into it, so that nobody ever sees half a file:
  /// no reader, and nobody after the power failed.
  ///
  /// - Throws: `cannotWriteOutput` where a sheet has more than `mostRows` rows or the file cannot be written.
  public static func write(_ sheets: [XLSXSheet], to path: String) throws(Failure) {
    for sheet in sheets where sheet.rows.count + sheet.notes.count + 2 > mostRows {
      throw Failure(.cannotWriteOutput, .tooManyRows(sheet.rows.count))
    }
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
    let book = try XLSXBook(path: temporary)
    for sheet in sheets { book.add(sheet) }
    do {
      try book.close()
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWriteWorkbook(path, error.reason))
    }
    guard isOnDisk(temporary, O_RDWR), rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWriteWorkbook(path, reason))
    }
    // The folder, for the new name.
    _ = isOnDisk(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY)
  }

  /// Brings a file or a folder to disk; where that fails, `errno` says why.
  private static func isOnDisk(_ path: String, _ flags: Int32) -> Bool {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}

extension Message {
  static func cannotWriteWorkbook(_ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-write-workbook",
      vi: "Không ghi được bảng tính “\(path)” (\(reason.vi)). Kiểm tra quyền ghi và dung lượng đĩa.",
      en:
        "Cannot write the workbook “\(path)” (\(reason.en)). Check that you may write there and that the disk has room."
    )
  }

  static func tooManyRows(_ count: Int) -> Message {
    Message(
      "too-many-rows", vi: "\(count) dòng vượt giới hạn 1.048.576 dòng của XLSX. Xuất dạng csv, hoặc lọc bớt.",
      en: "\(count) rows are more than the 1,048,576 of XLSX. Export csv, or filter.")
  }
}
