/// Thresholds of reading the lines of a page, one place for all of them. None is fitted: each was set on the seeds and
/// the sample scans and is held by the golden outlines of StructureTests.
enum LineLimits {
  /// The least number of spaces that part two columns of a text input.
  static let spacesBetweenColumns = 8
  /// The least number of spaces before a text input's line that belongs to the right half of the page.
  static let spacesBeforeRightHalf = 20
  /// The share of capitals among the letters of a line in capitals, in tenths; the other letters may be misread.
  static let capitalsInTenths = 8

  /// Lines from the head of a page within which a letterhead may begin: stamps and signature lines can stand above.
  static let linesAboveLetterhead = 5
  /// Lines after the national name within which the number or the date must follow.
  static let linesFromNameToNumber = 10
  /// Lines of capitals above the national name that belong to the same letterhead.
  static let linesOfBodiesAboveName = 2

  /// Lines above the national name among which `Mẫu số 01`, `PHỤ LỤC` may stand; lines below it among which a form has its
  /// dotted blanks, how many those are, and how many dots make one.
  static let linesFromFormLabel = 6, linesOfForm = 25, blanksOfForm = 3, dotsOfBlank = 5
  /// Words of the place before the day of issue.
  static let wordsOfPlace = 6
  /// Lines that the head of the next sheet has at most where the scanner caught it at the foot of a page.
  static let linesOfHeadAtFoot = 8

  /// A text input with this many lines or more has no pages, hence no foot of a page.
  static let linesOfUnpagedText = 80
  /// Lines at the foot of a page among which its footnotes begin.
  static let linesOfFootnotes = 8
  /// The highest number of a footnote.
  static let highestFootnote = 99
  /// Lines with boxes that a page must have for the edges of its text to be measured.
  static let linesForEdges = 5
  /// The most signs that a piece of debris between two words has.
  static let signsOfSpeck = 4

  /// The fewest letters of a line that holds the name of the State or the Party, and the fewest capitals among them, when
  /// the name is misread as far as it may be.
  static let lettersOfNationalName = 18
  static let capitalsOfNationalName = 12
  /// Letters of a line that holds the motto.
  static let lettersOfMottoLine = 12...90
}
