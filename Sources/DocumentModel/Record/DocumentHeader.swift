/// The head and the end matter of a document. What cannot be read is null, never guessed.
public struct DocumentHeader: Hashable, Codable, Sendable {
  /// The code in the symbol: KH, TTr, QĐ, …
  @ExplicitNull public var type: String?
  /// The title as printed where it is that of no listed type: `BẢN ĐỀ NGHỊ`, `DANH SÁCH TRÍCH NGANG CÁN BỘ`.
  @ExplicitNull public var typeName: String?
  @ExplicitNull public var number: String?
  /// Type first for State and Party alike: `KH-UBND`, `KH-BCĐTW`.
  @ExplicitNull public var symbol: String?
  /// Written out: `Ủy ban nhân dân xã Hợp Minh`; several issuers joined by `; `.
  @ExplicitNull public var issuer: String?
  @ExplicitNull public var place: String?
  /// The whole day of issue. Setting a day sets its parts.
  @ExplicitNull public var date: CalendarDate? {
    didSet { if let date { dateParts = DateParts(date) } }
  }
  /// What can be read of the day of issue.
  public var dateParts: DateParts
  /// The trích yếu under the type name.
  @ExplicitNull public var subject: String?
  @ExplicitNull public var addressee: String?
  /// The chief (right-hand) one.
  public var signer: Signer
  /// All of them in print order, where there are two or more.
  public var signers: [Signer]
  public var recipients: [String]
  /// What the stamp of arrival says; nil where none was read.
  public var received: Receipt?
  /// By the name of the field: what is not sure enough to stand in it, the likeliest first.
  public var proposed: [String: [Proposal]]
  /// By the name of the field.
  public var evidence: [String: Evidence]

  public init(
    type: String? = nil, number: String? = nil, symbol: String? = nil, issuer: String? = nil, place: String? = nil,
    date: CalendarDate? = nil, subject: String? = nil, addressee: String? = nil, signer: Signer = Signer(),
    signers: [Signer] = [], recipients: [String] = [], evidence: [String: Evidence] = [:]
  ) {
    self._type = ExplicitNull(wrappedValue: type)
    self._typeName = ExplicitNull(wrappedValue: nil)
    self._number = ExplicitNull(wrappedValue: number)
    self._symbol = ExplicitNull(wrappedValue: symbol)
    self._issuer = ExplicitNull(wrappedValue: issuer)
    self._place = ExplicitNull(wrappedValue: place)
    self._date = ExplicitNull(wrappedValue: date)
    self.dateParts = date.map(DateParts.init) ?? DateParts()
    self._subject = ExplicitNull(wrappedValue: subject)
    self._addressee = ExplicitNull(wrappedValue: addressee)
    self.signer = signer
    self.signers = signers
    self.recipients = recipients
    self.proposed = [:]
    self.evidence = evidence
  }

  /// Reads heads of earlier versions, too: the parts of their day are those of the whole day, and nothing is proposed.
  ///
  /// - Throws: `DecodingError` where a key is missing that every version has, or holds a value of another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    _type = try values.decode(ExplicitNull<String>.self, forKey: .type)
    _typeName = try values.decode(ExplicitNull<String>.self, forKey: .typeName)
    _number = try values.decode(ExplicitNull<String>.self, forKey: .number)
    _symbol = try values.decode(ExplicitNull<String>.self, forKey: .symbol)
    _issuer = try values.decode(ExplicitNull<String>.self, forKey: .issuer)
    _place = try values.decode(ExplicitNull<String>.self, forKey: .place)
    _date = try values.decode(ExplicitNull<CalendarDate>.self, forKey: .date)
    _subject = try values.decode(ExplicitNull<String>.self, forKey: .subject)
    _addressee = try values.decode(ExplicitNull<String>.self, forKey: .addressee)
    signer = try values.decode(Signer.self, forKey: .signer)
    signers = try values.decode([Signer].self, forKey: .signers)
    recipients = try values.decode([String].self, forKey: .recipients)
    received = try values.decodeIfPresent(Receipt.self, forKey: .received)
    evidence = try values.decode([String: Evidence].self, forKey: .evidence)
    let whole = _date.wrappedValue.map(DateParts.init) ?? DateParts()
    dateParts = try values.decodeIfPresent(DateParts.self, forKey: .dateParts) ?? whole
    proposed = try values.decodeIfPresent([String: [Proposal]].self, forKey: .proposed) ?? [:]
  }
}

/// Who signed, as printed.
public struct Signer: Hashable, Codable, Sendable {
  /// The lines above the title: `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH`.
  @ExplicitNull public var authority: String?
  @ExplicitNull public var title: String?
  @ExplicitNull public var name: String?

  public init(authority: String? = nil, title: String? = nil, name: String? = nil) {
    self._authority = ExplicitNull(wrappedValue: authority)
    self._title = ExplicitNull(wrappedValue: title)
    self._name = ExplicitNull(wrappedValue: name)
  }
}

extension DocumentHeader {
  /// Number and symbol for a person to read: `05/KH-UBND`; what is unknown is left blank. Nil without either.
  public var printedSymbol: String? { DocumentSymbol.printed(number: number, symbol: symbol) }
}
