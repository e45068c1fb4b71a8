internal import ArgumentParser
internal import Pipeline

/// `sohoa worker`: what `process` and `watch` start; not for people.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: say(
      vi: "Tiến trình con của process; không gọi trực tiếp.", en: "A child of process; not called directly."),
    shouldDisplay: false)

  func run() async { await InputWorker.serve() }
}
