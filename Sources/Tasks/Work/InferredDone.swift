internal import DocumentModel

extension TaskRecord {
  /// How sure it is at most that work is done of which the words do not say so, 0…1.
  private static let mostCertainty = 0.5

  /// The work is done by what is left of the deadline's words: its text stays as printed, the mode stands beside it with
  /// evidence that says that it was inferred.
  mutating func inferDone() {
    if !deadline.modes.contains(.done) {
      let modes = Set(deadline.modes + [.done])
      deadline.modes = Deadline.Mode.allCases.filter(modes.contains)
      deadline.items.insert(DeadlineItem(mode: .done), at: 0)
    }
    guard var evidence = evidence["deadline"] else { return }
    evidence.source = Evidence.inferred
    evidence.confidence = min(evidence.confidence, Confidence(Self.mostCertainty))
    self.evidence["deadline"] = evidence
  }
}
