/// A file that a scanner, a broken disk or somebody with bad intentions could hand in.
public struct BadFile: Sendable, CustomStringConvertible {
  /// What must become of it.
  public enum Outcome: Sendable, Equatable {
    /// The file is refused with this message.
    case refused(String)
    /// So many pages come out.
    case pages(Int)
    /// Refused, or pages of it are reported: how much of a file that was cut is still there is the decoder's business.
    case reported
  }

  public let name: String
  public let outcome: Outcome
  public let bytes: @Sendable () throws -> [UInt8]

  public var description: String { name }

  init(_ name: String, _ outcome: Outcome, _ bytes: @escaping @Sendable () throws -> [UInt8]) {
    (self.name, self.outcome, self.bytes) = (name, outcome, bytes)
  }

  public static let all = lies + cuts + pictures + tiffs + pdfs

  /// Names and headers that promise something else.
  private static let lies = [
    BadFile("empty.pdf", .refused("empty-file")) { [] },
    BadFile("gif.png", .refused("unsupported-kind")) { Array("GIF89a".utf8) + [UInt8](repeating: 0, count: 40) },
    BadFile("zip.pdf", .refused("unsupported-kind")) { [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60) },
    BadFile("html.tif", .refused("unsupported-kind")) { Array("<!DOCTYPE html><html><p>404".utf8) },
    BadFile("only-a-header.jpg", .refused("cannot-decode-image")) { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0xFF, 0xD9] },
    BadFile("noise.pdf", .refused("damaged-pdf")) {
      var generator = SeededGenerator(seed: 3)
      return Array("%PDF-1.7\n".utf8) + (0..<5000).map { _ in .random(in: 0...255, using: &generator) }
    },
  ]

  private static let cuts = [
    ("png", "corpus/scans/dev05_hist_1991.png"), ("jpg", "corpus/scans/dev04_party_norules/page-01.jpg"),
    ("tif", "corpus/scans/dev03_kh_tinh_landscape.tif"), ("pdf", "corpus/scans/dev02_dossier_ttr_kh.pdf"),
  ].flatMap { ending, source in
    [10, 50, 99].map { percent in
      BadFile("cut-\(percent).\(ending)", .reported) {
        let whole = try Repository.bytes(of: source)
        return Array(whole.prefix(whole.count * percent / 100))
      }
    }
  }

  private static let pictures = [
    BadFile("huge.png", .refused("too-many-pixels")) {
      var file = PNGBuilder(width: 60_000, height: 60_000)
      file.add("IDAT", Deflate.run(of: 0xFF, count: 1 << 20))
      return file.file()
    },
    BadFile("long.png", .refused("too-many-pixels")) {
      var file = PNGBuilder(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF)
      file.add("IDAT", Deflate.stored([0]))
      return file.file()
    },
    BadFile("no-size.png", .refused("cannot-decode-image")) { PNGBuilder(width: 0, height: 0).file() },
    BadFile("short-rows.png", .refused("cannot-decode-image")) {
      var file = PNGBuilder(width: 500, height: 500)
      file.setRows([[UInt8](repeating: 255, count: 500)])
      return file.file()
    },
    BadFile("huge.jpg", .refused("too-many-pixels")) {
      JPEGBuilder.file(blocksAcross: 1, shades: [[128]], claimed: (60_000, 60_000))
    },
    BadFile("no-density.jpg", .pages(1)) { JPEGBuilder.file(blocksAcross: 100, shades: [Marked.blocks], density: 0) },
    BadFile("cmyk.jpg", .pages(1)) {
      // Adobe's programs write ink inverted: 255 is none.
      let none = [UInt8](repeating: 255, count: Marked.blocks.count)
      return JPEGBuilder.file(blocksAcross: 100, shades: [none, none, none, Marked.blocks], isAdobe: true)
    },
    BadFile("grey-16.png", .pages(1)) { Marked.png(depth: 16, colour: .grey) { [$0, $0] } },
    BadFile("rgb-16.png", .pages(1)) { Marked.png(depth: 16, colour: .rgb) { [$0, $0, $0, $0, $0, $0] } },
    // Black everywhere; the mark is what is not transparent.
    BadFile("clear.png", .pages(1)) { Marked.png(depth: 8, colour: .rgba) { [0, 0, 0, 255 - $0] } },
    BadFile("grey-clear.png", .pages(1)) { Marked.png(depth: 8, colour: .greyAlpha) { [0, 255 - $0] } },
    BadFile("no-resolution.png", .pages(1)) { Marked.png(depth: 8, colour: .grey, resolution: (0, 0)) { [$0] } },
  ]

  private static let tiffs = [
    BadFile("huge.tif", .refused("too-many-pixels")) {
      TIFFBuilder(.init(width: 60_000, height: 60_000, data: [0])).file
    },
    BadFile("tall-fax.tif", .refused("too-many-pixels")) {
      var page = TIFFBuilder.Page(width: 1728, height: 60_000_000, data: [0, 1, 0, 1])
      (page.bits, page.compression, page.photometric) = ([1], 4, 0)
      return TIFFBuilder(page).file
    },
    // Fax has no check of its own: noise is a picture of noise.
    BadFile("fax-of-noise.tif", .pages(1)) {
      var generator = SeededGenerator(seed: 4)
      let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var page = TIFFBuilder.Page(width: 1728, height: 2000, data: noise)
      (page.bits, page.compression, page.photometric) = ([1], 4, 0)
      return TIFFBuilder(page).file
    },
    BadFile("many-pages.tif", .refused("damaged-tiff")) {
      var file = TIFFBuilder()
      file.addEmptyDirectories(100_000)
      return file.file
    },
    BadFile("looping-pages.tif", .refused("damaged-tiff")) {
      var file = TIFFBuilder(Marked.tiffPage())
      file.addEmptyDirectories(3, thenTo: 8)
      return file.file
    },
    BadFile("no-picture.tif", .refused("cannot-decode-image")) {
      var file = TIFFBuilder()
      file.addEmptyDirectories(1)
      return file.file
    },
    BadFile("one-bad-of-two.tif", .pages(1)) {
      var file = TIFFBuilder(Marked.tiffPage())
      file.addEmptyDirectories(1)
      return file.file
    },
    BadFile("strip-beyond-the-end.tif", .reported) {
      var page = Marked.tiffPage()
      page.data = Array(page.data.prefix(1000))
      page.claimedLength = 800 * 1000
      return TIFFBuilder(page).file
    },
    BadFile("no-resolution.tif", .pages(1)) {
      var page = Marked.tiffPage()
      page.resolution = ((0, 0), (1, 0))
      return TIFFBuilder(page).file
    },
    BadFile("fine-fax.tif", .pages(1)) {
      var page = Marked.tiffPage()
      page.resolution = ((204, 1), (98, 1))
      return TIFFBuilder(page).file
    },
    BadFile("grey-16.tif", .pages(1)) {
      var page = Marked.tiffPage()
      (page.bits, page.data) = ([16], page.data.flatMap { [$0, $0] })
      return TIFFBuilder(page).file
    },
    BadFile("cmyk.tif", .pages(1)) {
      var page = Marked.tiffPage()
      (page.bits, page.photometric, page.data) = ([8, 8, 8, 8], 5, page.data.flatMap { [0, 0, 0, 255 - $0] })
      return TIFFBuilder(page).file
    },
    BadFile("clear.tif", .pages(1)) {
      var page = Marked.tiffPage()
      (page.bits, page.photometric, page.extraSample) = ([8, 8, 8, 8], 2, 2)
      page.data = page.data.flatMap { [0, 0, 0, 255 - $0] }
      return TIFFBuilder(page).file
    },
  ]
}

