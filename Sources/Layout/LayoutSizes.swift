internal import DocumentModel

/// Lengths and shares by which a page's layout is told. Body text of administrative papers is 13 to 14 points high
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I), its columns are some centimetres wide.
enum LayoutSizes {
  /// White between two words of a line that parts them, at least; and the same in heights of the line.
  static let widestSpace = Points(18)
  static let widestSpaceInHeights = 2.5
  /// White between two columns that no rule parts, at least: the space between two words of justified text.
  static let narrowestGutter = Points(3.6)
  /// White above a row of an unruled table, over that between its lines, at least.
  static let rowGap = Points(3.6)
  /// Ends of rules that belong together are no farther apart.
  static let ruleReach = Points(2.88), leastRuleReach = 4
  /// An upright rule that runs farther out of a table is none of it, where so many others end with the table.
  static let ruleOverhang = Points(36), fewestRulesToEnd = 2
  /// Two rules nearer than this are one.
  static let ruleTolerance = Points(4.5), leastRuleTolerance = 5
  /// Level rules of a table without upright ones: width at least, how far their ends may differ, white between the pieces of
  /// one, and what is between two of them, at least.
  static let narrowestStack = Points(144), stackSlack = Points(9), stackGap = Points(12), lowestBand = Points(9)
  /// White between two rows below the last rule, in tenths of a line's height, at most.
  static let widestRowGapInHeights = 13
  /// A line of one piece that is wider than this share of the table, in hundredths, goes over its columns.
  static let spanningInHundredths = 40

  /// Rows between level rules, at least, before each stretch between two of them is a row; characters of a row's label.
  static let fewestRuledRows = 3, longestLabel = 5
  /// Lines of the headings of a table without rules, at most.
  static let deepestHeading = 4
  /// Lines on which all columns begin, at least, where nothing else tells that there is a table.
  static let fewestLinesTogether = 3
  /// Lines of a title and a note above a table without rules, at most.
  static let rowsAboveTable = 5

  /// Shares of the page's width: where two columns of the end of a document may part; where they part if only the
  /// recipients are there; how far a line may reach over.
  static let gutterPlaces = (first: 0.25, last: 0.75)
  static let usualGutter = 0.47
  static let overhang = 0.02
  /// A signature takes up to 5 cm of height between title and name: so many heights of a line.
  static let signatureHeights = 14
  /// Rows in which the second column of a region must show: under the recipients, under other rows.
  static let rowsUnderRecipients = 12, rowsOfOpening = 3
}
