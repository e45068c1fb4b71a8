import ArgumentParser
import Foundation

/// Measures building and checking packages beside `sha256sum` of the same files.
struct PackageBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packages", abstract: "Measure building and checking packages beside sha256sum of the same files.")

  @Option(help: "The repository, whose dictionaries are used.") var repository = "."
  @Option(help: "Where files and packages are made; 25 GB with the large file, 2 GB without.")
  var folder = FileManager.default.temporaryDirectory.path
  @Option(help: "Runs a figure; the best counts.") var runs = 5
  @Option(help: "Bytes of the one large file; 0 leaves it out.") var large = 8_000_000_000
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let place = folder + "/sohoa-packages-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    var all: [Measurement] = []
    if !json { print(Measurement.heading) }
    let keep = { (measurements: [Measurement]) in
      all += measurements
      if !json { for measurement in measurements { print(measurement.row) } }
      fflush(nil)
    }
    let bench = PackageBench(repository: repository, place: place, runs: max(1, runs))
    try bench.wholeDossier(keep)
    try bench.smallDossier(keep)
    try bench.growth(keep)
    if large > 0 { try bench.largeFile(large, keep) }
    if json { print(try Measurement.json(all)) }
  }
}

/// The figures, each of processes of their own.
struct PackageBench {
  let repository: String
  let place: String
  let runs: Int

  private let program = ChildProcess(program: Bundle.main.executablePath ?? CommandLine.arguments[0])
  private let hasher = ChildProcess(program: "/usr/bin/sha256sum")

  init(repository: String, place: String, runs: Int) {
    (self.repository, self.place, self.runs) = (repository, place, runs)
  }

  private func invent(_ name: String, documents: Int, bytes: Int) throws -> InventedDossier {
    let dossier = InventedDossier(folder: place + "/" + name)
    try dossier.make(documents: documents, bytes: bytes)
    return dossier
  }

  private func work(_ verb: PackageWork.Verb, _ path: String, out: String = "out", rounds: Int) throws -> PackageFigures
  {
    let file = "\(place)/\(out).json", folder = "\(place)/\(out)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let arguments = ["package-work", verb.rawValue, path, "--repository", repository, "--out", folder]
    _ = try program.run(arguments + ["--rounds", String(rounds)], output: file)
    return try JSONDecoder().decode(PackageFigures.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }

  private func clear(_ dossier: InventedDossier) {
    for path in [dossier.folder, place + "/out", place + "/out0", place + "/out1"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// Seconds of `sha256sum` over the files of a dossier, which are read into memory by its first run.
  private func hashing(_ dossier: InventedDossier) throws -> Double {
    let paths = try dossier.paths
    return try (0...runs).map { _ in try hasher.run(paths).wall }.min() ?? 0
  }

  private func megabytes(_ name: String, _ figures: PackageFigures) -> Measurement {
    Measurement(name + ", memory", Double(figures.memory) / 1e6, "MB", asked: "≤ 80")
  }
}

// MARK: The figures

extension PackageBench {
  /// The largest dossier of which the size is known: 137 documents of 87 MB.
  func wholeDossier(_ keep: ([Measurement]) -> Void) throws {
    let dossier = try invent("whole", documents: 137, bytes: 635_000), hashed = try hashing(dossier)
    let built = try work(.build, dossier.folder, rounds: runs), checked = try work(.check, built.package, rounds: runs)
    let name = "137 documents, \(try dossier.bytes / 1_000_000) MB"
    keep([
      Measurement("sha256sum, " + name, hashed, "s"), Measurement("build, " + name, built.best, "s"),
      Measurement("build against sha256sum", built.best / hashed, "times", asked: "≤ 1.25"),
      Measurement("packages one at a time", 60 / built.best, "/min", asked: "≥ 100"), megabytes("build", built),
      Measurement("check, " + name, checked.best, "s"),
      Measurement("check against sha256sum", checked.best / hashed, "times", asked: "≤ 1.15"),
      megabytes("check", checked),
      Measurement("packages two at a time", try twoAtATime(dossier), "/min", asked: "≥ 150"),
    ])
    clear(dossier)
  }

  /// Packages a minute of two processes side by side, by the middle time of each.
  private func twoAtATime(_ dossier: InventedDossier) throws -> Double {
    let bench = self
    nonisolated(unsafe) var seconds = [Double?](repeating: nil, count: 2)
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      let all = try? bench.work(.build, dossier.folder, out: "out\(number)", rounds: 2 * bench.runs + 1).seconds
        .sorted()
      lock.withLock { seconds[number] = all.map { $0[$0.count / 2] } }
    }
    return seconds.reduce(0) { $0 + ($1.map { 60 / $0 } ?? 0) }
  }

  func smallDossier(_ keep: ([Measurement]) -> Void) throws {
    let dossier = try invent("small", documents: 10, bytes: 500_000)
    let built = try work(.build, dossier.folder, rounds: 10 * runs)
    keep([Measurement("packages of 10 documents, 5 MB", 60 / built.best, "/min", asked: "≥ 600")])
    clear(dossier)
  }

  /// How time and memory grow with twenty times the documents.
  func growth(_ keep: ([Measurement]) -> Void) throws {
    let figures = try [1_000, 20_000].map { count in
      let dossier = try invent("many", documents: count, bytes: 4_000)
      let rounds = count > 1_000 ? 1 : runs
      let built = try work(.build, dossier.folder, rounds: rounds)
      let checked = try work(.check, built.package, rounds: rounds)
      clear(dossier)
      keep([
        Measurement("build, \(count) small documents", built.best, "s"), megabytes("build", built),
        Measurement("check, \(count) small documents", checked.best, "s"), megabytes("check", checked),
      ])
      return (built, checked)
    }
    keep([
      Measurement("build, 20,000 against 1,000", figures[1].0.best / figures[0].0.best, "times", asked: "≤ 22"),
      Measurement("check, 20,000 against 1,000", figures[1].1.best / figures[0].1.best, "times", asked: "≤ 22"),
    ])
  }

  func largeFile(_ bytes: Int, _ keep: ([Measurement]) -> Void) throws {
    let dossier = InventedDossier(folder: place + "/large")
    try dossier.makeLarge(bytes: bytes)
    let name = "one file of \(Double(bytes) / 1e9) GB"
    let hashed = try hasher.run(dossier.paths).wall
    let built = try work(.build, dossier.folder, rounds: 1), checked = try work(.check, built.package, rounds: 1)
    keep([
      Measurement("sha256sum, " + name, hashed, "s"), Measurement("build, " + name, built.best, "s"),
      megabytes("build", built), Measurement("check, " + name, checked.best, "s"), megabytes("check", checked),
    ])
    clear(dossier)
  }
}
