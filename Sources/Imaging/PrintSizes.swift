internal import DocumentModel

/// Lengths of print and of what disturbs it, by which an image is cleaned and judged. Where a bound has a least number of
/// pixels, that holds on scans of so few dots per inch that the length has none.
///
/// They were set on the sample scans, each step measured alone (docs/accuracy.md, “What the steps of imaging bring”).
enum PrintSizes {
  // Letters.
  /// Height and width of letters of body text.
  static let letterHeights = (least: Points(2), most: Points(14.4)), letterWidths = (least: Points(1), most: Points(18))
  /// What is larger, both ways, is no letter but a rule, a stamp or a picture; what is smaller, either way, is a speck.
  static let largestLetter = Points(19.2), smallestLetter = Points(1.2), leastSmallestLetter = 2
  /// Letters on a page of about 150 dpi that is looked at for how it lies: below and from `fineScan` dpi on, where the
  /// page is reduced by half and lengths with it.
  static let largestLetterOfLying = Points(18), fineScan = 250
  /// The window around a letter by whose light it is made black and white, half of it.
  static let halfWindow = Points(6), leastHalfWindow = 2
  /// Ink of a box that holds print, at least: one part of a square inch in so many.
  static let printParts = 1500
  /// How far from the page's edge a letter is cut by it.
  static let edge = Points(0.72)
  /// How far print is from the box that was drawn around its words, at most.
  static let wordRim = Points(1.44)

  // Columns of short numbers that were not read as lines.
  /// Letters that a column has at least; of how many of its last letters the next must be near one.
  static let columnRows = 5, columnReach = 6
  /// How far apart its letters stand; how wide it is at most.
  static let columnGap = (across: Points(6), down: Points(30)), widestColumn = Points(40)
  /// The part of the page's width, from the left, in which numbers of rows stand.
  static let leftPart = 0.35

  // Dirt.
  /// A letter's height, of the scanner's border: what is thicker than half of it is border.
  static let borderLetter = Points(12), leastBorderLetter = 8
  /// A side of a blob that is no letter, such as a punch hole, at least.
  static let blob = Points(10.286)
  /// Parts lower than this are marks, full stops or dirt; letters are higher.
  static let smallPart = Points(4.32)
  /// Smaller than this both ways is dirt wherever it stands: the smallest full stop is larger.
  static let dust = Points(1.08)
  /// A dot is no longer than this both ways: a full stop of large print.
  static let dot = Points(2.88)
  /// Rows in which parts are looked up; the height of a line.
  static let lookUpRow = Points(12)
  /// How near a letter its bullet stands before it, and its mark over or under it: lines are farther apart.
  static let nearLetter = (across: Points(9), down: Points(3))
  /// How near a letter a dot is its mark; how far it may stand beside it; how near another dot it makes a colon.
  static let nearMark = (across: Points(4.5), down: Points(3.6)), markOverhang = Points(0.72)
  static let nearDot = (across: Points(3.6), down: Points(6))
  /// How far ink of this side reaches into what is looked at for print of the other side.
  static let inkReach = Points(1.2)

  // Rules of tables.
  /// A row of a table may be a single line of text high, a column is never that narrow.
  static let shortestRule = (across: Points(36), down: Points(21.6))
  /// A gap in a rule that is closed.
  static let ruleGap = Points(1.8), leastRuleGap = 3
  /// The box of a rule is lower, or narrower, than this; a rule is on the mean no thicker than `thickestRule`: a word in
  /// bold whose letters touch makes a long part, too.
  static let ruleBox = Points(7.2), thickestRule = Points(Points.perInch / 35)
  /// A dash of a rule is no longer and no thicker, the gap between two no wider; a rule of dots is at least so long, and its
  /// ends are no farther from the rules that it goes between.
  static let longestDash = Points(13), thickestDash = Points(2.2), dotGap = Points(6)
  static let shortestDotted = Points(24), dotReach = Points(5)
  /// How near an upright rule a shorter level one must come; longer ones stand alone.
  static let ruleMeeting = Points(1.2), leastRuleMeeting = 2, longRule = Points(144)
}

/// Grey levels, 0 (black) to 255 (white), by which an image is parted.
enum GreyBounds {
  /// What blank paper is after cleaning: the grey that Leptonica brings the background to.
  static let paper: UInt32 = 200
  /// Ink is darker than the first where no level of the page's own is known; a scanner's border is darker than the
  /// second; a rule than the third: a hairline is lighter than any letter once the scanner has blurred it.
  static let ink = 128, border = 100, rule = 180
  /// Two greys nearer than this may both be the paper's.
  static let leastContrast: Float = 32
}
