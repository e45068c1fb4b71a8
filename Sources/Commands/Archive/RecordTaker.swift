internal import Archive
internal import DocumentModel

/// Keeps records some hundred at a time: a commit waits for the disk.
///
/// Failures are values here. Thrown through these loops they crash the optimiser of Swift 6.3.1 (`swifterror value can
/// only be loaded and stored from`).
struct RecordTaker {
  struct Summary: Codable {
    var kept = 0
    var rejected: [String] = []
  }

  private let archive: Archive
  private(set) var summary = Summary()
  private var batch: [KeptInput] = []

  init(archive: Archive) { self.archive = archive }

  /// Takes in every record of the files; one that cannot be read is complained of, and the rest go on.
  @inline(never)
  mutating func failure(takingAllOf paths: [String], language: Language) -> Failure? {
    let records = RecordFiles(paths: paths).makeIterator()
    while let record = records.next() {
      switch record {
      case .success(let kept): batch.append(kept)
      case .failure(let failure):
        Console.complain(failure.message, in: language)
        summary.rejected.append(failure.message.text(in: language))
      }
      if batch.count >= 200, let failure = flush() { return failure }
    }
    return flush()
  }

  @inline(never)
  private mutating func flush() -> Failure? {
    if batch.isEmpty { return nil }
    do {
      try archive.keep(batch)
    } catch {
      return error
    }
    summary.kept += batch.count
    batch.removeAll(keepingCapacity: true)
    return nil
  }
}
