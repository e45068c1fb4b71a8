public import DocumentModel
public import Imaging

/// Finds the words on the image of a page. One recogniser is used by one thread.
///
/// How a page is read (which way is up, tables cell by cell, doubtful lines again) is in `PageReading` and the same for
/// every recogniser. A recogniser is a target of its own with a `RecogniserKind`, which `PageReading/Recognisers` lists.
public protocol PageRecogniser: ~Copyable {
  /// From now on, reading is given up with a failure after this many seconds in all.
  mutating func allow(seconds: Double)

  /// Gives the recogniser a page; `lines(in:as:)` then reads regions of it. The image must outlive the reading.
  mutating func begin(_ image: borrowing PageImage)

  /// Reads a region of the page, the whole page for nil: its lines in reading order, boxes in pixels of the page.
  ///
  /// - Throws: a failure where the time that was allowed is over, or where the page cannot be read.
  mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line]
}

/// How a region is taken apart into lines.
public enum Segmentation: Sendable {
  /// Columns, blocks and lines are found.
  case page
  /// Words are looked for wherever they stand, in no order.
  case sparse
  /// One column of lines, such as a table cell.
  case block
  /// One line.
  case line
}
