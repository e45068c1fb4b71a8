/// Thresholds of reading sections, one place for all of them. None is fitted: each was set on the seeds and the sample
/// scans; the table of SectionTests and the golden outlines hold them.
enum SectionLimits {
  /// Characters before the colon of a line that says which body does the work.
  static let longestLabelOfBody = 40
  /// Signs from the start of a line within which its number begins: specks of a scan stand before it.
  static let signsBeforeLabel = 4
  /// Digits that one number of a label has at most: `1.500` is no label.
  static let digitsOfLabel = 2
  /// Numbers that a label has at most: `1.2.3`.
  static let levelsOfNumbers = 3
  /// Letters that a Roman number has at most, and the highest one.
  static let lettersOfRoman = 6, highestRoman = 39

  /// How far a number may jump and still go on with the one before: a heading may be lost in between.
  static let widestGap = 3

  /// Words that a title has at most; longer ones are sentences.
  static let wordsOfTitle = 30
  /// Words before the colon that sets a title off from its text on the same line.
  static let wordsOfRunInTitle = 16
  /// Words of a title that ends like a sentence, and of one that lists bodies over their duties.
  static let wordsOfEndedTitle = 8, wordsOfEndedBodies = 40
  /// Words of a title that lists bodies and does not end like a sentence.
  static let wordsOfBodies = 60
  /// Letters within which a title runs into its text, and words that it has at least.
  static let lettersBeforeSeam = 120, wordsBeforeSeam = 3
  /// No head of a body has more letters: `Trung tâm Phục vụ hành chính công`.
  static let lettersOfBodyHead = 40

  /// The mean width of a letter, in heights of its line.
  static let widthOfLetter = 0.5
  /// The room, in heights of a line, that the right edge of a full line leaves without any word.
  static let roomAtEdge = 0.8
  /// How full, in hundredths of the longest lines, a line of a text input is that had no room for the next word.
  static let fullInHundredths = 84
  /// The width, in letters, of the lines of a text input that has no line to measure, and the least width measured.
  static let usualWidth = 80, leastWidth = 40
  /// Words on either side of a dash among which a name with a dash is looked for.
  static let wordsAroundDash = 4
  /// A line whose left end is less far in than this, in heights of a line, begins no paragraph.
  static let indentOfParagraph = 1.0
}

/// How sure the rules of sections are, 0…1, where their line was read right. An estimate: docs/accuracy.md gives how many
/// sections of the gold are right as a whole.
enum SectionCertainty {
  static let label = 0.95
}
