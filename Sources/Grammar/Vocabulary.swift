/// The wordings that the grammars of structure and tasks look for: data from the tables in `dictionaries/`, so that a
/// new wording of “chủ trì” is a new row there and no edit here.
public struct Vocabulary: Hashable, Sendable {
  /// What a wording stands for.
  public enum Role: String, Hashable, Sendable {
    // Of a task: as a label of an assignment line, or as a column.
    case lead, cooperating, deadline, product, task, index, other
    // Of a heading: the part that states goals, the part that gives each body its duties.
    case goals, duties
    // Of a line near the head: how the text after the subject opens, a mark of draft, secrecy or urgency.
    case opening, mark
    // Of a paragraph: it closes the document and gives nobody a duty.
    case closing
    // Of a time: how it is to be kept; `ngay từ` and the like look immediate and are not.
    case immediate, ongoing, periodic, done, conditional, notImmediate
    // At a line's end in a table whose cells were read across: a piece of a deadline.
    // What such a deadline begins with.
    case tail, tailOpening
    // Beside a number: at least, at most; words that make it the name of something; units of time and length.
    case atLeast, atMost, ordinal, measure
    // Of an order in prose: what opens it, what opens the sentence that dates it.
    case give, finish
    // Of a table that was read across its columns (Structure/Tables/ReadAcross): pieces of its headings, parts of a
    // group's title, the first word of a body; levels and sets of bodies, what joins two; words around a deadline.
    case headingOpening, headingPiece, weakHeading, headingEnd, counted, groupOpening, bodyOpening
    case province, commune, ward, anyCommune, set, collective, and
    case event, year, dayWord, beforeDay, beforeRest, lastPiece
    // Of a page's layout: lines of a letterhead's right half and how they begin, the head of the recipients, headings of
    // a column of row numbers.
    case motto, mottoOpening, recipients, numbering
  }

  /// Where a wording with a role is met.
  public enum Place: String, Hashable, Sendable {
    case block, column, heading, prose, time, quantity, tail
    // Tables that were read across their columns: how a heading begins in a narrow column, and everything else.
    case columnBeginning, readAcross
    // Pages as they are laid out.
    case layout
  }

  /// What a wording tells of the name of a body or a person.
  public enum NameKind: String, Hashable, Sendable { case head, generic, compound, rank, level, title, body, short }

  public struct Label: Hashable, Sendable {
    public var role: Role
    public var place: Place
    public var wording: String
  }

  public struct DocumentType: Hashable, Sendable {
    /// As in the symbol: `KH`.
    public var code: String
    /// `Kế hoạch`.
    public var name: String
  }

  public struct Name: Hashable, Sendable {
    public var kind: NameKind
    public var wording: String
    /// What a short form stands for; empty for the others.
    public var meaning: String
  }

  public var labels: [Label]
  public var documentTypes: [DocumentType]
  public var names: [Name]
  /// Verbs that begin the work in an order.
  public var verbs: [String]

  public init(
    labels: [Label] = [], documentTypes: [DocumentType] = [], names: [Name] = [], verbs: [String] = []
  ) {
    self.labels = labels
    self.documentTypes = documentTypes
    self.names = names
    self.verbs = verbs
  }

  /// From the text of the four tables. A row of an unknown role is passed over: a newer table must not stop an older
  /// program.
  public init(labelTable: String, documentTypeTable: String, bodyTable: String, verbTable: String) {
    self.init(
      labels: rows(of: labelTable, width: 3).compactMap { row in
        guard let role = Role(rawValue: row[0]), let place = Place(rawValue: row[1]) else { return nil }
        return Label(role: role, place: place, wording: row[2])
      },
      documentTypes: rows(of: documentTypeTable, width: 2).map { DocumentType(code: $0[0], name: $0[1]) },
      names: rows(of: bodyTable, width: 2).compactMap { row in
        NameKind(rawValue: row[0]).map { Name(kind: $0, wording: row[1], meaning: row.count > 2 ? row[2] : "") }
      },
      verbs: rows(of: verbTable, width: 1).map { $0[0] })
  }

  public func wordings(_ place: Place) -> [(String, Role)] {
    labels.filter { $0.place == place }.map { ($0.wording, $0.role) }
  }

  public func wordings(of role: Role, _ place: Place) -> [String] {
    labels.filter { $0.role == role && $0.place == place }.map(\.wording)
  }

  public func names(_ kind: NameKind) -> [String] {
    names.filter { $0.kind == kind }.map(\.wording)
  }
}

/// The rows of a tab-separated table that have at least `width` cells, without comments.
private func rows(of table: String, width: Int) -> [[String]] {
  table.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return cells.count >= width ? cells : nil
  }
}
