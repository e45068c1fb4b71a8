public import DocumentModel
internal import Foundation

/// One run over an output folder: how it was made, and what came of it.
public struct RunEntry: Codable, Sendable {
  /// How a run ended. A run that is under way or was killed has no end.
  public enum End: String, Codable, Sendable { case finished, stopped, failed }

  /// 1-based. Runs are ordered by number and not by date, since clocks may be set back.
  public var number: Int
  public var program: String
  public var machine: String
  public var process: Int32
  /// ISO 8601, UTC.
  public var started: String
  public var ended: String?
  public var end: End?
  public var settings: [String: String]
  /// The digest of every stage's code, by the stage's name, and what the models are known by.
  public var versions: [String: String]
  public var counts = RunCounts()
  /// Seconds on a clock that is never set.
  public var seconds = 0.0

  public init(
    number: Int, program: String, machine: String, process: Int32, started: String, settings: [String: String],
    versions: [String: String]
  ) {
    self.number = number
    self.program = program
    self.machine = machine
    self.process = process
    self.started = started
    self.settings = settings
    self.versions = versions
  }
}

/// What a run has done so far.
public struct RunCounts: Codable, Sendable, Hashable {
  /// Inputs that were found; processed well; failed; finished by earlier runs; and failed in earlier runs.
  public var inputs = 0, done = 0, failed = 0, earlier = 0, failedEarlier = 0
  /// Pages of the inputs that were processed, and those of them whose reading an earlier run had kept.
  public var pages = 0, keptPages = 0
  /// Seconds of work by stage, all pages taken together.
  public var stages: [String: Double] = [:]
  /// Workers that had to be replaced, by the reason.
  public var replaced: [String: Int] = [:]

  public init() {}
}

/// The runs over an output folder: a file each, written when it starts and again when it ends.
public struct RunLog: Sendable {
  private let folder: String

  public init(folder: String) { self.folder = folder }

  /// Writes the file of a run.
  ///
  /// - Throws: a failure where it cannot be written.
  public func keep(_ run: RunEntry) throws(Failure) {
    try DurableFile.makeFolder(folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try DurableFile.write([UInt8](try encoder.encode(run)) + [0x0A], to: path(of: run.number))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internalError, .cannotWrite(path(of: run.number), String(describing: error)))
    }
  }

  /// All runs in their order; a file that cannot be read is passed over.
  public func runs() -> [RunEntry] {
    numbers().compactMap { number in
      DurableFile.read(path(of: number)).flatMap { try? JSONDecoder().decode(RunEntry.self, from: Data($0)) }
    }
  }

  /// The number of the next run.
  public func next() -> Int { (numbers().last ?? 0) + 1 }

  private func numbers() -> [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".json") }.compactMap { Int($0.dropLast(5)) }.sorted()
  }

  private func path(of number: Int) -> String { "\(folder)/\(number).json" }
}
