internal import Checkpoints
internal import Intake

/// Finds what was made of a folder of pages while a scanner was still filling it: pages were added since, and those that
/// were there are the same.
struct Growth {
  private let ledger: Ledger<InputReport>?

  init(_ ledger: Ledger<InputReport>?) { self.ledger = ledger }

  /// The entries that the input replaces: of the same folder with fewer pages, and of one of its pages alone.
  func before(_ input: Input, _ stamps: [FileStamp]) -> [LedgerEntry] {
    guard input.files.count > 1 else { return [] }
    let paths = [BatchBook.key(of: input)] + input.files.map(BatchBook.key(ofPath:))
    return paths.compactMap { ledger?.entry(of: $0) }.filter { Self.isPart($0, of: stamps) }
  }

  /// The folder with fewer pages, whose name in the output the input takes over; nil where there is none.
  func smaller(_ input: Input, _ stamps: [FileStamp]) -> LedgerEntry? {
    guard input.files.count > 1, let entry = ledger?.entry(of: BatchBook.key(of: input)) else { return nil }
    return Self.isPart(entry, of: stamps) ? entry : nil
  }

  private static func isPart(_ entry: LedgerEntry, of stamps: [FileStamp]) -> Bool {
    !entry.stamps.isEmpty && entry.stamps.count < stamps.count && Set(entry.stamps).isSubset(of: stamps)
  }
}
