import CTesseract
import DocumentModel
import Foundation
import Testing

@testable import Imaging

@Suite struct LargePageTests {
  @Test(arguments: [
    // Ordinary pages: A3 at 400 dpi is decoded as it is.
    (4677, 6614, 8, 400, nil),
    (30_000, 30_000, 1, 600, nil),
    // A4 at 600 and 1000 dpi; A0 at 250, whose letters need every pixel.
    (4961, 7016, 8, 600, Reduction(factor: 2, isGrey: false)),
    (8270, 11_690, 8, 1000, Reduction(factor: 2, isGrey: false)),
    (8268, 11_693, 8, 250, Reduction(factor: 1, isGrey: true)),
    (20_000, 20_000, 8, 600, Reduction(factor: 2, isGrey: true)),
  ])
  func onlyWhatReadingCanSpareIsLeftOut(_ width: Int, _ height: Int, _ bits: Int, _ dpi: Int, _ wanted: Reduction?) {
    #expect(Reduction(width: width, height: height, bits: bits, dpi: dpi) == wanted)
  }

  /// What is read row by row is what the decoder reads.
  @Test(arguments: ["P5", "P6"], [1, 2, 4])
  func rowsOfAPNGHaveTheirMeans(_ kind: String, _ factor: Int) throws {
    let picture = Picture(kind: kind)
    let png = try PageImage.decode(picture.file, frame: 0, dpi: 300, name: "drawn").png()
    let reduced = png.withUnsafeBufferPointer { bytes in
      guard var rows = PNGRows(bytes) else { return [UInt8]() }
      return picture.reduced(&rows, by: factor)
    }
    #expect(reduced == picture.means(by: factor))
  }

