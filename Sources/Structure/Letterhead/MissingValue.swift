internal import DocumentModel

/// A value that a letterhead has a place for and that could not be read there. It becomes a finding when the rest of the
/// dossier does not give it either.
enum MissingValue: Equatable, Sendable {
  /// The place where the value should stand; nil where that is not known.
  case number(Provenance?)
  case day(Provenance?)

  var isNumber: Bool { if case .number = self { true } else { false } }
  var isDay: Bool { if case .day = self { true } else { false } }

  var finding: Finding {
    switch self {
    case .number(let place): Finding(.warning, .numberMissing(), at: place)
    case .day(let place): Finding(.warning, .dayMissing(), at: place)
    }
  }
}

/// A parsed document whose head may still get what other parts of the dossier say.
struct OpenDocument {
  var tree: DocumentTree
  var missing: [MissingValue]

  /// The document with a finding for each value that nothing gave.
  var closed: DocumentTree {
    var tree = tree
    tree.findings = missing.map(\.finding) + tree.findings
    return tree
  }
}
