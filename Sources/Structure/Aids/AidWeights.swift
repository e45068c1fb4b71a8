/// What speaks for and against a paper being a list of papers, a cover or a closing sheet. Set by judgement, so that no one
/// sign decides: a title alone is none, and a list whose title is lost is known by its columns and what stands in them.
enum AidWeights {
  /// A line that is one of the titles; one letter in six misread.
  static let title = 3.0, nearTitle = 2.5
  /// A column whose heading is known; one that its cells alone tell.
  static let heading = 1.0, cells = 0.5
  /// A column of symbols or of days that holds what its heading says.
  static let filled = 1.0
  /// Figures of sheets that rise from row to row.
  static let rising = 2.0
  /// A label of a line: `Hồ sơ số`, `Từ ngày`.
  static let label = 1.0
  /// The paper has a type of its own, a number or a symbol, much text, or a column of those who are to act.
  static let ownType = -4.0, ownNumber = -3.0, text = -2.0, work = -4.0
  /// What a paper has to weigh.
  static let enough = 5.0
  /// A paper that weighs this much is as surely one as any.
  static let sure = 10.0
}

/// Sizes of such papers.
enum AidLimits {
  /// Headings of a list, and labels of a cover or a closing sheet, that have to be known.
  static let fewestHeadings = 3, fewestLabels = 3
  /// Lines from the top that may be the title.
  static let titleLines = 20
  /// Words that a cover or a closing sheet has at most; words outside its tables that a list has at most.
  static let mostWords = 260
  /// Letters of a title at most; of a label before its colon.
  static let longestTitle = 80, longestLabel = 40
  /// Lines that a title or a run of numbers goes on for at most.
  static let mostLinesOfValue = 6
  /// Part of the filled cells that must be days, symbols or rising figures.
  static let share = 0.6
  /// Figures that must be there to tell that they rise.
  static let fewestRising = 3
  /// Figures of a number at most.
  static let longestNumber = 6
  /// Years that papers in archives have.
  static let years = 1800...2100
}

/// How sure a cell is, 0…1, beside how well its words were read.
enum AidCertainty {
  static let cell = 0.95
  /// At most where figures were put right, and where they do not rise as the others do.
  static let repaired = 0.5, doubted = 0.5
}
