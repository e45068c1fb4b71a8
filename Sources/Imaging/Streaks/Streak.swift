internal import DocumentModel

/// A line that dust on the scanner's glass left: straight along the scanner's axis, over all or most of the picture, on
/// print as beside it.
public struct Streak: Hashable, Sendable {
  /// Across the picture, as where a page lay on its side and was turned since.
  public var isLevel: Bool
  /// Of an upright streak the columns that it darkens, and the rows from its first to its last; of a level one the same
  /// of the picture turned clockwise by a quarter.
  public var columns: Range<Int>, rows: Range<Int>
}

/// What was found on a page, by how much speaks for it.
public struct Streaks: Hashable, Sendable {
  /// No printer makes these.
  public var sure: [Streak] = []
  /// May be rules as well: which reading is better has to tell.
  public var doubtful: [Streak] = []

  public init() {}
}

/// Lengths and shares by which streaks are told from rules (docs/accuracy.md, “Pages that nobody had made before”).
enum StreakBounds {
  /// Height of the strips of which a picture's rows are averaged: letters are still several strips high, and the grain of
  /// the paper is halved.
  static let strip = Points(1)
  /// A streak is no wider; this far beside it the paper is looked at.
  static let widest = Points(2.4)
  /// Darker than the paper beside it by so many grey levels, and by so many times what grain alone makes.
  static let darker = 6, grain = 2
  /// Paper is at least this share of the page's; print is darker than that share.
  static let paper = 0.75
  /// Into how many bands the height is parted; the share of the rows of a band that can be judged, at least, and of those
  /// the share on which a streak is seen.
  static let bands = 24, judged = 0.125, seen = 0.7
  /// The share of the bands on which a streak is seen.
  static let leastBands = 0.7
  /// How far from the paper's edge no printer prints.
  static let unprinted = Points(11)
  /// The share of that margin which is dark where the picture was cut within the print.
  static let printInMargin = 0.002
  /// How far beside a line print is looked for; how long a level rule is at least; how far a rule that ends stays away.
  static let beside = Points(18), levelRule = Points(14), ruleEnd = Points(4)
  /// Of what a rule is made of, at least.
  static let solid = 0.9
}
