internal import DocumentModel
public import Grammar
internal import Vietnamese

/// The few words by which a page's layout is told: rows of `labels.tsv` at the place `layout`.
public struct LayoutWords: Sendable {
  /// Parts of the State's motto and the Party's name, in loose letters: a region that holds one is a letterhead.
  let mottos: [String]
  /// Words, as printed, with which the right half of a letterhead begins.
  let mottoOpenings: Set<String>
  /// What the head of the recipients begins with, in loose letters.
  let recipients: [String]
  /// Headings of a column of row numbers, in loose letters.
  private let numberings: Set<String>
  private let columns: ColumnRules

  public init(_ phrases: Phrases) {
    mottos = phrases.words(.motto, .layout).map(looseKey)
    mottoOpenings = phrases.words(.mottoOpening, .layout)
    recipients = phrases.words(.recipients, .layout).map(looseKey)
    numberings = Set(phrases.words(.numbering, .layout).map(looseKey))
    columns = ColumnRules(phrases)
  }

  /// What a column with this heading holds; nil for any other text.
  func column(_ text: String) -> ColumnRole? { columns.role(ofCell: text) }

  /// Whether a text, and nothing else, heads a column of row numbers: `STT`, `Số TT`.
  public func headsNumbers(_ text: String) -> Bool { numberings.contains(looseKey(text)) }

  /// Whether a text has the heading of a column in it: `Cơ quan chủ trì, tham mưu`.
  func holdsHeading(_ text: String) -> Bool { columns.columns.answer(to: ColumnRules.Heading(text)) != nil }

  /// How many of the texts are headings of columns; 0 where they do not head two different ones.
  func knownHeadings(among texts: [String]) -> Int {
    let roles = texts.compactMap(columns.role(ofCell:))
    return Set(roles).count >= 2 ? roles.count : 0
  }
}
