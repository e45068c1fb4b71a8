/// Thresholds of reading the end of a document, one place for all of them. None is fitted: each was set on the seeds and
/// the sample scans; the table of EndMatterTests and the golden outlines hold them.
enum EndMatterLimits {
  /// Lines after an authority among which its title or the recipients must follow.
  static let linesToTitle = 40
  /// Lines of signatures that stand above `Nơi nhận` at most, two who sign together and their strokes.
  static let linesAboveRecipients = 14
  /// Lines between a title and the name of who signs, with that of the name, at most.
  static let linesToName = 8
  /// How badly `Nơi nhận` may be misread where a colon follows, as the number of its letters for each one that is wrong.
  static let misreadRecipients = 6
  /// The letters of a line among which the colon of `Nơi nhận:` stands.
  static let lettersToColon = 12
  /// The most letters of a misread authority (`7M.`), its point or stroke included.
  static let lettersOfAuthority = 4
  /// Capitals of the shortest office.
  static let capitalsOfOffice = 2
  /// Letters behind a title are fewer: they name a body.
  static let lettersBehindTitle = 40
  /// The most letters that a stroke of a stamp or a signature before a title is read as.
  static let lettersOfStroke = 3
  /// The fewest letters of the end of a title whose beginning a stamp hides; letters of a title for each one that is misread.
  static let lettersOfTitleEnd = 5, lettersOfTitleToOneMisread = 5
  /// Signs of a line of strokes at most, and the words of the language that no such line has.
  static let lettersOfStrokeLine = 40, wordsOfNoStroke = 2
  /// Signs of debris behind a recipient's closing mark.
  static let signsOfDebris = 2
  /// Words of a person's name, and letters of each.
  static let wordsOfName = 2...6, lettersOfNamePart = 7
}

/// How sure the rules of the end matter are, 0…1, where their lines were read right. Estimates: docs/accuracy.md gives how
/// many signers and recipients of the gold are right as a whole.
enum EndMatterCertainty {
  static let recipients = 0.95
  static let signer = 0.95
}
