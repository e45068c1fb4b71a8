/// A document that this one cites.
public struct Reference: Hashable, Codable, Sendable {
  @ExplicitNull public var type: String?
  public var number: String
  /// Type first: `KH-BCĐTW`.
  public var symbol: String
  /// Only where it is printed with the citation.
  @ExplicitNull public var date: CalendarDate?
  public var evidence: Evidence

  public init(type: String?, number: String, symbol: String, date: CalendarDate?, evidence: Evidence) {
    self._type = ExplicitNull(wrappedValue: type)
    self.number = number
    self.symbol = symbol
    self._date = ExplicitNull(wrappedValue: date)
    self.evidence = evidence
  }
}

/// A numbered heading, or a group row of a table.
public struct SectionEntry: Hashable, Codable, Sendable {
  /// Without the closing mark: `I`, `1.1`, `a`, `PHỤ LỤC`.
  public var label: String
  /// Empty for a run-in heading that no colon sets off.
  public var title: String
  /// 1 for the outermost.
  public var level: Int
  /// 1-based, in the file.
  public var page: Int
  /// 1-based line of `text.txt`.
  public var line: Int
  public var evidence: Evidence

  public init(label: String, title: String, level: Int, evidence: Evidence) {
    self.label = label
    self.title = title
    self.level = level
    self.page = evidence.provenance.page
    self.line = evidence.provenance.line ?? 0
    self.evidence = evidence
  }
}

/// A quantified target of the goals part.
public struct Target: Hashable, Codable, Sendable {
  public enum Comparator: String, Codable, Sendable {
    case equal = "="
    case atLeast = ">="
    case atMost = "<="
  }

  public var text: String
  public var value: Double
  /// `%`, or what is counted: `nhóm thủ tục hành chính`.
  public var unit: String
  public var comparator: Comparator
  /// Only where the target's own sentence states it.
  @ExplicitNull public var due: CalendarDate?
  public var evidence: Evidence

  public init(
    text: String, value: Double, unit: String, comparator: Comparator, due: CalendarDate?, evidence: Evidence
  ) {
    self.text = text
    self.value = value
    self.unit = unit
    self.comparator = comparator
    self._due = ExplicitNull(wrappedValue: due)
    self.evidence = evidence
  }
}

/// What the part `TỔ CHỨC THỰC HIỆN` gives one body to do.
public struct Assignment: Hashable, Codable, Sendable {
  public var body: String
  public var duties: [String]
  public var evidence: Evidence

  public init(body: String, duties: [String], evidence: Evidence) {
    self.body = body
    self.duties = duties
    self.evidence = evidence
  }
}
