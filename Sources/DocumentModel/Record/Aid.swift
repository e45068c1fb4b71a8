/// What a paper says that helps to find others: a list of a dossier's documents, a list of dossiers, the cover or the
/// closing sheet of a dossier. It stands as printed; nothing in it is taken from the papers that it speaks of.
public struct Aid: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Mục lục văn bản.
    case documentList = "document-list"
    /// Mục lục hồ sơ.
    case dossierList = "dossier-list"
    /// Bìa hồ sơ.
    case cover
    /// Chứng từ kết thúc.
    case closingSheet = "closing-sheet"
  }

  public var kind: Kind
  /// What it says of the one dossier that it belongs to; all empty where it names none.
  public var dossier: AidDossier
  /// The numbers that it says are not there, one or a run each: `12`, `234-238`. Nil where it says nothing of them, empty
  /// where it says that there are none. On a closing sheet they are sheets, elsewhere papers of a series.
  @ExplicitNull public var gaps: [String]?
  /// In print order; empty for a cover and a closing sheet.
  public var rows: [AidRow]
  /// Where it begins, and how sure its kind is. `gaps` have an entry in the dossier's evidence.
  public var evidence: Evidence

  public init(
    kind: Kind, dossier: AidDossier = AidDossier(), gaps: [String]? = nil, rows: [AidRow] = [], evidence: Evidence
  ) {
    self.kind = kind
    self.dossier = dossier
    self._gaps = ExplicitNull(wrappedValue: gaps)
    self.rows = rows
    self.evidence = evidence
  }
}

/// What an aid says of a dossier, as far as it is printed and could be read.
public struct AidDossier: Hashable, Codable, Sendable {
  @ExplicitNull public var code: String?
  @ExplicitNull public var title: String?
  /// First and last day, as far as they are known from the year down: `2012-06-05`, `2012-06`, `2012`.
  @ExplicitNull public var start: String?
  @ExplicitNull public var end: String?
  @ExplicitNull public var sheets: Int?
  @ExplicitNull public var documents: Int?
  /// How long it is to be kept, as printed: `Vĩnh viễn`, `20 năm`.
  @ExplicitNull public var keeping: String?
  @ExplicitNull public var box: String?
  /// Code or name of the fonds, as printed.
  @ExplicitNull public var fonds: String?
  @ExplicitNull public var catalogue: String?
  /// By the name of the field.
  public var evidence: [String: Evidence]

  public init(evidence: [String: Evidence] = [:]) {
    _code = ExplicitNull(wrappedValue: nil)
    _title = ExplicitNull(wrappedValue: nil)
    _start = ExplicitNull(wrappedValue: nil)
    _end = ExplicitNull(wrappedValue: nil)
    _sheets = ExplicitNull(wrappedValue: nil)
    _documents = ExplicitNull(wrappedValue: nil)
    _keeping = ExplicitNull(wrappedValue: nil)
    _box = ExplicitNull(wrappedValue: nil)
    _fonds = ExplicitNull(wrappedValue: nil)
    _catalogue = ExplicitNull(wrappedValue: nil)
    self.evidence = evidence
  }
}
