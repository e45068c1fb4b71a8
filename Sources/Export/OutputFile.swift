public import DocumentModel
internal import Foundation

/// A file that appears complete or not at all.
public enum OutputFile {
  /// Written beside its place, brought to disk, then renamed over it.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: temporary))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
      try handle.synchronize()
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWriteFile(path, error.localizedDescription))
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: temporary)
      throw Failure(.cannotWriteOutput, .cannotWriteFile(path, reason))
    }
  }
}

extension Message {
  static func cannotWriteFile(_ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-write", vi: "Không ghi được “\(path)” (\(reason.vi)). Kiểm tra quyền ghi và dung lượng đĩa.",
      en: "Cannot write “\(path)” (\(reason.en)). Check that you may write there and that the disk has room.")
  }
}
