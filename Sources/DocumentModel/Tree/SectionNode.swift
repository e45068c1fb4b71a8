/// What a heading is numbered with.
public struct SectionLabel: Hashable, Codable, Sendable {
  /// From the outermost to the innermost, as Nghị định 30/2020/NĐ-CP, Phụ lục I, and usage nest them.
  public enum Kind: Int, Codable, Sendable, Comparable, CaseIterable {
    case annex, part, chapter, capital, roman, section, article
    /// `1.`
    case decimal
    /// Two numbers and three: `1.2.`, `1.2.3.`
    case decimal2, decimal3
    /// `a)`
    case letter
    /// `(1)`, `1)`
    case parenthesis

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  public var kind: Kind
  /// Normalised, without the closing mark: `I`, `1.1`, `a`, `PHẦN I`, `(1)`.
  public var text: String
  /// As it was read: `I1.`
  public var printed: String
  /// Its place among the sections of the same parent, from 1: 3 for `1.3`.
  public var ordinal: Int

  public init(kind: Kind, text: String, printed: String, ordinal: Int) {
    self.kind = kind
    self.text = text
    self.printed = printed
    self.ordinal = ordinal
  }
}

/// Running text of a section, with the mark that it was listed under.
public struct Paragraph: Hashable, Codable, Sendable {
  /// `-`, `+` or `*`; nil for plain text.
  public var bullet: String?
  public var passage: Passage

  public init(bullet: String? = nil, passage: Passage) {
    self.bullet = bullet
    self.passage = passage
  }

  public var text: String { passage.text }
}

/// A numbered part of a document and all that stands in it, in reading order.
public struct SectionNode: Hashable, Codable, Sendable {
  public enum Content: Hashable, Codable, Sendable {
    case paragraph(Paragraph)
    case table(DataTable)
    indirect case section(SectionNode)
  }

  /// Nil for the root.
  public var label: SectionLabel?
  /// Empty for a run-in heading that no colon sets off: its text is then the first paragraph.
  public var title: String
  /// 0 for the root, 1 for the outermost headings.
  public var level: Int
  public var evidence: Evidence?
  public var content: [Content]

  public init(
    label: SectionLabel? = nil, title: String = "", level: Int = 0, evidence: Evidence? = nil, content: [Content] = []
  ) {
    self.label = label
    self.title = title
    self.level = level
    self.evidence = evidence
    self.content = content
  }

  public var children: [SectionNode] {
    content.compactMap { if case .section(let node) = $0 { node } else { nil } }
  }

  public var paragraphs: [Paragraph] {
    content.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  public var tables: [DataTable] {
    content.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
