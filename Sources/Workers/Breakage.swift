public import DocumentModel
internal import Foundation

/// Why a worker gave no answer to a job.
public struct Breakage: Sendable, Hashable {
  public enum Reason: String, Sendable, CaseIterable {
    case crash, memory, silence
    case processorTime = "processor-time"
    /// Ended by someone else: a person, the system for want of memory, a scheduler.
    case killed
    /// Could not be started at all.
    case start
    /// The run was told to end at once.
    case abandoned
  }

  public var reason: Reason
  /// The limit that was reached, in the reason's unit; or the number of the signal or exit status.
  public var number: Int
  /// The last line that the worker wrote to standard error, for those who look into it.
  public var lastWords: String

  init(_ reason: Reason, _ number: Int = 0, lastWords: String = "") {
    self.reason = reason
    self.number = number
    self.lastWords = lastWords
  }

  /// Explains the end of a worker that the pool did not ask for.
  init(_ end: ChildProcess.End, limits: WorkerLimits, errors: String) {
    let words = errors.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
    let lastWords = words.map { String($0.prefix(300)) } ?? ""
    switch end.signal {
    case SIGKILL: self.init(.killed, Int(SIGKILL), lastWords: lastWords)
    case SIGXCPU: self.init(.processorTime, Int(SIGXCPU), lastWords: lastWords)
    // Most libraries, and Swift itself, crash where memory is refused.
    case .some where end.mostMemory > limits.memory / 5 * 4: self.init(.memory, limits.memory, lastWords: lastWords)
    case .some(let signal): self.init(.crash, Int(signal), lastWords: lastWords)
    case nil: self.init(.crash, Int(end.status ?? 0), lastWords: lastWords)
    }
  }

  /// The failure of the input that the worker had.
  public func failure(of path: String) -> Failure {
    switch reason {
    case .crash: Failure(.internalError, .workerCrashed(path, number, lastWords))
    case .killed: Failure(.tryLater, .workerKilled(path))
    case .memory: Failure(.badInput, .tooMuchMemory(path, bytes: number))
    case .silence: Failure(.badInput, .tooSlow(path, seconds: number))
    case .processorTime: Failure(.badInput, .tooMuchProcessorTime(path))
    case .start: Failure(.tryLater, .cannotStartWorker(path, lastWords))
    case .abandoned: Failure(.interrupted, .abandoned(path))
    }
  }
}

extension Message {
  static func workerCrashed(_ path: String, _ number: Int, _ lastWords: String) -> Message {
    let words = lastWords.isEmpty ? "" : ": \(lastWords)"
    return Message(
      "worker-crashed",
      vi: "Tiến trình xử lý “\(path)” bị ngắt đột ngột (mã \(number)\(words)). Các tệp khác vẫn được xử lý. "
        + "Chạy lại với --retry; nếu vẫn lỗi, gửi tệp này cho người phát triển.",
      en: "The process that read “\(path)” ended abruptly (number \(number)\(words)). The other inputs went on. "
        + "Run again with --retry; if it fails again, send the file to the developers.")
  }

  static func workerKilled(_ path: String) -> Message {
    Message(
      "worker-killed",
      vi: "Tiến trình xử lý “\(path)” nhiều lần bị tắt từ bên ngoài (có thể do máy hết bộ nhớ). "
        + "Giảm --jobs hoặc --memory-limit rồi chạy lại đúng lệnh này.",
      en: "The process that read “\(path)” was ended from outside several times (the machine may be out of memory). "
        + "Lower --jobs or --memory-limit and run the same command again.")
  }

  static func tooMuchMemory(_ path: String, bytes: Int) -> Message {
    let size = bytes >> 20
    return Message(
      "too-much-memory",
      vi: "“\(path)” cần nhiều bộ nhớ hơn mức cho phép (\(size) MB). Tăng --memory-limit, hoặc giảm cỡ ảnh trang.",
      en:
        "“\(path)” needs more memory than allowed (\(size) MB). Raise --memory-limit, or make its page images smaller.")
  }

  static func tooSlow(_ path: String, seconds: Int) -> Message {
    Message(
      "too-slow",
      vi: "“\(path)” không có tiến triển trong \(seconds) giây nên bị bỏ qua. Kiểm tra tệp, hoặc tăng --timeout.",
      en: "“\(path)” made no progress for \(seconds) seconds and was given up. Check the file, or raise --timeout.")
  }

  static func tooMuchProcessorTime(_ path: String) -> Message {
    Message(
      "too-much-processor-time",
      vi: "“\(path)” dùng hết thời gian xử lý cho phép nên bị bỏ qua. Kiểm tra tệp, hoặc tăng --timeout.",
      en: "“\(path)” used up the processor time that it may take and was given up. Check the file, or raise --timeout.")
  }

  static func cannotStartWorker(_ program: String, _ reason: String) -> Message {
    Message(
      "cannot-start-worker",
      vi: "Không khởi động được tiến trình xử lý (“\(program)”: \(reason)). Kiểm tra số tiến trình và bộ nhớ còn lại.",
      en:
        "Cannot start a worker process (“\(program)”: \(reason)). Check how many processes and how much memory are left."
    )
  }

  static func abandoned(_ path: String) -> Message {
    Message(
      "abandoned", vi: "“\(path)” đang xử lý dở khi lượt chạy bị dừng.",
      en: "“\(path)” was under way when the run was ended.")
  }
}
