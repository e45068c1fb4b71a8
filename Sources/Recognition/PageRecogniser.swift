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

  /// Whether there may be other readers to ask; false for a recogniser that is alone.
  var hasCompany: Bool { get }

  /// What other readers make of the picture of one line: none, for a recogniser that is alone. Where they differ from it,
  /// somebody has misread. A reader that fails has no reading; that is no failure.
  mutating func otherReadings(ofLine picture: borrowing PageImage) -> [OtherReading]
}

extension PageRecogniser where Self: ~Copyable {
  public var hasCompany: Bool { false }

  public mutating func otherReadings(ofLine picture: borrowing PageImage) -> [OtherReading] { [] }
}

/// A line as a reader beside the recogniser reads it.
public struct OtherReading: Sendable {
  /// Who may read a line beside the recogniser.
  public enum Reader: Sendable, CaseIterable {
    /// Another model of the same recogniser.
    case secondModel
    /// A program that the user named.
    case outside
    /// The words that another program laid under the scan.
    case layer
    /// The recogniser itself, on a picture treated otherwise.
    case treated
  }

  public var reader: Reader
  /// Boxes in pixels of the picture, nil where the reader does not say them.
  public var words: [Word]

  public init(by reader: Reader, words: [Word]) {
    self.reader = reader
    self.words = words
  }
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
  /// One word that is a number: nothing but digits is read.
  case figures
}
