/// What speaks for and against cutting lines into cells at a place, in points: of all ways to cut a row the one with
/// the most points is taken. Set by hand on generated tables.
enum FitWeights {
  /// What speaks for a cell's edge: a rule, a sign nobody prints, wide space, a quote or a dash stuck to a word's front.
  static let rule = 3.0, straySign = 2.0, wideSpace = 2.0, signBefore = 1.0
  /// Factor for edges that a cell runs across.
  static let edgeWithin = 1.2
  /// Each cell of a line but its first: nothing is cut without a reason.
  static let furtherCell = -0.3
  /// A body's name in the work, on the row's first line, further down; work goes on in small letters after a full stop.
  static let bodyInFirstWork = -2.0, bodyInWork = -1.0, afterEnd = -2.0
  /// A cell wider than its column by more than a share of it, for each character; the share.
  static let tooWide = 0.4, widest = 1.06
  /// A cell that broke off though the next word had room, for each character; the share of the width that must be full.
  static let brokenEarly = 0.25, fullest = 0.85
  /// A cell of bodies begins as a body's name does, or not; a name begins within a cell without a comma before it.
  static let bodyOpens = 3.0, noBodyOpens = -2.0, bodyWithin = -1.2
  /// Words of a time in the time's column, in a body's, other words in the time's column.
  static let time = 0.6, timeInBody = -0.7, noTime = -1.2
  /// The row's first line lacks a cell, by how sure the column is filled.
  static let noWork = -6.0, noLead = -3.0, noDeadline = -1.5, noOther = -0.6
  /// A cell begins below the row's first line though the others begin there; a cell ends with a comma.
  static let opensBelow = -4.0, endsOpen = -2.0
  /// After a comma a body's name begins; one begins without a comma.
  static let listGoesOn = 1.0, listBroken = -1.5
  /// A name that stands in other rows as well; one that does not.
  static let recurs = 2.5, standsAlone = -0.4
  /// Two words that follow each other in a known body's name, or in two rows' names.
  static let bond = 0.8, noBond = -0.6
  /// Cells below this many points are not followed; ways to cut a line and a row that are.
  static let worstCell = -9.0
  static let cutsPerLine = 60, waysPerRow = 40
  /// Times that the widths of columns are measured anew, and the share of cells that are no wider.
  static let rounds = 3, widthShare = 0.95
}
