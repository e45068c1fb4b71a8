public import DocumentModel

/// A sheet of a workbook: a heading row, then rows of cells.
public struct XLSXSheet: Sendable {
  public enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// A number that names something and is written without separators of thousands.
    case identifier(Int)
    case number(Double)
    case percent(Double)
    case date(CalendarDate)
    case empty
  }

  public struct Column: Sendable {
    public var title: String
    /// In characters of the usual font.
    public var width: Double

    public init(_ title: String, width: Double = 16) {
      self.title = title
      self.width = width
    }
  }

  public var name: String
  /// Lines above the table that a reader of it needs to know.
  public var notes: [String]
  public var columns: [Column]
  public var rows: [[Cell]]

  public init(name: String, notes: [String] = [], columns: [Column], rows: [[Cell]]) {
    self.name = name
    self.notes = notes
    self.columns = columns
    self.rows = rows
  }
}

extension XLSXSheet.Cell {
  /// A text; an empty cell where there is none.
  public init(text: String?) { self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty }

  /// A day; an empty cell where none is known.
  public init(day: CalendarDate?) { self = day.map { .date($0) } ?? .empty }

  /// A share of one; an empty cell where none is known.
  public init(share: Double?) { self = share.map { .percent($0) } ?? .empty }

  /// What the cell says in a file of text.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .integer(let value), .identifier(let value): String(value)
    case .number(let value): String(value)
    case .percent(let value): "\(Int((value * 100).rounded()))%"
    case .date(let day): day.description
    case .empty: ""
    }
  }
}