  @Test(arguments: ["P5", "P6"], [1, 2, 4])
  func rowsOfATIFFHaveTheirMeans(_ kind: String, _ factor: Int) throws {
    let picture = Picture(kind: kind)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).tif")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(picture.tiff).write(to: file)
    guard var rows = TIFFRows(file: file.path, frame: 0) else {
      Issue.record("no rows")
      return
    }
    let stated = rows.shape.dpi, reduced = picture.reduced(&rows, by: factor)
    #expect(stated == 600)
    #expect(reduced == picture.means(by: factor))
  }

  /// A page in tiles, or with its colours in planes of their own, has the same rows.
  @Test(arguments: [(true, false), (false, true), (true, true)])
  func rowsOfTilesAndPlanesHaveTheirMeans(_ isTiled: Bool, _ isParted: Bool) throws {
    let picture = Picture(kind: "P6")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).tif")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(picture.tiff(tiled: isTiled, parted: isParted)).write(to: file)
    guard var rows = TIFFRows(file: file.path, frame: 0) else {
      Issue.record("no rows")
      return
    }
    #expect(picture.reduced(&rows, by: 2) == picture.means(by: 2))
  }

  @Test func aPNGInPassesHasTheRowsOfTheSamePictureInGrey() {
    let picture = Picture(kind: "P5")
    let reduced = picture.png(passes: true).withUnsafeBufferPointer { bytes in
      guard var rows = PNGPasses(bytes) else { return [UInt8]() }
      return picture.reduced(&rows, by: 2)
    }
    #expect(reduced == picture.means(by: 2))
  }

  @Test func aPNGWithAPaletteHasItsColours() {
    let picture = Picture(kind: "P5")
    let palette: [UInt8] = (0..<256).flatMap { (place: Int) -> [UInt8] in [UInt8(place), UInt8(255 - place), 7] }
    let row = picture.png(palette: palette).withUnsafeBufferPointer { bytes -> [UInt8] in
      guard var rows = PNGRows(bytes), let row = rows.next() else { return [] }
      return Array(UnsafeBufferPointer(start: row, count: rows.shape.length))
    }
    let colours: [UInt8] = picture.bytes.prefix(picture.width).flatMap { (place: UInt8) -> [UInt8] in
      [place, 255 - place, 7]
    }
    #expect(row == colours)
  }

  @Test func aPNGInPassesThatIsCutShortHasNoPicture() {
    let cut = Array(Picture(kind: "P5").png(passes: true).dropLast(80))
    #expect(cut.withUnsafeBufferPointer { PNGPasses($0) == nil })
  }

  /// A page to be looked at is decoded no larger than a screen shows it, in its colours.
  @Test(
    arguments: [
      (32, 32, nil), (32, 16, 2), (32, 14, 2), (32, 8, 4), (32, 5, 8), (2339, 2400, nil), (4677, 2400, 2),
      (10_000, 2400, 4),
      (35_000, 2400, 8),
    ] as [(Int, Int, Int?)])
  func aPageToLookAtIsAsLargeAsAScreen(_ side: Int, _ longest: Int, _ factor: Int?) {
    #expect(Reduction(showing: side, at: longest) == factor.map { Reduction(factor: $0, isGrey: false) })
  }

  @Test(arguments: ["P5", "P6"]) func aPageToLookAtHasItsMeans(_ kind: String) throws {
    let picture = Picture(kind: kind)
    let png = try PageImage.decode(picture.file, frame: 0, dpi: 300, name: "drawn").png()
    let shown = try PageImage.decodeToShow(file: nil, { png }, frame: 0, dpi: nil, name: "drawn", longest: 8)
    #expect(shown.size == PixelSize(width: 8, height: 6) && shown.depth == (kind == "P6" ? 32 : 8))
    let whole = try PageImage.decodeToShow(file: nil, { png }, frame: 0, dpi: nil, name: "drawn", longest: 32)
    #expect(whole.size == PixelSize(width: 32, height: 24))
  }

  /// Black and white becomes grey without the whole page in grey.
  @Test(arguments: [0.8, 0.3, 0.05]) func blackAndWhiteBecomesGrey(_ factor: Double) throws {
    let page = try PageImage.decode(
      [UInt8]("P4 800 400\n".utf8) + [UInt8](repeating: 0xAA, count: 40_000), frame: 0, dpi: 300, name: "p")
    let size = PixelSize(width: Int(800 * factor), height: Int(400 * factor))
    let small = try page.scaled(to: size)
    #expect(small.size == size && small.depth == 8)
    #expect(abs(Int(try small.meanGrey()) - 128) < 20)
  }

  /// A JPEG in passes, whose decoder holds two bytes for every coefficient, is refused where these do not fit: 10,000 pixels
  /// square take 300 MB with a quarter of the colours, 6,000 by 5,000 take 180 MB with all of them.
  @Test(
    arguments: [
      (10_000, 10_000, 0x22, true, true), (8_500, 10_000, 0x22, false, true), (7_000, 7_000, 0x22, false, false),
      (6_000, 5_000, 0x11, false, true), (8_000, 6_000, 0x11, true, true),
    ] as [(Int, Int, UInt8, Bool, Bool)])
  func aJPEGInPassesFitsOrIsRefused(
    _ width: Int, _ height: Int, _ sampling: UInt8, _ isTooLargeToRead: Bool, _ isTooLargeToShow: Bool
  ) {
    let size = [height, width].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let frame: [UInt8] = [0xFF, 0xC2, 0, 17, 8] + size + [3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0]
    let file = [0xFF, 0xD8] + frame + [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0, 0xFF, 0xD9] as [UInt8]
    let reading = JPEGSegments.coefficients(of: file).map { $0 > DecodingPurpose.reading.mostCoefficients }
    let showing = JPEGSegments.coefficients(of: file).map { $0 > DecodingPurpose.showing(2400).mostCoefficients }
    #expect(reading == isTooLargeToRead && showing == isTooLargeToShow)
    let failure = #expect(throws: Failure.self) {
      _ = try PageImage.decodeToRead(file: nil, { file }, frame: 0, dpi: 300, name: "x").size
    }
    #expect((failure?.message.code == "too-many-coefficients") == isTooLargeToRead)
  }

  @Test func aPNGThatIsCutShortHasNoPicture() throws {
    let picture = Picture(kind: "P6")
    let png = try PageImage.decode(picture.file, frame: 0, dpi: 300, name: "drawn").png()
    let cut = Array(png.prefix(png.count * 2 / 3))
    let isWhole = cut.withUnsafeBufferPointer { bytes in
      guard var rows = PNGRows(bytes) else { return false }
      var reducer = RowReducer(rows.shape, Reduction(factor: 1, isGrey: false))
      return reducer.reduced(&rows) != nil
    }
    #expect(!isWhole)
  }
}

extension PageImage {
  /// 0 to 255.
  fileprivate func meanGrey() throws -> Float {
    var mean: Float = 0
    pixGetAverageMasked(pix, nil, 0, 0, 1, Int32(L_MEAN_ABSVAL), &mean)
    return mean
  }
}

/// A small picture of noise, which no filter foretells.
private struct Picture {
  let kind: String
  let width = 32, height = 24
  var samples: Int { kind == "P6" ? 3 : 1 }
  let bytes: [UInt8]

