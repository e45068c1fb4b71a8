/// What a page is made of, in reading order.
public enum Block: Hashable, Codable, Sendable {
  case line(Line)
  case table(Table)
}

/// One page as it was read: upright, in reading order.
public struct Page: Hashable, Codable, Sendable {
  /// Where the words of a page come from: recognition, the PDF itself, a text file.
  public enum Origin: String, Codable, Sendable { case scan, textLayer, text }

  /// 1-based, in the file.
  public var number: Int
  public var origin: Origin
  /// Size of the upright page image; nil for a text input.
  public var size: PixelSize?
  /// Resolution that the boxes are measured in, dots per inch.
  public var dpi: Int?
  /// How far the scan was turned clockwise to stand upright: 0, 90, 180 or 270 degrees.
  public var rotation: Int
  /// How far the upright image was turned clockwise about its centre, in degrees, to lay its lines level.
  public var skew = 0.0
  /// Whether the image was made by drawing a PDF's page; false for an image that a file or a page holds.
  public var isDrawn = false
  /// There is print on the page, and no way of reading it gave words that are sure.
  public var isUnread = false
  public var blocks: [Block]
  /// Words laid over the page that are not its text, such as a signing service's.
  public var overlay: [Line] = []
  /// Figures that a pen wrote into the page's head; the lines hold what the recogniser of print made of them.
  public var penReadings: [PenReading] = []
  /// How well the page was scanned; nil for a text input and for a page that could not be read.
  public var quality: PageQuality?

  public init(
    number: Int, origin: Origin, size: PixelSize? = nil, dpi: Int? = nil, rotation: Int = 0, blocks: [Block]
  ) {
    self.number = number
    self.origin = origin
    self.size = size
    self.dpi = dpi
    self.rotation = rotation
    self.blocks = blocks
  }

  /// Every line of the page, those of table cells included, in reading order.
  public var lines: [Line] {
    blocks.flatMap { block in
      switch block {
      case .line(let line): [line]
      case .table(let table): table.cells.flatMap(\.lines)
      }
    }
  }

  /// The same page with its lines replaced, one for one, in the order of `lines`. Lines for which there is no replacement
  /// stay.
  public func replacingLines(with lines: some Sequence<Line>) -> Page {
    var next = lines.makeIterator()
    var page = self
    page.blocks = blocks.map { block in
      switch block {
      case .line(let line): return .line(next.next() ?? line)
      case .table(var table):
        for index in table.cells.indices {
          table.cells[index].lines = table.cells[index].lines.map { next.next() ?? $0 }
        }
        return .table(table)
      }
    }
    return page
  }
}
