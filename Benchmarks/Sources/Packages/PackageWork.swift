import ArgumentParser
import Foundation
import Packages

/// What a build or a check took, in a process that did nothing else.
struct PackageFigures: Codable {
  /// Of each round, on the clock, from the dossier in memory to the package on disk.
  var seconds: [Double]
  /// The most memory it held, bytes (`VmHWM`).
  var memory: Int
  /// Where the last package lies.
  var package: String

  var best: Double { seconds.min() ?? 0 }
}

/// Builds or checks a package a few times. `PackageBenchmarks` starts it as a process of its own, whose memory is that of
/// the work alone.
struct PackageWork: ParsableCommand {
  enum Verb: String, ExpressibleByArgument { case build, check }

  static let configuration = CommandConfiguration(commandName: "package-work", shouldDisplay: false)

  @Argument var verb: Verb
  /// The folder of an `InventedDossier`, or the package.
  @Argument var path: String
  @Option var repository = "."
  @Option var out = "."
  @Option var rounds = 1

  func run() throws {
    let rules = try PackageRules(folder: repository + "/dictionaries/packages")
    var figures = PackageFigures(seconds: [], memory: 0, package: path)
    switch verb {
    case .build: try build(rules, &figures)
    case .check: try check(rules, &figures)
    }
    figures.memory = Self.mostMemory()
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
  }

  private func build(_ rules: PackageRules, _ figures: inout PackageFigures) throws {
    let dossier = try InventedDossier(folder: path).dossier()
    let builder = PackageBuilder(rules: rules, choices: .init(), options: .init(allowUnsigned: true))
    for round in 0..<rounds {
      if round > 0 { try FileManager.default.removeItem(atPath: figures.package) }
      let start = ContinuousClock.now, built = try builder.build(dossier, into: out)
      figures.seconds.append((ContinuousClock.now - start) / .seconds(1))
      figures.package = out + "/" + built.file
    }
  }

  private func check(_ rules: PackageRules, _ figures: inout PackageFigures) throws {
    for _ in 0..<rounds {
      let start = ContinuousClock.now, found = PackageCheck(rules: rules).check(path: path)
      figures.seconds.append((ContinuousClock.now - start) / .seconds(1))
      guard found.isSound else { throw ChildProcess.Trouble(description: "\(path): \(found.findings.prefix(3))") }
    }
  }

  private static func mostMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}
