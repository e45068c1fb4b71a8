public import Checkpoints
public import DocumentModel
internal import Synchronization

/// What came of a batch. The reports of its inputs stay on disk until they are asked for.
public struct BatchReport: Sendable {
  public var counts: RunCounts
  public var seconds: Double
  /// It was asked to end before all was done.
  public var wasStopped: Bool
  /// Why it ended by itself before all was done; nil where it did not.
  public var fault: Failure?
  /// Of the batch as a whole: 66 where inputs could not be opened and nothing else failed, 65 where failures differ, 130
  /// where it was told to end, and the code of the `fault` where there is one.
  public var exitCode: Int32
  /// What is worth knowing of the batch as a whole.
  public var notices: [Message] = []
  /// Files that were found and are no inputs; what inputs left out is in their reports.
  public var omitted: [Omission] = []
  private let book: BatchBook

  init(
    counts: RunCounts, seconds: Double, wasStopped: Bool, fault: Failure?, exitCode: Int32, book: BatchBook
  ) {
    self.counts = counts
    self.seconds = seconds
    self.wasStopped = wasStopped
    self.fault = fault
    self.exitCode = exitCode
    self.book = book
  }

  /// The exit code of a batch whose inputs failed with these.
  static func exitCode(of codes: Set<Int32>) -> Int32 {
    codes.count == 1 ? codes.first ?? 0 : codes.isEmpty ? 0 : Failure.Code.badInput.rawValue
  }

  /// How many inputs `forEach` gives.
  public var reported: Int { book.reported }

  /// Gives the report of every input that was finished or failed, in this run or an earlier one, in the order of the inputs;
  /// or only of those that failed.
  public func forEach(onlyFailed: Bool = false, _ body: (InputReport) throws -> Void) rethrows {
    try book.forEachReport(onlyFailed: onlyFailed, body)
  }
}
