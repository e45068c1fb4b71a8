/// Where a proposed value comes from.
public enum ProposalSource {
  /// What a reader of handwriting, and what one of print made of figures by pen.
  public static let pen = "pen", printReadingOfPen = "print-reading-of-pen"
  public static let fileName = "file-name", signatureTime = "signature-time"
  /// The row of the inventory that the paper is listed in.
  public static let inventoryList = "inventory-list"
  /// Another paper of the folder or the dossier cites this one.
  public static let cited = "cited"
  /// Two witnesses said the same.
  public static let agreed = "agreed"
}

extension DocumentHeader {
  /// Adds a proposal, the likeliest first; of two with one value and source the first stays.
  public mutating func propose(_ proposal: Proposal, as field: String) {
    let known = proposed[field, default: []]
    if known.contains(where: { $0.value == proposal.value && $0.source == proposal.source }) { return }
    proposed[field] = (known + [proposal]).sorted { $0.confidence > $1.confidence }
  }

  /// What is proposed for a field that stands empty, the likeliest first; a day by pen with the month and the year that are
  /// printed.
  public func proposals(for field: String) -> [Proposal] {
    let whole = proposed[field, default: []]
    guard field == "date", let year = dateParts.year, let month = dateParts.month else { return whole }
    let days = proposed["dateParts.day", default: []].compactMap { day -> Proposal? in
      guard let number = Int(day.value), let date = CalendarDate(year: year, month: month, day: number) else {
        return nil
      }
      var proposal = day
      proposal.value = date.description
      return proposal
    }
    return (whole + days).sorted { $0.confidence > $1.confidence }
  }

  /// Takes back what a source proposed, so that it can be heard anew.
  public mutating func forgetProposals(from source: String) {
    proposed = proposed.mapValues { $0.filter { $0.source != source } }.filter { !$0.value.isEmpty }
  }

  /// Takes the number on which the ink and a witness from elsewhere agree, or two witnesses; false where none do. Two
  /// readers of the same ink are no two witnesses.
  public mutating func assertAgreedNumber() -> Bool {
    guard number == nil, let proposals = proposed["number"] else { return false }
    let agreed = proposals.filter { one in proposals.contains { one.isBorneOut(by: $0) && $0.figures == one.figures } }
    guard let first = agreed.first(where: \.isOfInk) ?? agreed.first(where: { $0.input == nil }) ?? agreed.first,
      Set(agreed.map(\.figures)).count == 1
    else {
      return false
    }
    number = first.value
    proposed["number"] = nil
    evidence["number"] = first.agreedEvidence
    return true
  }

  /// Takes the day that two witnesses name, or that one names and the ink bears out; false where there is none, or several,
  /// or where it is not the printed month's and year's.
  public mutating func assertAgreedDay() -> Bool {
    guard date == nil, let whole = proposed["date"] else { return false }
    let ink = proposed["dateParts.day", default: []].filter(\.isOfInk)
    let agreed = whole.compactMap { one -> (day: CalendarDate, by: Proposal)? in
      guard let day = CalendarDate(iso: one.value), allows(day) else { return nil }
      if let read = ink.first(where: { Int($0.value) == day.day }) { return (day, read) }
      return whole.contains { one.isBorneOut(by: $0) && $0.value == one.value } ? (day, one) : nil
    }
    guard let first = agreed.first, Set(agreed.map(\.day)).count == 1 else { return false }
    date = first.day
    for field in ["date", "dateParts.day"] {
      evidence[field] = first.by.agreedEvidence
      proposed[field] = nil
    }
    return true
  }

  /// Whether the month and the year are printed, and are the day's: a witness does not stand for three fields.
  private func allows(_ day: CalendarDate) -> Bool { dateParts.year == day.year && dateParts.month == day.month }
}

extension Proposal {
  fileprivate var isOfInk: Bool { [ProposalSource.pen, ProposalSource.printReadingOfPen].contains(source) }

  /// The value without the noughts before it: some write `05`, some `5`.
  fileprivate var figures: Substring { value.drop { $0 == "0" } }

  fileprivate func isBorneOut(by other: Proposal) -> Bool {
    source != other.source && !(isOfInk && other.isOfInk)
  }

  /// How sure a value is on which two witnesses agree, 0…1.
  private static let agreedConfidence = 0.95

  fileprivate var agreedEvidence: Evidence {
    Evidence(provenance: provenance, confidence: Confidence(Self.agreedConfidence), source: ProposalSource.agreed)
  }
}
