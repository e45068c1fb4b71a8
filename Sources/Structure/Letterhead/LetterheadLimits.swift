/// Thresholds of reading letterheads, one place for all of them. None is fitted: each was set on the seeds and the
/// sample scans; the tables of HeaderTests and the golden outlines hold them.
enum LetterheadLimits {
  /// A head never has more lines than this.
  static let linesOfHead = 40
  /// Lines after a line of unknown meaning among which the head must go on, or the body has begun.
  static let linesOfNoise = 12
  /// Lines that a subject or a list of addressees has at most.
  static let linesOfSubject = 16
  /// Lines of capitals that name the issuing bodies at most.
  static let linesOfBodies = 5

  /// One letter in so many of the national name may be misread.
  static let misreadNationalName = 6
  /// One letter in so many of the motto may be misread.
  static let misreadMotto = 5
  /// One letter in so many of `Kính gửi` may be misread, where a colon follows.
  static let misreadAddressing = 4
  /// One letter in so many of `ngày` may be misread, and in so many of `tháng` and `năm`.
  static let misreadDay = 4, misreadMonthAndYear = 3

  /// The national name or the motto begins within so many letters of its half's start.
  static let lettersBeforeNationalName = 3
  /// The word `ngày` begins within so many letters of its half's start: a place stands before it.
  static let lettersBeforeDay = 50
  /// The words `tháng` and `năm` begin within so many letters of the word before.
  static let lettersBetweenDateWords = 12
  /// Letters that a misread `năm` leaves behind the month: `10 ndam`.
  static let lettersLeftOver = 2
  /// A year in figures is later than this one.
  static let earliestYear = 1900
  /// The colon after `Kính gửi` stands after so many letters.
  static let lettersOfAddressing = 6..<13
  /// Letters behind a mark of urgency that may be debris.
  static let lettersBehindMark = 4
  /// Letters that a document's number and symbol have at most, parted by spaces or not.
  static let lettersOfSymbol = 40
  /// Digits of a number before a joint that was misread.
  static let digitsOfNumber = 1...5
  /// Words of a misread type's name.
  static let wordsOfMisreadType = 3
}

/// How sure the rules of letterheads are, 0…1, where their words were read right. Estimates, not measured one by one:
/// docs/accuracy.md gives how many fields of the gold are right as a whole.
enum LetterheadCertainty {
  /// A field that its own wording introduces: number, day, subject, addressee.
  static let introduced = 0.95
  /// A type that heads the document in capitals.
  static let headedType = 1.0
  /// Names of bodies: their capitals have no wording of their own.
  static let capitals = 0.9
  /// A type that only the symbol or the form of the head tells.
  static let impliedType = 0.9
  /// What the document's own annex says of it.
  static let annex = 0.9
  /// What another document of the dossier says of it.
  static let cited = 0.7
  /// A body that says in the text that it issues.
  static let body = 0.6
}
