internal import DocumentModel
internal import Foundation

/// Writing to what the program was started with. `FileHandle` traps where a disk is full.
enum Stream {
  /// Writes all of it; the system's number for the reason where it cannot, else 0.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // A terminal that another program has set not to wait.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wanted, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Holds the places of streams that were closed before the program started, which the next file that it opens would
  /// get: what is printed would be written into that. A pipe that nobody reads is an error of writing from here on.
  static func prepare() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The other way round than it is used, so that using it fails.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}

extension Message {
  static func cannotPrint(_ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-print",
      vi: "Không ghi được ra đầu ra chuẩn (\(reason.vi)); phần đã in chưa đủ. Giải phóng dung lượng rồi chạy lại.",
      en: "Cannot write to standard output (\(reason.en)); what was printed is not all. Free some space and run again.")
  }
}
