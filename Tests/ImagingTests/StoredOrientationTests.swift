import DocumentModel
import Testing

@testable import Imaging

@Suite struct StoredOrientationTests {
  private let width = 120, height = 80

  /// A grey picture whose upper left corner, as it is stored, is black.
  private func jpeg() throws -> [UInt8] {
    let pixels = (0..<width * height).map { UInt8($0 % width < 40 && $0 / width < 30 ? 0 : 255) }
    let bytes = [UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels
    return try PageImage.decode(bytes, frame: 0, dpi: 100, name: "corner").jpeg()
  }

  /// The picture with what a camera writes of how it was held; both byte orders are in use.
  private func held(_ orientation: StoredOrientation, bigEndian: Bool) throws -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
      return bigEndian ? bytes.reversed() : bytes
    }
    let entry = number(274, 2) + number(3, 2) + number(1, 4) + number(orientation.rawValue, 2) + [0, 0]
    let fields =
      Array((bigEndian ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(1, 2) + entry + number(0, 4)
    let body = Array("Exif\0\0".utf8) + fields
    let length = body.count + 2
    return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + body + (try jpeg()).dropFirst(2)
  }

  @Test(arguments: StoredOrientation.allCases, [true, false])
  func aPictureOfAFileIsShownAsItWasHeld(orientation: StoredOrientation, bigEndian: Bool) throws {
    let bytes = try held(orientation, bigEndian: bigEndian)
    #expect(StoredOrientation(ofJPEG: bytes) == orientation)
    let image = try PageImage.decode(bytes, frame: 0, dpi: nil, name: "corner")
    let sides = orientation.swapsSides ? [height, width] : [width, height]
    #expect([image.size.width, image.size.height] == sides)
    // The middle of the black corner, from the lower left, and where the map takes it.
    let place = orientation.map(width: Double(width), height: Double(height)).applied(x: 20, y: Double(height) - 15)
    let box = PixelBox(x: Int(place.x) - 5, y: sides[1] - Int(place.y) - 5, width: 10, height: 10)
    let grey = try image.cropped(to: box).portableGrey().suffix(100)
    #expect(grey.allSatisfy { $0 < 60 })
  }

  @Test func imagesThatAPDFHoldsAreTakenAsTheyAre() throws {
    let image = try PageImage.decode(try held(.onLeftSide, bigEndian: true), frame: 0, dpi: 100, name: "corner")
    #expect(image.size.width == width)
  }

  @Test func whatIsCutOrMadeUpIsUpright() throws {
    let bytes = try held(.mirrored, bigEndian: false)
    for count in 0..<60 {
      #expect([.upright, .mirrored].contains(StoredOrientation(ofJPEG: Array(bytes.prefix(count)))))
    }
    var wrong = bytes
    wrong[30] = 99
    #expect(StoredOrientation(ofJPEG: wrong) == .upright)
  }
}
