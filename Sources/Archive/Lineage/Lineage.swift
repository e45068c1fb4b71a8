/// A document and those that carry it out.
public struct LineageNode: Hashable, Codable, Sendable {
  /// As it is printed in its own head, or as others cite it.
  public var symbol: String
  /// Nil for a document that is only cited.
  public var document: DocumentSummary?
  /// Why it stands under the one above.
  public var evidence: LineageEvidence?
  /// Which of its tasks answer which of the one above.
  public var answers: [TaskAnswer]
  public var children: [LineageNode]
}

/// Where a document names the one that it carries out.
public struct LineageEvidence: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// Its subject says so: `thực hiện Kế hoạch số …`.
    case subject
    /// It cites the other.
    case citation
  }

  public var kind: Kind
  /// As printed.
  public var text: String
  /// 1-based, in the file.
  public var page: Int
  public var line: Int?
}

/// A task that answers a task of a document above it.
public struct TaskAnswer: Hashable, Codable, Sendable {
  public var task: Int64
  public var number: String
  public var content: String
  public var above: Int64
  public var aboveNumber: String
  public var aboveContent: String
  /// Share of the words that both have.
  public var similarity: Double
}
