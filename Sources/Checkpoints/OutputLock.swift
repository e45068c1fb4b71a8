public import DocumentModel
internal import Foundation

/// Keeps a second run out of an output folder. The kernel releases it when the process ends, however it ends.
public final class OutputLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock that this file stands for.
  ///
  /// - Throws: a failure with the code `tryLater` where another process has it.
  public init(file path: String) throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(in: path)
      close(descriptor)
      throw Failure(.tryLater, .outputInUse(path, holder))
    }
    let line = Array("\(getpid()) \(ProcessInfo.processInfo.hostName)\n".utf8)
    ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    // A process that is being started may hold a copy of the descriptor for a moment: closing ours would not be enough.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Whether a process holds the lock of this file now.
  public static func isHeld(file path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// Process number and machine, as the holder wrote them.
  private static func holder(in path: String) -> String {
    let text = DurableFile.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: ", ")
  }
}

extension Message {
  static func outputInUse(_ path: String, _ holder: String) -> Message {
    Message(
      "output-in-use",
      vi: "Một lượt chạy khác đang ghi vào thư mục kết quả này (tiến trình, máy: \(holder); khóa: “\(path)”). "
        + "Chờ lượt đó xong, dừng nó, hoặc chọn --output khác.",
      en: "Another run is writing to this output folder (process, machine: \(holder); lock: “\(path)”). "
        + "Wait for it, stop it, or choose another --output.")
  }
}
