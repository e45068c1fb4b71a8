/// Thresholds of reading the end of a document, one place for all of them. None is fitted: each was set on the seeds and
/// the sample scans; the table of EndMatterTests and the golden outlines hold them.
enum EndMatterLimits {
  /// Lines after an authority among which its title or the recipients must follow.
  static let linesToTitle = 40
  /// One letter in so many of `Nơi nhận` may be misread, where a colon follows.
  static let misreadRecipients = 6
  /// The colon after `Nơi nhận` stands within so many letters.
  static let lettersToColon = 12
  /// Letters of a misread authority (`7M.`) with its point or stroke.
  static let lettersOfAuthority = 4
  /// Letters behind a title that may be a body's name.
  static let lettersBehindTitle = 40
  /// Letters of each stroke of a stamp or a signature that stands before a title.
  static let lettersOfStroke = 3
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
