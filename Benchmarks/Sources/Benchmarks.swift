import ArgumentParser
import Foundation

/// Measures a release build of `sohoa` and prints one table.
@main struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sohoa-benchmark", abstract: "Measure speed, start, and memory of a release build.")

  @Option(help: "The repository, whose corpus and dictionaries are used.") var repository = "."
  @Option(help: "The program to measure.") var sohoa = ".build/release/sohoa"
  @Option(help: "A text of true Vietnamese to measure with in place of the corpus's own.") var text: String?
  @Option(help: "Runs a figure; the best counts.") var runs = 5
  @Flag(help: "Leave the scans out.") var skipScans = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = try Texts(repository: repository, plain: text, folder: folder.path)
    let program = ChildProcess(program: sohoa), models = repository + "/dictionaries"
    var all = try RestorationBenchmarks(sohoa: program, models: models, texts: texts, runs: runs).all()
    let documents = DocumentBenchmarks(sohoa: program, models: models, runs: runs)
    all += try documents.structure(of: texts.plain, in: texts)
    if !skipScans { all += try documents.scans(at: repository + "/corpus/scans", output: folder.path) }
    print(json ? try Measurement.json(all) : Measurement.table(all))
  }
}
