/// Thresholds of reading the lines of a page, one place for all of them. None is fitted: each was set on the seeds and
/// the sample scans and is held by the golden outlines of StructureTests.
enum LineLimits {
  /// A gap of so many spaces parts two columns of a text input.
  static let spacesBetweenColumns = 8
  /// A line of a text input before which so many spaces stand belongs to the right half of the page.
  static let spacesBeforeRightHalf = 20
  /// Of so many letters, in tenths, those must be capitals in a line of capitals; the others may be misread.
  static let capitalsInTenths = 8

  /// Lines from the head of a page within which a letterhead may begin: stamps and signature lines can stand above.
  static let linesAboveLetterhead = 5
  /// Lines after the national name within which the number or the date must follow.
  static let linesFromNameToNumber = 10
  /// Lines of capitals above the national name that belong to the same letterhead.
  static let linesOfBodiesAboveName = 2

  /// A text input with this many lines or more has no pages, hence no foot of a page.
  static let linesOfUnpagedText = 80
  /// Lines at the foot of a page among which its footnotes begin.
  static let linesOfFootnotes = 8
  /// The highest number of a footnote.
  static let highestFootnote = 99
  /// Lines with boxes that a page must have for the edges of its text to be measured.
  static let linesForEdges = 5
  /// Words of debris between two words have at most so many signs.
  static let signsOfSpeck = 4

  /// The name of the State or the Party has at least so many letters, and so many capitals, however it is misread.
  static let lettersOfNationalName = 18
  static let capitalsOfNationalName = 12
  /// How long, in letters, a line with the motto is.
  static let lettersOfMottoLine = 12...90
}
