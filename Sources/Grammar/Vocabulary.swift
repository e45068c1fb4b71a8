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
    // Of times (Tasks/Times). In the calendar: units of time, the halves of a year or a month, the weeks of a month.
    case unitDay, unitWeek, unitMonth, unitQuarter, unitYear, firstHalf, lastHalf
    case firstOne, secondOne, thirdOne, fourthOne, ofUnit
    // Around a time: what makes it a beginning, a limit, the end of a range; what leaves the end open.
    case startingFrom, notAfter, rangeJoint, openEnd
    // Of days counted from the day of issue: what opens the count, working days, what they are counted from, the acts
    // of issuing, what names the document itself.
    case within, workingDays, since, issuing, ownDocument, this
    // Where a sentence closes with its time: what opens a clause that only dates the work, what limits the work, an act
    // of handing the work in; in a target: what opens its time, what leads away from it; in a heading: what dates it.
    case datingClause, limit, handingIn, targetTime, aside, noTimeAfter, headingTime
    // Of a table that was read across its columns (Structure/Tables/ReadAcross): pieces of its headings, parts of a
    // group's title, the first word of a body; levels and sets of bodies, what joins two; words around a deadline.
    case headingOpening, headingPiece, weakHeading, headingEnd, counted, groupOpening, bodyOpening
    case province, commune, ward, anyCommune, set, collective, and
    case event, year, dayWord, beforeDay, beforeRest, lastPiece

    // Asked for by Tasks/Assignments, at `prose` and `order`.
    /// Gives the lead and names who helps: `chủ trì, phối hợp với`.
    case leadWith
    /// One body tells another to act; hands work to a body, not only asks for heed; hands it to a set in small letters.
    case orders, handsOver, givesSet
    /// Stands before the body in the part that gives bodies their duties; begins a duty beside the verbs.
    case introduces, begins
    /// Work that is no task of its own: watching over the whole, doing what an annex lists.
    case watches, annex
    /// What all do together, at the end of a bracket; gives the lead at the end of a cell without naming who helps.
    case performs, leadAlone
    /// The sentence only tells that something was ordered, tells who did what, or describes whoever leads.
    case reported, narrates, describes
    /// A verb after it is part of a name.
    case nameWord

    // Asked for by Tasks/Bodies, at `body`.
    /// Opens a set in a list. `and` joins two names there; a name that begins with a `set` is no single body.
    case setWord
    /// The word of a body that shares its name with the next: `Báo và Đài …`.
    case bareHead

    // Asked for by Tasks/Checks, at `table`.
    /// What a document counts of its tasks; the list that it counts them in.
    case taskList
    /// A column of amounts; a line that announces a table.
    case money, caption

    // Asked for by Tasks/Citations, at `citation`.
    /// Before a number; between a number and its day; the code of a project, which is no document.
    case numberWord, project

    // Asked for by Tasks/Figures, at `quantity`.
    /// Bounds that stand behind their number: `80% trở lên`.
    case atLeastAfter, atMostAfter
    /// Counts what follows for its own sake: `cả 18 khu phố`; the first word that is no part of a unit.
    case every, unitEnd
    // Of letterheads, sections and end matter (Structure). A letterhead: the name of the State or the Party, the motto,
    // the words that open its lines (`V/v`, `Kính gửi`, `Số`), the words of its day, what says that a paper is a draft,
    // was received, belongs to another paper, or is issued by several bodies; the end of a Party committee's name; how
    // the title of a paper of no listed type begins; what stands over a form or an annex; what
    // says that another paper goes along; the fields of the stamp of arrival.
    case national, motto, about, aboutInFull, addressing, number, day, month, draft, received, belonging, joint
    case committee, title, form, enclosing, receiptField
    // A section: what its number may be named with; `ordinal` at that place are the numbers in words, in their order.
    case part, partInWords, chapter, section, article
    // The end: what opens the recipients and the file copy, by whose authority somebody signs, and what looks like an
    // office there and is a heading.
    // What the list of recipients begins with, and words that stand in it in one way only.
    case recipients, fileCopy, authority, notOffice, firstRecipient, recipientWord
    // A sentence: a word that leaves it unfinished, that goes on with one, that binds the next word to it, that joins
    // two names; what an issuing body does.
    case unfinished, continuing, binding, conjunction, act
    // Of a page: what stands beside its number.
    case pageNumber
    // Of a page's layout, beside `motto` and `recipients`: how lines of a letterhead's right half begin, headings of a
    // column of row numbers.
    case mottoOpening, numbering
    // Of papers that help to find others (Structure/Aids), beside `title`, `number`, `day`, `index` and `other`: what such a
    // paper is headed with; what a column of it holds and what a line of it states.
    case documentList, dossierList, cover, closingSheet
    case symbol, numberAndSymbol, typeName, subject, author, sheet, note
    case dossierCode, period, startDay, endDay, keeping, sheetCount, documentCount, box, fonds, catalogue, gaps
  }

  /// Where a wording with a role is met.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    case block, column, heading, prose, time, quantity, tail
    // Times (Tasks/Times): the calendar's words, words around a time, days counted from the day of issue, the close of
    // a sentence, a quantified target.
    case calendar, timeBinding, dayCount, closingTime, targetTime
    // Tables that were read across their columns: how a heading begins in a narrow column, and everything else.
    case columnBeginning, readAcross
    // Of Tasks: sentences that order, lists of bodies, what is beside a table, citations.
    case order, body, table, citation
    // Asked by Structure: lines of a letterhead, numbers of sections, the end of a document, words in any sentence, the
    // edges of a page.
    case letterhead, section, ending, sentence, page
    // Pages as they are laid out.
    case layout
    // Lists of papers, covers and closing sheets: their titles, their columns, the labels of their lines.
    case aidTitle, aidColumn, aidField
  }

  /// What a wording tells of the name of a body or a person.
  public enum NameKind: String, Hashable, Sendable, CaseIterable {
    case head, generic, compound, rank, level, title, body, short
    // Misread words of names: Tasks/Bodies/BodyHeads.swift.
    case markedHead, misreadHead, headed, misreadTail, tailKeeper
    // Asked by Structure/Letterhead: bodies that say of themselves that they issue, each with its whole name; bodies
    // that have no name but that of their place; the body that a lost first line is taken for; words that keep their
    // capital inside a name.
    case issuing, placeless, supplied, proper
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
  /// The codes that symbols of papers begin with: `KH`, `TTr`.
  public var documentTypeCodes: Set<String> { Set(documentTypes.map(\.code)) }
  public var names: [Name]
  /// Verbs that begin the work in an order.
  public var verbs: [String]
  /// Parts of the names of people.
  public var people = PersonNames()
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

  /// From the text of the tables. A row that is not understood is passed over and is one of `faults`: a newer table
  /// must not stop an older program.
  public init(
    labelTable: String, documentTypeTable: String, bodyTable: String, verbTable: String, personTable: String = ""
  ) {
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
    for row in understood(personTable, .personNames) {
      guard let part = PersonNames.Part(rawValue: row[0]), let count = Int(row[2]) else { continue }
      people.add(row[1], part, count: count)
    }
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