/// White pages of 800 by 1000 pixels with a black square, 200 wide, in the upper left: whether it comes out black, and
/// there, tells whether a picture was decoded rightly.
public enum Marked {
  public static let width = 800, height = 1000
  public static let mark = (x: 100, y: 100, side: 200)

  /// The shade of a pixel.
  static func shade(_ x: Int, _ y: Int) -> UInt8 {
    (mark.x..<mark.x + mark.side).contains(x) && (mark.y..<mark.y + mark.side).contains(y) ? 0 : 255
  }

  static let pixels: [UInt8] = (0..<height).flatMap { y in (0..<width).map { shade($0, y) } }

  /// The shades of blocks of 8 pixels, 100 across.
  static let blocks: [UInt8] = (0..<125).flatMap { y in (0..<100).map { shade($0 * 8 + 4, y * 8 + 4) } }

  static func tiffPage() -> TIFFBuilder.Page { TIFFBuilder.Page(width: width, height: height, data: pixels) }

  static func png(
    depth: UInt8, colour: PNGBuilder.Colour, resolution: (Int, Int)? = nil, samples: (UInt8) -> [UInt8]
  ) -> [UInt8] {
    var file = PNGBuilder(width: width, height: height, depth: depth, colour: colour)
    if let (x, y) = resolution { file.setResolution(x, y) }
    file.setRows(
      (0..<height).map { y in pixels[y * width..<(y + 1) * width].flatMap(samples) })
    return file.file()
  }
}
