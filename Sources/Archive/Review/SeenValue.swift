internal import DocumentModel

/// What a person had before their eyes when they decided. Every change by a person is held against it in the transaction that
/// writes it; whoever comes second is told, and nothing is written.
struct SeenValue {
  /// As it stands now; nil for nothing.
  var now: String?
  /// Who has made it so; nil where that is not known.
  var by: String?

  /// - Throws: a `Failure` (`changedMeanwhile`) where `seen` is something else by now.
  func check(_ seen: String?) throws {
    // Nothing and an empty text look the same.
    guard (now ?? "") == (seen ?? "") else { throw Failure(.changedMeanwhile, .editConflict(who: by, now: now ?? "")) }
  }
}
