/// A table put together from all the pages it stands on: one header, and rows with a cell for every column.
public struct DataTable: Hashable, Codable, Sendable {
  public struct Row: Hashable, Codable, Sendable {
    public enum Kind: String, Codable, Sendable {
      case data
      /// A heading inside the table, over all columns: its label is `cells[0]`, its title `cells[1]`.
      case group
    }

    public var kind: Kind
    /// One a column; a merged cell stands in every row that it covers, an empty one is an empty passage.
    public var cells: [Passage]
    /// A word of each remark on how the row came about: `page-break`, `merged`, `rebuilt`, `lead-inferred`; docs/record.md
    /// lists them.
    public var notes: [String]
    /// The lines a rebuilt row was made of, as they were read.
    public var raw: [String]

    /// The note of a row whose work is done by what is left of its deadline's words, though these do not say so.
    public static let doneInferred = "done-inferred"

    public init(kind: Kind = .data, cells: [Passage], notes: [String] = [], raw: [String] = []) {
      self.kind = kind
      self.cells = cells
      self.notes = notes
      self.raw = raw
    }
  }

  /// The header's text column by column, its levels joined from top to bottom; empty where the table has no header.
  public var columns: [Passage]
  public var rows: [Row]

  public init(columns: [Passage], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}
