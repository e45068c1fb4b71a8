internal import Archive
internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Synchronization
internal import Workers

/// The one writer of a batch: the ledger, the archive, and the counts. Every input is entered once it is whole.
final class BatchBook: Sendable {
  /// After this many inputs in a row that could not be written or lacked a program, the run ends: the next ones would fail
  /// in the same way.
  private static let mostSetbacks = 5

  private struct State {
    var ledger: Ledger<InputReport>?
    var counts = RunCounts()
    var codes: Set<Int32> = []
    /// Failures that are not the input's own are not entered in the ledger: the next run tries again.
    var passing: [InputReport] = []
    var setbacks = 0
    var fault: Failure?
  }

  private let state: Mutex<State>
  private let inputs: [Input]
  private let work: String
  private let archive: Archive?
  private let number: Int
  private let output: String

  init(
    inputs: [Input], refused: [InputReport], ledger: sending Ledger<InputReport>?, archive: Archive?, work: String,
    number: Int, output: String
  ) {
    self.inputs = inputs
    self.archive = archive
    self.work = work
    self.number = number
    self.output = output
    var first = State(ledger: ledger)
    first.passing = refused
    first.codes = Set(refused.compactMap { $0.failure?.exitCode })
    first.counts.inputs = inputs.count + refused.count
    first.counts.failed = refused.count
    state = Mutex(first)
  }

  var counts: RunCounts { state.withLock { $0.counts } }
  var fault: Failure? { state.withLock { $0.fault } }
  var problems: Set<Int32> { state.withLock { $0.codes } }

  /// What earlier runs left to do of an input.
  enum Standing {
    case open
    /// Finished, but a file of it was touched since; its bytes may be the same.
    case touched(sha256: String)
    case finished, failed
  }

  func standing(of input: Input) -> Standing {
    guard let entry = state.withLock({ $0.ledger?.entry(of: Self.key(of: input)) }), entry.work == work,
      entry.name == input.name
    else { return .open }
    let isSame = entry.stamps == Self.stamps(of: input) && !entry.stamps.isEmpty
    if entry.outcome == .failed { return isSame ? .failed : .open }
    guard hasFiles(entry) else { return .open }
    if isSame { return .finished }
    return entry.sha256.map { .touched(sha256: $0) } ?? .open
  }

  /// Whether the last run over it failed, whatever its settings were.
  func hasFailed(_ input: Input) -> Bool {
    state.withLock { $0.ledger?.entry(of: Self.key(of: input))?.outcome == .failed }
  }

  private func hasFiles(_ entry: LedgerEntry) -> Bool {
    entry.files.allSatisfy { FileStamp(of: "\(output)/\(entry.name)/\($0)") != nil }
  }

  /// Counts an input for which nothing is to be done: an earlier run finished it, or failed over it.
  func passOver(_ input: Input, failed: Bool) {
    state.withLock { state in
      if failed { state.counts.failedEarlier += 1 } else { state.counts.earlier += 1 }
      guard let report = state.ledger?.report(of: Self.key(of: input)) else { return }
      if let code = report.exitCode { state.codes.insert(code) }
    }
  }

  /// Enters that the bytes of an input are as they were when it was finished, and only its stamps are new.
  func enter(unchanged input: Input, stamps: [FileStamp]) {
    state.withLock { state in
      let key = Self.key(of: input)
      guard var entry = state.ledger?.entry(of: key), let report = state.ledger?.report(of: key) else { return }
      entry.stamps = stamps
      state.counts.earlier += 1
      if let code = report.exitCode { state.codes.insert(code) }
      add(entry, report, &state)
    }
  }

  /// Enters what was made of an input, and gives the report as it was entered. The stamps are those of before the input was
  /// read, so that a file that was changed meanwhile is read again.
  func enter(_ finished: FinishedInput, of input: Input, stamps: [FileStamp]) -> InputReport {
    state.withLock { state in
      var report = finished.report
      if let kept = finished.kept, report.failure == nil {
        do throws(Failure) {
          try archive?.keep([kept])
        } catch {
          report = InputReport(path: input.path, name: input.name, failure: error, seconds: report.seconds)
        }
      }
      if report.isLasting, let message = report.failure?.message, let shortage = Shortage.current {
        let failure = shortage.failure(insteadOf: message)
        report = InputReport(path: input.path, name: input.name, failure: failure, seconds: report.seconds)
      }
      count(finished, report, &state)
      let entry = LedgerEntry(
        path: Self.key(of: input), name: input.name, stamps: stamps, sha256: finished.sha256, work: work,
        outcome: report.failure == nil ? .done : .failed, files: finished.files, run: number)
      if report.failure == nil { replace(Growth(state.ledger).before(input, stamps), by: entry, &state) }
      if report.isLasting { add(entry, report, &state) } else { state.passing.append(report) }
      return report
    }
  }

