/// One document, parsed: its header block, its sections with their text and tables, its end matter.
public struct DocumentTree: Hashable, Codable, Sendable {
  /// First and last page, 1-based, in the file.
  public var firstPage, lastPage: Int
  /// Header and end matter, each value with its evidence.
  public var header: DocumentHeader
  /// Whether it is marked as not yet issued: `DỰ THẢO`.
  public var isDraft: Bool
  /// Marks of secrecy and urgency as printed: `HỎA TỐC`.
  public var marks: [String]
  /// What stands before the first heading, and every heading.
  public var root: SectionNode
  public var footnotes: [Passage]
  public var findings: [Finding]
  /// Index, among the documents of the input, of the one that names it as enclosed; nil where none does.
  public var enclosureOf: Int?
  /// What the paper says where it is a list of papers, a cover or a closing sheet; nil for any other.
  public var aid: Aid?

  public init(
    firstPage: Int, lastPage: Int, header: DocumentHeader = DocumentHeader(), isDraft: Bool = false,
    marks: [String] = [], root: SectionNode = SectionNode(), footnotes: [Passage] = [], findings: [Finding] = []
  ) {
    self.firstPage = firstPage
    self.lastPage = lastPage
    self.header = header
    self.isDraft = isDraft
    self.marks = marks
    self.root = root
    self.footnotes = footnotes
    self.findings = findings
  }
}
