internal import DocumentModel

/// A reading of a line's start as a section's number. A damaged number has several; its place decides.
struct LabelCandidate: Sendable {
  var kind: SectionLabel.Kind
  /// Without the closing mark, damage mended: `II`, `1.1`, `PHẦN I`.
  var text: String
  /// As it was read: `11.`
  var printed: String
  /// Its place among its sisters, from 1; 0 for a Roman number that could not be read.
  var ordinal: Int
  /// Of `1.3`, the `1`.
  var prefix: String = ""
  /// Where the heading's own text begins, in scalars of the line.
  var end: Int
  /// The sign was read as it should be printed; otherwise it is a label only where its place asks for it.
  var isClean: Bool = true
  /// Name of the rule that read it.
  var rule: String = ""
}
