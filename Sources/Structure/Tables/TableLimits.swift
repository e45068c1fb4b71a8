/// Sizes by which parts of a table are told apart. They were chosen on the tables of `corpus/`, whose golden outlines and
/// accuracy floors hold them.
enum TableLimits {
  /// Columns whose headings are known for a row to be the header; they must be half of its cells, too.
  static let fewestKnownHeadings = 2
  /// Characters of a cell that only numbers its column, `(12)`, or of a row's number that was misread.
  static let longestNumber = 4
  /// Characters of the label of a group row, `VIII.`.
  static let longestGroupLabel = 5
  /// Columns of a table whose headings can be parted by the rows below.
  static let fewestPartedColumns = 4
  /// A group's label is believed where it goes on after the last one, over so many that may have been lost.
  static let widestGroupGap = 2
  /// Rows that a column of numbers has at least, plus one.
  static let fewestNumberedRows = 2
}

/// How sure what this folder sets is, 0…1.
enum TableCertainties {
  /// A number that was set by the sequence of the rows.
  static let inferredNumber = 0.5
}
