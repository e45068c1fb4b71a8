internal import ArgumentParser
internal import DocumentModel
internal import Pipeline
internal import Workers

/// How inputs are worked on in processes of their own.
struct BatchOptions: ParsableArguments {
  @Option(
    help: help(
      vi: "Bỏ một đầu vào sau chừng này giây không có tiến triển (thêm 1 giây mỗi trang).",
      en: "Give an input up after so many seconds without progress (a second more for each page).", value: .seconds))
  var timeout: Double = 600

  @Option(
    help: help(
      vi: "Bộ nhớ tối đa cho một đầu vào, MB (mặc định: chia đều 4/5 bộ nhớ máy, nhiều nhất 4096).",
      en: "Memory that one input may take, MB (by default a share of 4/5 of the machine's, at most 4096).",
      value: .megabytes))
  var memoryLimit: Int?

  @Flag(
    help: help(vi: "Làm lại cả những đầu vào đã lỗi ở lượt trước.", en: "Try inputs again that failed before, too."))
  var retry = false

  @Flag(help: help(vi: "Chỉ làm lại những đầu vào đã lỗi ở lượt trước.", en: "Try only the inputs that failed before."))
  var onlyFailed = false

  @Flag(help: help(vi: "Làm lại tất cả từ đầu.", en: "Do everything again from the start."))
  var force = false

  @Option(
    help: help(
      vi: "Ghi nhật ký có cấu trúc ra stderr: json hoặc text.", en: "Write a structured log to stderr: json or text.",
      value: .logFormat))
  var logFormat: EventLog.Format?

  func validate() throws {
    if !(timeout >= 1) || memoryLimit.map({ $0 < 64 }) ?? false {
      throw ValidationError(
        say(
          vi: "--timeout phải từ 1 giây, --memory-limit từ 64 MB.",
          en: "--timeout must be at least 1 second, --memory-limit at least 64 MB."))
    }
    if [retry, onlyFailed, force].count(where: { $0 }) > 1 {
      throw ValidationError(
        say(
          vi: "Chỉ chọn một trong --retry, --only-failed, --force.",
          en: "Choose one of --retry, --only-failed and --force."))
    }
  }

  var selection: BatchSelection {
    force ? .all : onlyFailed ? .onlyFailed : retry ? .withFailed : .unfinished
  }

  /// Where events of a run go.
  func log(in language: Language) -> @Sendable (BatchEvent) -> Void {
    guard let logFormat else { return { _ in } }
    let log = EventLog(format: logFormat, language: language)
    return { log.write($0) }
  }

  func limits(jobs: Int) -> WorkerLimits {
    WorkerLimits(silence: timeout, memory: memoryLimit.map { $0 << 20 } ?? WorkerLimits.usualMemory(jobs: jobs))
  }
}
