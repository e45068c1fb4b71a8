import ArgumentParser
import Foundation

@main struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sohoa-benchmark", abstract: "Measure speed, start, and memory of a release build.",
    subcommands: [ProgramBenchmarks.self, PackageBenchmarks.self, PackageWork.self],
    defaultSubcommand: ProgramBenchmarks.self)
}

/// Measures a release build of `sohoa` and prints one table.
struct ProgramBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "Measure reading, restoration and structure.")

  @Option(help: "The repository, whose corpus and dictionaries are used.") var repository = "."
  @Option(help: "The program to measure.") var sohoa = ".build/release/sohoa"
  @Option(help: "A text of true Vietnamese to measure with in place of the corpus's own.") var text: String?
  @Option(help: "Runs a figure; the best counts.") var runs = 3
  @Flag(help: "Leave the scans out.") var skipScans = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = try Texts(repository: repository, plain: text, folder: folder.path)
    let program = ChildProcess(program: sohoa), models = repository + "/dictionaries"
    var all: [Measurement] = []
    if !json { print(Measurement.heading) }
    // A figure is printed when it is known: the whole takes minutes, and may be ended early.
    let keep = { (measurements: [Measurement]) in
      all += measurements
      if !json { for measurement in measurements { print(measurement.row) } }
      fflush(nil)
    }
    let documents = DocumentBenchmarks(sohoa: program, models: models, runs: runs)
    keep(try documents.structure(of: texts.plain, in: texts))
    keep([try documents.growth()])
    if !skipScans { keep(try documents.scans(at: repository + "/corpus/scans", output: folder.path)) }
    try RestorationBenchmarks(sohoa: program, models: models, texts: texts, runs: runs).all(keep)
    if json { print(try Measurement.json(all)) }
  }
}
