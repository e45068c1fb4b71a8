/// All weights and bounds by which tables read across their columns are taken apart.
///
/// Costs and scores are points without a unit: of two readings of a row the cheaper, or the one with the higher score,
/// is taken, so only differences matter. One point is about what one misleading sign costs. They were set by hand on
/// the one such table among the seeds (003, 61 rows); `scripts/measure-read-across` says what they bring there and
/// docs/accuracy.md what was measured.
struct ReadAcrossWeights: Sendable {
  var table = TableBounds()
  var rows = RowCosts()
  var starts = StartCosts()
  var names = NameBounds()
  var columns = ColumnScores()
  /// Confidence, 0…1, of a word that is spelled by a table of names, or of a number that is counted.
  var certaintyOfKnown = 0.5
}

/// What a table of this kind has at least and at most.
struct TableBounds: Sendable {
  /// Rows whose number was read, and rows in all: fewer are a list.
  var fewestRows = 5
  /// Letters of a line with the headings of all columns: a longer one is a sentence.
  var longestHeader = 100
  /// Columns whose headings stand on that line.
  var fewestColumns = 3
  /// Letters before the line's first heading.
  var lettersBeforeHeader = 3
  /// Letters of a line with a piece of a heading alone; letters of it that are headings, at least, and are none, at most.
  var longestPiece = 60
  var fewestPieceLetters = 5
  var mostOtherLetters = 4
  /// Words of a lettered group's title with its letter, and of a line that closes a group's title without its bracket.
  var longestLetteredTitle = 10
  var longestTitleEnd = 8
  /// Characters between the bracket and what is counted: `(06 nhiệm vụ)`.
  var longestCount = 4
  /// Lines above a title's last that may belong to it.
  var titleLines = 2
  /// Lines that name a ward, at least, and how many for one that names a commune, before the table is a ward's.
  var wardLines = 2
  var wardsPerCommune = 2
}

/// What speaks against cutting rows at a place, in points.
struct RowCosts: Sendable {
  /// Lines of a row, and the best ways that are followed at once: the cost stays in step with the table's length.
  var longest = 30
  var beam = 24
  /// A number of the first row off the one that follows, for each; and how far off it may be.
  var shiftedStart = 1.5
  var mostShift = 2
  /// A row before this one was lost whole.
  var lostRow = 6.0
  /// Each row more or less than the group's title states.
  var wrongCount = 2.5
  /// A row of one line; each line above `usualLines`.
  var oneLine = 1.0
  var usualLines = 13
  var furtherLine = 0.3
  /// Work begins again within the row, so many lines below its first at least; a page begins within it.
  var workWithin = 0.9
  var tallCellLines = 2
  var pageWithin = 0.8
  /// No deadline; each further one; the deadline's distance from the row's middle, for each line.
  var noDeadline = 1.5
  var furtherDeadline = 2.0
  var deadlineOffCentre = 0.25
  /// No number and no sign in its place; a sign only; each further number.
  var noNumber = 1.8
  var signForNumber = 1.0
  var furtherNumber = 3.0
  /// The number's distance from the row's middle, for each line; of a sign at most `mostSignLines` count.
  var numberOffCentre = 0.35
  var mostSignLines = 2.0
  /// Lines from the middle that cost nothing: a row of an even number of lines has two.
  var centreSlack = 0.5
  /// The printed number is one digit of this one; one digit differs; nothing agrees; nothing was read.
  var digitLost = 0.6
  var digitWrong = 2.0
  var numberWrong = 4.0
  var numberUnread = 1.5
}

/// What speaks against a row that begins with a line, in points.
struct StartCosts: Sendable {
  /// Only other cells than the work's stand on it, and the next line begins the work.
  var cellOnly = 0.3
  /// Nothing can be read on it; it begins with a capital, with a small word, with what cannot be read.
  var empty = 1.5
  var capital = 0.9
  var small = 2.2
  var unread = 1.2
  /// Factor for the first line of a page, where the cost is below `surelyNone`.
  var firstOfPage = 0.7
  var surelyNone = 2.0
  /// What is taken off after a line that ends a sentence or has no more than `shortLine` letters.
  var afterEnd = 0.3
  var shortLine = 25
  /// A line of cells only has no more letters, or fewer words that can be read before its deadline.
  var longestCellLine = 40
  var fewestWorkWords = 5
}

