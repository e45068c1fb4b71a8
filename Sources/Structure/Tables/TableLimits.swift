/// Sizes by which parts of a table are told apart. They were chosen on the tables of `corpus/`, whose golden outlines and
/// accuracy floors hold them.
enum TableLimits {
  /// From the name of a document's type to the end of its number, about.
  static let numberBehindType = 12
  /// A row is the header where at least this many of its cells, and half of them, are known headings.
  static let fewestKnownHeadings = 2
  /// Characters of a cell that only numbers its column, `(12)`, or of a row's number that was misread.
  static let longestNumber = 4
  /// Columns whose number must be read in the row that numbers the columns, at least; two in three of all.
  static let fewestColumnNumbers = 3
  /// Characters of the label of a group row, `VIII.`.
  static let longestGroupLabel = 5
  /// Columns of a table whose headings can be parted by the rows below.
  static let fewestPartedColumns = 4
  /// How many labels of groups may have been lost between two that were read: a wider gap is a misreading.
  static let widestGroupGap = 2
  /// A table of no more rows is too short to tell whether a column numbers them.
  static let fewestNumberedRows = 2
  /// Letters in a cell that is no misread number, at least: `Cộng`, `Các khoa`.
  static let fewestLettersOfWords = 3
  /// Characters of a title over all columns, at most, and its letters, at least: a longer one is a sentence.
  static let longestTitle = 160, fewestTitleLetters = 3
  /// Other rows that fill a column, at least, before an empty cell at a page's end is half of a merged one.
  static let fewestFullRows = 3
  /// Characters of the names of several bodies, at most.
  static let longestBodies = 240
  /// Characters of the name of a body or of a time, at most; of a piece of work without a known verb, at least.
  static let longestNameOrTime = 90, shortestWork = 28
  /// Rows from which cells tell what their column holds, at least, and how many of its filled cells must look alike.
  static let fewestTellingRows = 2, tellingShare = (part: 3, of: 5)
  /// Characters of a heading, at most.
  static let longestHeading = 60
}

/// How sure what this folder sets is, 0…1.
enum TableCertainties {
  /// A number that was set by the sequence of the rows.
  static let inferredNumber = 0.5
  /// What a row was given because no other row leaves its column empty.
  static let inferredCell = 0.6
  /// What a column holds where its cells tell it and no heading does.
  static let roleByCells = 0.75
}
