public import DocumentModel
internal import Vietnamese

/// The fields of a head that a person may correct.
public enum HeaderField: String, Codable, Sendable, CaseIterable {
  case type, number, symbol, issuer, place, date, subject, addressee, signer

  public func text(of head: DocumentHeader) -> String {
    switch self {
    case .type: head.type ?? ""
    case .number: head.number ?? ""
    case .symbol: head.symbol ?? ""
    case .issuer: head.issuer ?? ""
    case .place: head.place ?? ""
    case .date: head.dateParts.iso ?? ""
    case .subject: head.subject ?? ""
    case .addressee: head.addressee ?? ""
    case .signer: head.signer.name ?? ""
    }
  }

  /// Whether a head lacks it; a month without its day is no day.
  public func isMissing(in head: DocumentHeader) -> Bool {
    self == .date ? head.date == nil : text(of: head).isEmpty
  }

  /// - Throws: a `Failure` for a date that is none.
  func set(_ text: String, in head: inout DocumentHeader) throws(Failure) {
    let value = text.isEmpty ? nil : nfc(text)
    switch self {
    case .type: head.type = value
    case .number: head.number = value
    case .symbol: head.symbol = value
    case .issuer: head.issuer = value
    case .place: head.place = value
    case .date: try Self.set(day: text, in: &head)
    case .subject: head.subject = value
    case .addressee: head.addressee = value
    case .signer: head.signer.name = value
    }
  }

  /// A whole day, or what is known of it from the year down: `2010-05`, `5/2010`, `2010`; nothing for no day at all.
  private static func set(day text: String, in head: inout DocumentHeader) throws(Failure) {
    if let parts = DateParts(known: text) {
      head.date = nil
      head.dateParts = parts
    } else {
      head.date = try date(text)
      if head.date == nil { head.dateParts = DateParts() }
    }
  }

  /// As people write days: `2025-12-31`, `31/12/2025`; nil for nothing.
  static func date(_ text: String) throws(Failure) -> CalendarDate? {
    if text.isEmpty { return nil }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    let typed = parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    guard let date = CalendarDate(iso: text) ?? typed else { throw Failure(.badArguments, .notADay(text)) }
    return date
  }
}

/// The fields of a task that a person may correct.
public enum TaskField: String, Codable, Sendable, CaseIterable {
  case title, content, lead, cooperating, deadline, due, product

  public func text(of task: TaskRecord) -> String {
    switch self {
    case .title: task.title
    case .content: task.content
    case .lead: task.lead.joined(separator: "; ")
    case .cooperating: task.cooperating.joined(separator: "; ")
    case .deadline: task.deadline.text ?? ""
    case .due: task.deadline.due?.description ?? ""
    case .product: task.product ?? ""
    }
  }

  /// - Throws: a `Failure` for a date that is none.
  func set(_ text: String, in task: inout TaskRecord) throws(Failure) {
    let value = nfc(text)
    switch self {
    case .title: task.title = value
    case .content: task.content = value
    case .lead: task.lead = Self.names(value)
    case .cooperating: task.cooperating = Self.names(value)
    case .deadline: task.deadline.text = value.isEmpty ? nil : value
    case .due: task.deadline.due = try HeaderField.date(text)
    case .product: task.product = value.isEmpty ? nil : value
    }
  }

  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == ";" || $0.isNewline })
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

extension Message {
  static func notADay(_ text: String) -> Message {
    Message(
      "not-a-day", vi: "“\(text)” không phải ngày. Viết như 31/12/2025.",
      en: "“\(text)” is no day. Write it as 2025-12-31 or 31/12/2025.")
  }
}