  init(kind: String) {
    self.kind = kind
    var state: UInt32 = 7
    bytes = (0..<32 * 24 * 3).map { index in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24) / 2 + UInt8(index % 97)
    }
  }

  private var pixels: ArraySlice<UInt8> { bytes.prefix(width * height * samples) }
  var file: [UInt8] { [UInt8]("\(kind) \(width) \(height) 255\n".utf8) + pixels }

  /// Without packing: in one strip or tiles of 16 by 16, the colours together or in planes.
  var tiff: [UInt8] { tiff(tiled: false, parted: false) }

  func tiff(tiled: Bool, parted: Bool) -> [UInt8] {
    let parts = parts(tiled: tiled, parted: parted)
    var file: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0]
    func add(_ value: Int, _ count: Int) { for byte in 0..<count { file.append(UInt8(value >> (8 * byte) & 255)) } }
    // Tag, type (3: 16 bits, 4: 32, 5: a fraction), how many, value.
    let count = parts.count, lists = 8 + 2 + 12 * (tiled ? 14 : 13) + 4 + 16
    let data = count == 1 ? lists : lists + 8 * count
    let starts = count == 1 ? data : lists, sizes = count == 1 ? parts[0].count : lists + 4 * count
    let layout =
      tiled
      ? [(322, 4, 1, 16), (323, 4, 1, 16), (324, 4, count, starts), (325, 4, count, sizes)]
      : [(273, 4, count, starts), (278, 4, 1, height), (279, 4, count, sizes)]
    let shape = [
      (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, samples == 3 ? 2 : 1),
      (277, 3, 1, samples), (282, 5, 1, lists - 16), (283, 5, 1, lists - 8), (284, 3, 1, parted ? 2 : 1),
      (296, 3, 1, 2),
    ]
    let fields = (shape + layout).sorted { $0.0 < $1.0 }
    add(fields.count, 2)
    for field in fields {
      add(field.0, 2)
      add(field.1, 2)
      add(field.2, 4)
      add(field.3, 4)
    }
    add(0, 4)
    for value in [600, 1, 600, 1] { add(value, 4) }
    if count > 1 {
      for index in 0..<count { add(data + index * parts[0].count, 4) }
      for part in parts { add(part.count, 4) }
    }
    return file + parts.joined()
  }

  private func parts(tiled: Bool, parted: Bool) -> [[UInt8]] {
    var planes = [Array(pixels)]
    if parted {
      planes = (0..<samples).map { plane in (0..<width * height).map { bytes[$0 * samples + plane] } }
    }
    return tiled ? planes.flatMap { tiles(of: $0, pixel: parted ? 1 : samples) } : planes
  }

  /// Tiles of 16 by 16 pixels; those at the edges are filled up with zeros.
  private func tiles(of plane: [UInt8], pixel: Int) -> [[UInt8]] {
    var tiles: [[UInt8]] = []
    for top in stride(from: 0, to: height, by: 16) {
      for left in stride(from: 0, to: width, by: 16) {
        var tile: [UInt8] = []
        for y in top..<top + 16 {
          for place in left * pixel..<(left + 16) * pixel {
            tile.append(y < height && place < width * pixel ? plane[y * width * pixel + place] : 0)
          }
        }
        tiles.append(tile)
      }
    }
    return tiles
  }

  /// Of the first sample, without packing; the sums of its chunks, at which the reader does not look, are 0.
  func png(passes: Bool = false, palette: [UInt8] = []) -> [UInt8] {
    let adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    var lines: [UInt8] = []
    for (left, top, right, down) in passes ? adam7 : [(0, 0, 1, 1)] {
      for y in stride(from: top, to: height, by: down) {
        lines.append(0)
        for x in stride(from: left, to: width, by: right) { lines.append(bytes[y * width + x]) }
      }
    }
    func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
    func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] { number(data.count) + Array(kind.utf8) + data + number(0) }
    let length = [UInt8(lines.count & 255), UInt8(lines.count >> 8)]
    let head: [UInt8] = number(width) + number(height) + [8, palette.isEmpty ? 0 : 3, 0, 0, passes ? 1 : 0]
    let packed: [UInt8] = [0x78, 1, 1] + length + length.map { ~$0 } + lines + number(adler(lines))
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let colours = palette.isEmpty ? [] : chunk("PLTE", palette)
    return signature + chunk("IHDR", head) + colours + chunk("IDAT", packed) + chunk("IEND", [])
  }

  /// The sum at the end of a zlib stream (RFC 1950).
  private func adler(_ bytes: [UInt8]) -> Int {
    let sums = bytes.reduce((1, 0)) { sums, byte in
      let low = (sums.0 + Int(byte)) % 65521
      return (low, (sums.1 + low) % 65521)
    }
    return sums.1 << 16 | sums.0
  }

  func means(by factor: Int) -> [UInt8] {
    var means: [UInt8] = []
    for y in 0..<height / factor {
      for x in 0..<width / factor {
        for sample in 0..<samples {
          var sum = 0
          for row in 0..<factor {
            for column in 0..<factor {
              sum += Int(bytes[((y * factor + row) * width + x * factor + column) * samples + sample])
            }
          }
          means.append(UInt8((sum + factor * factor / 2) / (factor * factor)))
        }
      }
    }
    return means
  }

  /// What the reducer makes of the rows, as bytes.
  func reduced(_ rows: inout some PixelRows & ~Copyable, by factor: Int) -> [UInt8] {
    var reducer = RowReducer(rows.shape, Reduction(factor: factor, isGrey: false))
    guard let pix = reducer.reduced(&rows) else { return [] }
    let image = PageImage(owning: pix, dpi: 300)
    return (0..<image.size.height).flatMap { y in
      (0..<image.size.width).flatMap { x -> [UInt8] in
        var value: UInt32 = 0
        pixGetPixel(image.pix, Int32(x), Int32(y), &value)
        return samples == 1 ? [UInt8(value)] : [24, 16, 8].map { UInt8(value >> $0 & 255) }
      }
    }
  }
}
