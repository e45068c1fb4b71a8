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

  /// Without packing, in one strip.
  var tiff: [UInt8] {
    var file: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0]
    func add(_ value: Int, _ count: Int) { for byte in 0..<count { file.append(UInt8(value >> (8 * byte) & 255)) } }
    // Tag, type (3: 16 bits, 4: 32, 5: a fraction), how many, value.
    let data = 8 + 2 + 12 * 12 + 4 + 16
    let fields = [
      (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, samples == 3 ? 2 : 1),
      (273, 4, 1, data), (277, 3, 1, samples), (278, 4, 1, height), (279, 4, 1, pixels.count), (282, 5, 1, data - 16),
      (283, 5, 1, data - 8), (296, 3, 1, 2),
    ]
    add(fields.count, 2)
    for field in fields {
      add(field.0, 2)
      add(field.1, 2)
      add(field.2, 4)
      add(field.3, 4)
    }
    add(0, 4)
    for value in [600, 1, 600, 1] { add(value, 4) }
    return file + pixels
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