/// When letters on a line are a name that is known.
struct NameBounds: Sendable {
  /// Share of the longest line's width: a cell beside the work's begins right of the first; a line shorter than the
  /// second has room for no work; one longer than the third that begins with a name is the work's own sentence.
  var rightPart = 0.3
  var shortLine = 0.45
  var workLine = 0.6
  /// Share of a name's letters that must be left.
  var leastShare = 0.7
  /// Letters that must be left in any case, and where only the name's unmistakable first words are.
  var fewestLetters = 5
  var fewestUniqueLetters = 7
  /// Letters found for each one misread.
  var lettersPerError = 5
  /// Lines that a name goes over, and lines down to its next piece.
  var mostPieces = 4
  var linesDown = 2
  /// Letters of a piece that stands alone within a name: shorter words are found anywhere.
  var fewestPieceLetters = 4
  /// Letters of a later piece that may have lost its first.
  var mayLackFirst = 10
  /// Letters of a piece that may hold an error at all, and letters for each in a first and in a later piece.
  var mayBeMisread = 6
  var firstPieceLettersPerError = 4
  var laterPieceLettersPerError = 5
  /// Letters of a first word that may be misread, one in so many and one more; of a shorter one only its first letter
  /// must stand, alone or in a token of so many letters at least, to which the next words are stuck.
  var longFirstWord = 3
  var firstWordLettersPerError = 3
  var stuckWord = 6
  /// Points: a letter found is one; a letter misread costs `error` against other names, `errorOnWay` against other ways
  /// to follow this one; a letter of the name that was lost costs `lost`.
  var error = 2.0
  var errorOnWay = 3
  var lost = 1.5
  /// A whole cell between two rules: letters, points for a letter misread, share of letters that may be.
  var fewestCellLetters = 8
  var errorInCell = 3
  var mostErrorShare = 0.3
  /// The end of a name whose beginning is lost: words of the whole name where one is lost and where more are, letters of
  /// the end and of its first word, pieces.
  var wordsToLoseFirst = 3
  var wordsToLoseMore = 5
  var fewestTailLetters = 8
  var fewestTailHeadLetters = 3
  var mostTailPieces = 2
}

/// What speaks for bodies leading or helping, in points.
struct ColumnScores: Sendable {
  /// Bodies of a row that are weighed against each other one by one: each doubles the cost.
  var mostBodies = 10
  /// Somebody leads.
  var somebodyLeads = 1.3
  /// A column's middle off the row's, for each line: of those that lead up to `mostOffCentre`, `lineOff` more from one
  /// line on. Of those that help more is lost, so that their middle tells less.
  var leadOffCentre = 0.8
  var lineOff = 0.6
  var mostOffCentre = 1.8
  var helpOffCentre = 0.25
  /// A set (`các sở, ngành`) leads alone, leads in a list, helps; a single body leads.
  var setLeads = -1.8
  var listedSetLeads = -1.0
  var setHelps = 0.3
  var bodyLeads = 0.1
  /// What a lead loses by the tokens that nobody can read between the work and its name: 0, 1, 2, 3 and more. They are
  /// the cell of the body that leads, and this one helps.
  var unreadCellBefore = [0, 0, 1, 2.2]
  /// How many such tokens make a cell.
  var unreadCell = 2...6
  /// Words of another cell stand right of its name: it leads by this much more.
  var cellBehind = 0.8
  var fewestCellWords = 2
  /// It leads, ends with a comma at its line's end, and no body follows in its column.
  var openEnd = -0.6
  /// Names that run down side by side share a column.
  var sideBySide = -5.0
  /// A single body follows a set in one column.
  var bodyAfterSet = -1.0
  /// A body follows another's comma or semicolon in one column: surely; at a line's end after a semicolon, a comma.
  var follows = 1.0
  var followsSemicolon = 0.5
  var followsComma = 0.0
  /// Lines down to a body that follows.
  var linesDown = 2
  /// Two names on one line: the left one helps and the right one leads.
  var crossed = -6.0
  /// They make a list, and share a column, or not.
  var listTogether = 2.0
  var listApart = -2.0
  /// They share a column across a rule, across white space; they stand in two columns with a rule between.
  var togetherAcrossRule = -4.0
  var togetherAcrossSpace = -2.0
  var apartByRule = 1.0
}
