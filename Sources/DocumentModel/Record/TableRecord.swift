/// A table of a document, as it stands on its pages, with what it was taken for.
public struct TableRecord: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// Its rows are work that is given out.
    case task
    /// Amounts: costs, budgets.
    case money
    /// Numbered or named things without anybody to do them.
    case list
    case other
  }

  public struct Row: Hashable, Codable, Sendable {
    public var kind: DataTable.Row.Kind
    public var cells: [String]
    /// How the row came about: `page-break`, `merged`, `rebuilt`, `lead-lost`, `lead-inferred`; docs/record.md lists them.
    public var notes: [String]

    public init(kind: DataTable.Row.Kind, cells: [String], notes: [String]) {
      self.kind = kind
      self.cells = cells
      self.notes = notes
    }
  }

  /// The title over it or the sentence that announces it.
  @ExplicitNull public var caption: String?
  public var kind: Kind
  /// Why it was taken for what it is.
  public var why: Message
  public var header: [String]
  /// One a heading; only where a word of one is not on the paper.
  public var headerEvidence: [Evidence]?
  public var rows: [Row]
  /// First and last page, 1-based, in the file.
  public var pages: [Int]
  /// Where its first page shows it, and how sure its words are.
  public var evidence: Evidence

  public init(
    caption: String?, kind: Kind, why: Message, header: [String], headerEvidence: [Evidence]? = nil, rows: [Row],
    pages: [Int], evidence: Evidence
  ) {
    self._caption = ExplicitNull(wrappedValue: caption)
    self.kind = kind
    self.why = why
    self.header = header
    self.headerEvidence = headerEvidence
    self.rows = rows
    self.pages = pages
    self.evidence = evidence
  }
}
