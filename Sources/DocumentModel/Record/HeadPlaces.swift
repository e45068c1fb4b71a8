extension DocumentHeader {
  /// Fields whose place tells where another one stands, the nearest first: a number stands before its symbol, a day
  /// beside its place.
  private static let neighbours: [String: [String]] = [
    "number": ["symbol", "type"], "symbol": ["number", "type"],
    "date": ["dateParts.day", "dateParts.month", "dateParts.year", "place"], "place": ["date", "dateParts.year"],
    "type": ["subject"], "subject": ["type"],
  ]

  /// Where a person should look for a field: where it was read; else where something that is proposed for it stands on
  /// the document's own pages; else beside a neighbour. Nil where none of these is known.
  public func place(of field: String) -> Provenance? {
    if let read = evidence[field]?.provenance { return read }
    if let proposed = proposals(for: field).lazy.compactMap(\.ownPlace).first { return proposed }
    return Self.neighbours[field, default: []].lazy.compactMap { evidence[$0]?.provenance }.first
  }
}