  /// Brings to disk what was entered.
  func close() { state.withLock { $0.ledger?.synchronize() } }

  func noteReplacement(_ reason: String) { state.withLock { $0.counts.replaced[reason, default: 0] += 1 } }

  func end(with fault: Failure) { state.withLock { $0.fault = $0.fault ?? fault } }

  private func count(_ finished: FinishedInput, _ report: InputReport, _ state: inout State) {
    state.counts.stages.merge(finished.stages, uniquingKeysWith: +)
    state.counts.pages += report.pages
    state.counts.keptPages += finished.keptPages
    guard let failure = report.failure else {
      state.counts.done += 1
      state.setbacks = 0
      if let code = report.exitCode { state.codes.insert(code) }
      return
    }
    // The input was broken off and did not fail: the next run takes it again.
    if failure.exitCode == Failure.Code.interrupted.rawValue { return }
    state.counts.failed += 1
    state.codes.insert(failure.exitCode)
    let code = Failure.Code(rawValue: failure.exitCode)
    state.setbacks = code == .cannotWriteOutput || code == .missingTool ? state.setbacks + 1 : 0
    if state.setbacks >= Self.mostSetbacks, let code { state.fault = Failure(code, failure.message) }
  }

  /// Takes out what was made of an input before it had all its pages.
  private func replace(_ earlier: [LedgerEntry], by entry: LedgerEntry, _ state: inout State) {
    for old in earlier {
      if let sha256 = old.sha256, sha256 != entry.sha256 {
        do throws(Failure) {
          try archive?.forget(sha256)
        } catch {
          state.fault = state.fault ?? error
        }
      }
      guard old.name != entry.name, state.ledger?.owner(of: old.name)?.path == old.path else { continue }
      for file in old.files { try? FileManager.default.removeItem(atPath: "\(output)/\(old.name)/\(file)") }
      // A folder with files of somebody else stays.
      let folder = "\(output)/\(old.name)"
      if (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
  }

  private func add(_ entry: LedgerEntry, _ report: InputReport, _ state: inout State) {
    do throws(Failure) {
      try state.ledger?.add(entry, report)
    } catch {
      state.fault = state.fault ?? error
    }
  }

  /// How many inputs `forEachReport` gives.
  var reported: Int { counts.done + counts.failed + counts.earlier + counts.failedEarlier }

  func forEachReport(onlyFailed: Bool, _ body: (InputReport) throws -> Void) rethrows {
    let passing = state.withLock { $0.passing }
    let ofInputs = Dictionary(passing.filter { !$0.name.isEmpty }.map { (Array($0.name.utf8), $0) }) { $1 }
    for input in inputs {
      let report =
        ofInputs[Array(input.name.utf8)]
        ?? state.withLock { state in
          let key = Self.key(of: input)
          guard let entry = state.ledger?.entry(of: key), entry.work == work else { return nil }
          return onlyFailed && entry.outcome == .done ? nil : state.ledger?.report(of: key)
        }
      if let report { try body(report) }
    }
    for report in passing where report.name.isEmpty { try body(report) }
  }

  /// The absolute path of an input without `.`, `..` and doubled slashes, by which the ledger knows it.
  static func key(of input: Input) -> String { key(ofPath: input.path) }

  static func key(ofPath path: String) -> String {
    let path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    // Few paths need to be standardized, which takes longer than all the rest.
    return path.contains("./") || path.contains("//") ? URL(fileURLWithPath: path).standardizedFileURL.path : path
  }

  static func stamps(of input: Input) -> [FileStamp] { input.files.compactMap(FileStamp.init) }
}

extension InputReport {
  /// Whether the input itself is the reason of its failure, so that another run would come to the same.
  var isLasting: Bool {
    guard let code = failure.flatMap({ Failure.Code(rawValue: $0.exitCode) }) else { return true }
    return code == .badInput || code == .internalError
  }
}
