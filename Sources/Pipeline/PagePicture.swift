public import DocumentModel
internal import Imaging
internal import Intake
public import PageReading

/// Draws a page of an original again, so that the boxes of its words fall on the words. The original is only read.
public struct PagePicture: Sendable {
  /// Most pixels of the longer side: two screens high, and a page of 300 dpi still shows its tone marks.
  private static let mostPixels = 2400

  /// Dots to an inch at which a page of A4 is about as high.
  private static let mostDPI = 205
  /// The same of a small picture: 66 lines of a list at twice the density.
  private static let smallPixels = 140

  private let reading: ReadingSettings
  private let originals: OpenedOriginals

  public init(reading: ReadingSettings = ReadingSettings()) {
    self.reading = reading
    originals = OpenedOriginals(reader: InputReader(mostPixels: reading.mostPixels))
  }

  /// The page as a JPEG. `rotation`, `skew` and `size` are those of the page when it was read.
  ///
  /// - Throws: a failure where the file is gone, or is not the one that was processed.
  public func jpeg(
    path: String, sha256: String, page: Int, rotation: Int, size: PixelSize?, skew: Double
  ) async throws(Failure) -> [UInt8] {
    let source = try await originals.page(page, of: path, sha256: sha256)
    let encoded = try await source.imageToShow(most: Self.mostDPI, longest: Self.mostPixels, read: size)
    return try Self.jpeg(encoded, name: "\(path):\(page)", rotation: rotation, size: size, skew: skew, reading)
  }

  private static func jpeg(
    _ encoded: EncodedImage, name: String, rotation: Int, size: PixelSize?, skew: Double, _ reading: ReadingSettings
  ) throws(Failure) -> [UInt8] {
    var image = try PageImage.decodeToShow(
      file: encoded.file, { () throws(Failure) in try encoded.bytes }, frame: encoded.frame, dpi: encoded.dpi,
      name: name,
      longest: mostPixels, mostPixels: reading.mostPixels)
    // As in PageReader, but from the image as it was scanned, with stamps and dirt, and at the size of a screen.
    let isOnSide = !rotation.isMultiple(of: 180), decoded = image.size
    let upright = size ?? (isOnSide ? decoded.turned : decoded)
    let shown = shown(upright, most: min(mostPixels, max(decoded.width, decoded.height)))
    image = try image.scaled(to: isOnSide ? shown.turned : shown)
    if rotation != 0 { image = try image.turned(by: rotation) }
    if skew != 0 { image = try image.rotated(by: skew) }
    return try image.jpeg()
  }

  /// A picture of ours again, of a finger's width: to tell papers apart in a list.
  ///
  /// - Throws: a failure where it is no picture.
  public func small(_ jpeg: [UInt8]) throws(Failure) -> [UInt8] {
    let image = try PageImage.decode(jpeg, frame: 0, dpi: nil, name: "small", mostPixels: reading.mostPixels)
    return try image.scaled(to: Self.shown(image.size, most: Self.smallPixels)).jpeg()
  }

  private static func shown(_ size: PixelSize, most: Int = mostPixels) -> PixelSize {
    let factor = min(1, Double(most) / Double(max(size.width, size.height, 1)))
    return PixelSize(
      width: max(1, Int((Double(size.width) * factor).rounded())),
      height: max(1, Int((Double(size.height) * factor).rounded())))
  }
}

extension PixelSize {
  /// Of the same page, a quarter turned.
  fileprivate var turned: PixelSize { PixelSize(width: height, height: width) }
}

extension Message {
  static func originalGone(_ path: String) -> Message {
    Message(
      "original-gone",
      vi: "Không thấy tệp gốc “\(path)”. Chạy sohoa serve ở thư mục đã chạy sohoa process, hoặc đưa tệp về chỗ cũ.",
      en: "The original “\(path)” is not there. Run sohoa serve where sohoa process was run, or put the file back.")
  }

  static func originalChanged(_ path: String) -> Message {
    Message(
      "original-changed", vi: "“\(path)” không còn là tệp đã được xử lý (nội dung đã khác). Xử lý lại tệp này.",
      en: "“\(path)” is not the file that was processed any more (its content differs). Process it again.")
  }
}
