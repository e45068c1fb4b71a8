internal import DocumentModel
internal import Vietnamese

/// What has been read of a head so far.
struct HeadDraft {
  var hasLetterhead = false
  var symbol: ReadValue<DocumentSymbol>?
  /// The line of the number where nothing of it could be read.
  var numberLine: Passage?
  var date: ReadValue<(place: Passage, date: LetterheadDate)>?
  var type: ReadValue<DocumentTypes.Found>?
  /// The title of a paper of no listed type.
  var title: ReadValue<Passage>?
  var capitals: [Passage] = []
  var subject = Passage()
  /// Name of the rule that found the subject.
  var subjectRule = SubjectRules.underType
  var addressees: [Passage] = []
  var marks: [String] = []
  /// Index of the last line that belongs to the head; nil where none has been read.
  var lastRead: Int?
  var isComplete = false
  /// By the index of the line.
  var pieces: [Int: [ReadHeadPiece]] = [:]

  /// Nothing has been read yet that only a body can follow.
  var mayHoldNoise: Bool { type == nil && title == nil && subject.isEmpty && addressees.isEmpty }

  /// The line of the number has been passed, read or not.
  var hasNumberLine: Bool { symbol != nil || numberLine != nil }

  /// Takes the first line of place and day. Figures without a place may be those of a stamp: a line with a place goes before
  /// them.
  mutating func take(_ read: ReadValue<(place: Passage, date: LetterheadDate)>) {
    let mayBeStamp = date.map { $0.value.place.isEmpty && $0.value.date.isInFigures } ?? true
    if date == nil || (mayBeStamp && !read.value.place.isEmpty) { date = read }
  }

  /// Takes a line of capitals. It names an issuing body, unless a number has been read: then it only repeats the body
  /// above the type.
  mutating func takeCapitals(_ passage: Passage) {
    if !hasNumberLine, type == nil, title == nil, capitals.count < LetterheadLimits.linesOfBodies {
      capitals.append(passage)
    }
  }

  /// Ends the head before a line; gives the line's index.
  mutating func close(at index: Int) -> Int {
    isComplete = true
    lastRead = index - 1
    return index
  }

  /// The index of the first line of the body, among `count` lines; 0 where no head was found.
  func end(of count: Int) -> Int {
    let isFound = isComplete || !mayHoldNoise || hasLetterhead || symbol != nil
    return isFound ? min(count, (lastRead ?? -1) + 1) : 0
  }
}
