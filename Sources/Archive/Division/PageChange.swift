/// What a person does to the division of a file, or to a page of it.
public enum PageChange: Hashable, Sendable {
  /// A document begins at this page, or is joined to the one before it.
  case begins(page: Int, Bool)
  /// The page is read again, after its picture was turned clockwise by 0, 90, 180 or 270 degrees.
  case turn(page: Int, to: Int)

  public var page: Int {
    switch self {
    case .begins(let page, _), .turn(let page, _): page
    }
  }

  /// The field of `correction` and `pageDecision`.
  var field: String {
    switch self {
    case .begins: Self.beginsField
    case .turn: Self.turnField
    }
  }

  static let beginsField = "begins", turnField = "turn"

  /// As `pageDecision` keeps it.
  var value: Int {
    switch self {
    case .begins(_, let begins): begins ? 1 : 0
    case .turn(_, let degrees): degrees
    }
  }

  /// As `correction` keeps it.
  var text: String {
    switch self {
    case .begins(_, let begins): begins ? "true" : "false"
    case .turn(_, let degrees): String(degrees)
    }
  }

  /// Reads a row of `correction`; nil for a text that is no such value.
  init?(field: String, text: String?, page: Int) {
    switch (field, text) {
    case (Self.beginsField, "true"): self = .begins(page: page, true)
    case (Self.beginsField, "false"): self = .begins(page: page, false)
    default:
      guard field == Self.turnField, let degrees = text.flatMap({ Int($0) }) else { return nil }
      self = .turn(page: page, to: degrees)
    }
  }
}
