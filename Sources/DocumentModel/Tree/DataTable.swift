/// What a column of a table holds.
public enum ColumnRole: String, Codable, Sendable {
  /// The number of the row.
  case index
  /// What is to be done.
  case task
  /// Who answers for it, who helps.
  case lead, cooperating
  /// By when, and what comes of it.
  case deadline, product
  /// A known heading that says nothing of a task: money, remarks.
  case other
}

/// A table put together from all the pages it stands on: one header, and rows with a cell for every column.
public struct DataTable: Hashable, Codable, Sendable {
  /// A column, with what was decided about it when the table was put together.
  public struct Column: Hashable, Codable, Sendable {
    /// The header's text over it, its levels joined from top to bottom.
    public var heading: Passage
    /// Nil where no rule knows the heading.
    public var role: ColumnRole?
    /// Name of the rule that gave the role, such as `column.heading-near`; nil where there is no role.
    public var rule: String?
    /// How often that rule is right, 0…1; 0 where there is no role.
    public var certainty: Double

    public var text: String { heading.text }

    public init(heading: Passage, role: ColumnRole? = nil, rule: String? = nil, certainty: Double = 0) {
      self.heading = heading
      self.role = role
      self.rule = rule
      self.certainty = certainty
    }
  }

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

  /// The columns from left to right; empty where the table has no header.
  public var columns: [Column]
  public var rows: [Row]

  public init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}
