internal import DocumentModel
internal import GRDB

/// What SQLite reports, as a failure that says what to do.
enum ArchiveFault {
  static func opening(_ path: String, _ error: any Error) -> Failure {
    known(path, error) ?? Failure(.cannotOpenInput, .cannotOpenArchive(path, String(describing: error)))
  }

  static func writing(_ path: String, _ error: any Error) -> Failure {
    known(path, error) ?? Failure(.cannotWriteOutput, .cannotWriteArchive(path, String(describing: error)))
  }

  private static func known(_ path: String, _ error: any Error) -> Failure? {
    guard let error = error as? DatabaseError else { return nil }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return Failure(.cannotWriteOutput, .archiveBusy(path))
    case .SQLITE_READONLY: return Failure(.cannotWriteOutput, .archiveReadOnly(path))
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: return Failure(.interrupted, .archiveInterrupted(path))
    case .SQLITE_FULL: return Failure(.cannotWriteOutput, .diskFull(path))
    case .SQLITE_NOTADB: return Failure(.badInput, .notAnArchive(path))
    case .SQLITE_CORRUPT: return Failure(.badInput, .archiveDamaged(path))
    default: return nil
    }
  }
}

extension Message {
  static func noSuchArchive(_ path: String) -> Message {
    Message(
      "no-such-archive", vi: "Không có kho lưu trữ “\(path)”. Tạo bằng: sohoa archive init \(path)",
      en: "There is no archive “\(path)”. Make one with: sohoa archive init \(path)")
  }

  static func archiveNotReadable(_ path: String) -> Message {
    Message(
      "archive-not-readable", vi: "Không đọc được “\(path)”. Kiểm tra quyền đọc tệp.",
      en: "Cannot read “\(path)”. Check the file's permissions.")
  }

  static func archiveReadOnly(_ path: String) -> Message {
    Message(
      "archive-read-only",
      vi: "Kho “\(path)” chỉ cho đọc. Cấp quyền ghi cho tệp và thư mục, hoặc sao chép kho sang nơi ghi được.",
      en: "The archive “\(path)” is read-only. Allow writing to the file and its folder, or copy it elsewhere.")
  }

  static func notAnArchive(_ path: String) -> Message {
    Message(
      "not-an-archive", vi: "“\(path)” không phải kho của sohoa; tệp được để nguyên. Chọn tên tệp khác.",
      en: "“\(path)” is no archive of sohoa; it was left as it is. Choose another file name.")
  }

  static func archiveNewer(_ path: String) -> Message {
    Message(
      "archive-newer", vi: "Kho “\(path)” do phiên bản sohoa mới hơn tạo. Hãy cập nhật sohoa; kho được để nguyên.",
      en: "The archive “\(path)” was made by a newer sohoa. Update sohoa; the archive was left as it is.")
  }

  static func archiveEmpty(_ path: String) -> Message {
    Message(
      "archive-empty",
      vi: "“\(path)” trống, không có kho nào trong đó (đĩa đầy khi sao chép?). Lấy lại bằng: sohoa archive "
        + "restore, hoặc tạo kho mới: sohoa archive init \(path)",
      en: "“\(path)” is empty and holds no archive (was the disk full while it was copied?). Get it back with: sohoa "
        + "archive restore, or make a new one: sohoa archive init \(path)")
  }

  static func archiveInterrupted(_ path: String) -> Message {
    Message(
      "archive-interrupted", vi: "Đã dừng theo yêu cầu; lần ghi dở vào kho “\(path)” được hủy.",
      en: "Stopped as asked; what was begun in the archive “\(path)” was undone.")
  }

  static func archiveTruncated(_ path: String) -> Message {
    Message(
      "archive-truncated",
      vi: "Kho “\(path)” bị cụt (tệp ngắn hơn phần đầu ghi). Lấy lại từ bản sao lưu: sohoa archive restore",
      en: "The archive “\(path)” is cut off (shorter than its head says). Get a backup back: sohoa archive restore")
  }

  static func archiveDamaged(_ path: String) -> Message {
    Message(
      "archive-damaged", vi: "Kho “\(path)” bị hỏng. Lấy lại từ bản sao lưu, hoặc chạy: sohoa archive check \(path)",
      en: "The archive “\(path)” is damaged. Restore it from a backup, or run: sohoa archive check \(path)")
  }

  static func archiveBusy(_ path: String) -> Message {
    Message(
      "archive-busy", vi: "Kho “\(path)” đang bị chương trình khác khóa. Đợi chương trình đó xong rồi chạy lại.",
      en: "The archive “\(path)” is locked by another program. Run again when that one has finished.")
  }

  static func diskFull(_ path: String) -> Message {
    Message(
      "disk-full", vi: "Đĩa đầy khi ghi kho “\(path)”; lần ghi dở đã được hủy. Giải phóng dung lượng rồi chạy lại.",
      en: "The disk is full while writing “\(path)”; what was begun was undone. Free some space and run again.")
  }

  static func cannotOpenArchive(_ path: String, _ reason: String) -> Message {
    Message(
      "cannot-open-archive", vi: "Không mở được kho lưu trữ “\(path)”: \(reason)",
      en: "Cannot open the archive “\(path)”: \(reason)")
  }

  static func cannotWriteArchive(_ path: String, _ reason: String) -> Message {
    Message(
      "cannot-write-archive", vi: "Không ghi được vào kho lưu trữ “\(path)”: \(reason)",
      en: "Cannot write to the archive “\(path)”: \(reason)")
  }
}
