/// The wordings that the grammars of structure and tasks look for: data from the tables in `dictionaries/`, so that a
/// new wording of “chủ trì” is a new row there and no edit here.
public struct Vocabulary: Hashable, Sendable {
  /// What a wording stands for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
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
    // Of times (Tasks/Times). In the calendar: units of time, the halves of a year.
    case unitDay, unitMonth, unitQuarter, unitYear, firstHalf, lastHalf
    // Around a time: what makes it a beginning, a limit, the end of a range; what leaves the end open.
    case startingFrom, notAfter, rangeJoint, openEnd
    // Of days counted from the day of issue: what opens the count, working days, what they are counted from, the acts
    // of issuing, what names the document itself.
    case within, workingDays, since, issuing, ownDocument, this
    // Where a sentence closes with its time: what opens a clause that only dates the work, what limits the work, an act
    // of handing the work in; in a target: what opens its time, what leads away from it; in a heading: what dates it.
    case datingClause, limit, handingIn, targetTime, aside, noTimeAfter, headingTime
  }

  /// Where a wording with a role is met.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    case block, column, heading, prose, time, quantity, tail
    // Times (Tasks/Times): the calendar's words, words around a time, days counted from the day of issue, the close of
    // a sentence, a quantified target.
    case calendar, timeBinding, dayCount, closingTime, targetTime
  }

  /// What a wording tells of the name of a body or a person.
  public enum NameKind: String, Hashable, Sendable, CaseIterable {
    case head, generic, compound, rank, level, title, body, short
  }

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
  /// The rows that loading passed over because it does not understand them. `VocabularyCheck` finds more.
  public private(set) var faults: [Fault] = []

  public init(
    labels: [Label] = [], documentTypes: [DocumentType] = [], names: [Name] = [], verbs: [String] = []
  ) {
    self.labels = labels
    self.documentTypes = documentTypes
    self.names = names
    self.verbs = verbs
  }

  /// From the text of the four tables. A row that is not understood is passed over and is one of `faults`: a newer table
  /// must not stop an older program.
  public init(labelTable: String, documentTypeTable: String, bodyTable: String, verbTable: String) {
    self.init()
    labels = understood(labelTable, .labels).compactMap { row in
      guard let role = Role(rawValue: row[0]), let place = Place(rawValue: row[1]) else { return nil }
      return Label(role: role, place: place, wording: row[2])
    }
    documentTypes = understood(documentTypeTable, .documentTypes).map { DocumentType(code: $0[0], name: $0[1]) }
    names = understood(bodyTable, .bodies).compactMap { row in
      NameKind(rawValue: row[0]).map { Name(kind: $0, wording: row[1], meaning: row.count > 2 ? row[2] : "") }
    }
    verbs = understood(verbTable, .verbs).map { $0[0] }
  }

  /// The cells of the rows of a table; rows with faults are noted and left out.
  private mutating func understood(_ text: String, _ shape: TableShape) -> [[String]] {
    shape.rows(of: text).compactMap { row in
      guard let message = shape.fault(of: row) else { return row.cells }
      faults.append(Fault(file: shape.file, line: row.line, message: message))
      return nil
    }
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
