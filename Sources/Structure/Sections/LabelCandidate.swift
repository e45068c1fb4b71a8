internal import DocumentModel

/// A reading of a line's start as a section's number. A damaged number has several; its place decides.
struct LabelCandidate: Sendable {
  var kind: SectionLabel.Kind
  var text: String
  var printed: String
  var ordinal: Int
  /// Of `1.3`, the `1`.
  var prefix: String = ""
  /// Where the heading's own text begins, in scalars of the line.
  var end: Int
  /// The sign was read as it should be printed; otherwise it is one only where its place asks for it.
  var isClean: Bool = true
}
