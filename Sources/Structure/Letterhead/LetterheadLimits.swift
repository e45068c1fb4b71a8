/// Thresholds of reading letterheads, one place for all of them. None is fitted: each was set on the seeds and the
/// sample scans; the tables of HeaderTests and the golden outlines hold them.
enum LetterheadLimits {
  /// A head never has more lines than this.
  static let linesOfHead = 40
  /// Lines after a line of unknown meaning among which the head must go on, or the body has begun.
  static let linesOfNoise = 12
  /// Lines that a subject or a list of addressees has at most.
  static let linesOfSubject = 16
  /// Lines among which an addressee follows a subject without its `V/v`.
  static let linesOfAbout = 6
  /// In heights of a line: by how much the margins at the two sides of a centred line may differ; of the text's first
  /// line, how near to the right margin it comes, and how much further it is indented at the left.
  static let offCentre = 3.0, fullLine = 1.0, firstLineIndent = 1.2
  /// Room at both sides of a centred line that was ended on purpose, in heights of a line.
  static let roomBesideSubject = 3.0
  /// A line of the left half ends so many heights of a line before the right margin, and more than it is indented.
  static let rightOfLeftHalf = 8.0
  /// What a stamp leaves before a subject: letters and signs of a piece, and pieces, at most.
  static let lettersOfStampPiece = 2, piecesOfStamp = 4
  /// Letters of the longest name of a field of the stamp of arrival.
  static let lettersOfStampField = 16
  /// Letters before the stroke of a number whose `Số` was misread, at most; of a body that opens the symbol of a công văn,
  /// at least.
  static let lettersToStroke = 12, lettersOfBody = 3
  /// Letters of a line of text at least, and the share of it that a subject's last line is shorter than.
  static let lettersOfTextLine = 40, shortLine = 0.6
  /// Lines of capitals that name the issuing bodies at most.
  static let linesOfBodies = 5

  /// How badly a wording may be misread, as the number of its letters for each one that is wrong: with 6, one letter of
  /// eleven may be wrong and two of twelve.
  static let misreadNationalName = 6
  static let misreadMotto = 5
  /// `CÔNG VĂN ĐẾN`; `ĐẾN` alone is too short for a slip.
  static let misreadReceipt = 8
  /// `Kính gửi`, where a colon follows it.
  static let misreadAddressing = 4
  /// `ngày`; `tháng` and `năm`.
  static let misreadDay = 4, misreadMonthAndYear = 3

  /// The letters of a half among which the national name or the motto begins.
  static let lettersBeforeNationalName = 3
  /// The letters of a half among which `ngày` begins; a place stands before it.
  static let lettersBeforeDay = 50
  /// The most letters between two of the words `ngày`, `tháng` and `năm`.
  static let lettersBetweenDateWords = 12
  /// Letters that a misread `năm` leaves behind the month: `10 ndam`.
  static let lettersLeftOver = 2
  /// The last year that a date in figures cannot have.
  static let earliestYear = 1900
  /// Letters before the colon of a misread `Kính gửi`.
  static let lettersOfAddressing = 6..<13
  /// Letters behind a mark of urgency that may be debris.
  static let lettersBehindMark = 4
  /// Letters that a document's number and symbol have at most, parted by spaces or not.
  static let lettersOfSymbol = 40
  /// Digits of a number before a joint that was misread.
  static let digitsOfNumber = 1...5
  /// Lines below the heading of the stamp of arrival among which its fields stand; letters of its number with its signs.
  static let linesOfStamp = 6, lettersOfStampNumber = 14
  /// Texts at a document's start among which it says what it was issued with.
  static let textsOfBelonging = 2
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
  /// A symbol whose type's code was misread and is known by its heading or because one code alone is like it.
  static let foldedSymbol = 0.85
  /// A title of no listed type, by its first word in capitals.
  static let headedTitle = 0.9
  /// What a stamp says.
  static let stamp = 0.8
  /// A subject that only its place under the number shows.
  static let bySpot = 0.7
  /// Names of bodies: their capitals have no wording of their own.
  static let capitals = 0.9
  /// A type that is known only from the symbol or from the form of the head.
  static let impliedType = 0.9
  /// What the document's own annex says of it.
  static let annex = 0.9
  /// What another document of the dossier says of it.
  static let cited = 0.7
  /// A body that says in the text that it issues.
  static let body = 0.6
}
