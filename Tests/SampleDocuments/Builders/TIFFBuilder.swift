/// TIFF files (TIFF 6.0), little-endian, one strip a page: right ones and wrong ones.
public struct TIFFBuilder {
  /// A page's directory; what is left out is not written.
  public struct Page: Sendable {
    public var width = 1, height = 1
    public var bits: [Int] = [8]
    /// 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK.
    public var photometric = 1
    /// 1 none, 2 Huffman, 3 and 4 fax, 5 LZW, 7 JPEG, 8 deflate.
    public var compression = 1
    /// Dots per inch across and down, as fractions.
    public var resolution: (x: (UInt32, UInt32), y: (UInt32, UInt32))?
    /// Of samples beyond the colours: 1 and 2 are transparency.
    public var extraSample: Int?
    /// 1 the first row is the top … 6 it is the right side.
    public var orientation: Int?
    public var data: [UInt8] = []
    /// What the directory claims of the strip, where that is not so.
    public var claimedLength: Int?

    public init(width: Int, height: Int, data: [UInt8]) { (self.width, self.height, self.data) = (width, height, data) }
  }

  private var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0, 0, 0, 0, 0]
  /// Where the offset of the next directory belongs.
  private var link = 4

  public init() {}

  public init(_ pages: Page...) { for page in pages { add(page) } }

  public var file: [UInt8] { bytes }

  public mutating func add(_ page: Page) {
    let data = place(page.data)
    var entries: [(tag: Int, type: Int, count: Int, value: Int)] = [
      (256, 4, 1, page.width), (257, 4, 1, page.height), (259, 3, 1, page.compression), (262, 3, 1, page.photometric),
      (273, 4, 1, data), (277, 3, 1, page.bits.count), (278, 4, 1, page.height),
      (279, 4, 1, page.claimedLength ?? page.data.count),
    ]
    let bits = page.bits.count == 1 ? page.bits[0] : place(page.bits.flatMap { UInt16($0).littleEndianBytes })
    entries.append((258, 3, page.bits.count, page.bits.count == 2 ? page.bits[0] | page.bits[1] << 16 : bits))
    if let (x, y) = page.resolution {
      entries.append((282, 5, 1, place(x.0.littleEndianBytes + x.1.littleEndianBytes)))
      entries.append((283, 5, 1, place(y.0.littleEndianBytes + y.1.littleEndianBytes)))
      entries.append((296, 3, 1, 2))
    }
    if let extra = page.extraSample { entries.append((338, 3, 1, extra)) }
    if let orientation = page.orientation { entries.append((274, 3, 1, orientation)) }
    directory(entries.sorted { $0.tag < $1.tag })
  }

  /// Directories without a picture, each pointing at the next; the last at `end`, or at nothing.
  public mutating func addEmptyDirectories(_ count: Int, thenTo end: Int = 0) {
    for _ in 0..<count { directory([]) }
    set(link, to: end)
  }

  private mutating func place(_ data: [UInt8]) -> Int {
    if bytes.count % 2 == 1 { bytes.append(0) }
    defer { bytes += data }
    return bytes.count
  }

  private mutating func directory(_ entries: [(tag: Int, type: Int, count: Int, value: Int)]) {
    let start = place([])
    set(link, to: start)
    bytes += UInt16(entries.count).littleEndianBytes
    for entry in entries {
      bytes += UInt16(entry.tag).littleEndianBytes + UInt16(entry.type).littleEndianBytes
      bytes += UInt32(entry.count).littleEndianBytes + UInt32(truncatingIfNeeded: entry.value).littleEndianBytes
    }
    link = bytes.count
    bytes += [0, 0, 0, 0]
  }

  private mutating func set(_ place: Int, to value: Int) {
    bytes.replaceSubrange(place..<place + 4, with: UInt32(truncatingIfNeeded: value).littleEndianBytes)
  }
}
