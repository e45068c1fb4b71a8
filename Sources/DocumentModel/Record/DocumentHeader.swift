/// The head and the end matter of a document. What cannot be read is null, never guessed.
public struct DocumentHeader: Hashable, Codable, Sendable {
  /// The code in the symbol: KH, TTr, QĐ, …
  @ExplicitNull public var type: String?
  @ExplicitNull public var number: String?
  /// Type first for State and Party alike: `KH-UBND`, `KH-BCĐTW`.
  @ExplicitNull public var symbol: String?
  /// Written out: `Ủy ban nhân dân xã Hợp Minh`; several issuers joined by `; `.
  @ExplicitNull public var issuer: String?
  @ExplicitNull public var place: String?
  @ExplicitNull public var date: CalendarDate?
  /// The trích yếu under the type name.
  @ExplicitNull public var subject: String?
  @ExplicitNull public var addressee: String?
  /// The chief (right-hand) one.
  public var signer: Signer
  /// All of them in print order, where there are two or more.
  public var signers: [Signer]
  public var recipients: [String]
  /// By the name of the field.
  public var evidence: [String: Evidence]

  public init(
    type: String? = nil, number: String? = nil, symbol: String? = nil, issuer: String? = nil, place: String? = nil,
    date: CalendarDate? = nil, subject: String? = nil, addressee: String? = nil, signer: Signer = Signer(),
    signers: [Signer] = [], recipients: [String] = [], evidence: [String: Evidence] = [:]
  ) {
    self._type = ExplicitNull(wrappedValue: type)
    self._number = ExplicitNull(wrappedValue: number)
    self._symbol = ExplicitNull(wrappedValue: symbol)
    self._issuer = ExplicitNull(wrappedValue: issuer)
    self._place = ExplicitNull(wrappedValue: place)
    self._date = ExplicitNull(wrappedValue: date)
    self._subject = ExplicitNull(wrappedValue: subject)
    self._addressee = ExplicitNull(wrappedValue: addressee)
    self.signer = signer
    self.signers = signers
    self.recipients = recipients
    self.evidence = evidence
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
  public var printedSymbol: String? {
    guard number != nil || symbol != nil else { return nil }
    return "\(number ?? "…")/\(symbol ?? "…")"
  }
}
