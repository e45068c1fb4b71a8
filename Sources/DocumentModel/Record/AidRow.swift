/// A row of a list: a document, or a dossier of a list of dossiers.
public struct AidRow: Hashable, Codable, Sendable {
  /// The number of the row; nil where there is none or it cannot be read.
  @ExplicitNull public var ordinal: Int?
  /// The type of the document, where it has a column of its own.
  @ExplicitNull public var typeName: String?
  @ExplicitNull public var number: String?
  /// Type first, as in the head of a document: `KH-UBND`.
  @ExplicitNull public var symbol: String?
  @ExplicitNull public var date: CalendarDate?
  /// What can be read of the day.
  public var dateParts: DateParts
  @ExplicitNull public var subject: String?
  @ExplicitNull public var author: String?
  /// The sheet that the document begins on, or its first and last: `12`, `1-3`.
  @ExplicitNull public var sheet: String?
  @ExplicitNull public var note: String?
  /// The dossier of a row of a list of dossiers; nil in a list of documents.
  public var dossier: AidDossier?
  /// Names of the cells in which something stands that could not be read: their values are nil.
  public var unread: [String]
  /// By the name of the cell; `row` is the whole row.
  public var evidence: [String: Evidence]

  public init(evidence: [String: Evidence] = [:]) {
    _ordinal = ExplicitNull(wrappedValue: nil)
    _typeName = ExplicitNull(wrappedValue: nil)
    _number = ExplicitNull(wrappedValue: nil)
    _symbol = ExplicitNull(wrappedValue: nil)
    _date = ExplicitNull(wrappedValue: nil)
    dateParts = DateParts()
    _subject = ExplicitNull(wrappedValue: nil)
    _author = ExplicitNull(wrappedValue: nil)
    _sheet = ExplicitNull(wrappedValue: nil)
    _note = ExplicitNull(wrappedValue: nil)
    unread = []
    self.evidence = evidence
  }
}
