internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The largest paper (A0) at 250 dpi. In colour and whole, the page and what is made of it take a gibibyte then; to be read, it is
  /// decoded smaller (`decodeToRead`).
  public static let mostPixels = 100_000_000
  /// Pixels that a side of a page has at least. Nothing can be read of fewer, and Leptonica's filters fail below four.
  static let shortestSide = 8

  /// Decodes one frame (0-based) of a TIFF, PNG, JPEG, JPEG 2000 or PNM. `dpi` is the resolution where it is known from
  /// elsewhere, as of an image that a PDF holds; the image of a file, whose `dpi` is nil, comes as viewers show it, with its
  /// own turn and mirroring. `name` is what the page is called in errors.
  ///
  /// - Throws: a `Failure` on what is damaged, cut short or, before anything is decoded, claims more than `mostPixels` or a
  ///   side of next to none.
  public static func decode(
    _ bytes: [UInt8], frame: Int, dpi: Int?, name: String, mostPixels: Int = mostPixels
  ) throws(Failure) -> PageImage {
    setMsgSeverity(Int32(L_SEVERITY_NONE))
    let header = try ImageHeader(bytes, frame: frame, name: name)
    if header.width * header.height > mostPixels {
      throw Failure(.badInput, .tooManyPixels(name, width: header.width, height: header.height))
    }
    if min(header.width, header.height) < shortestSide {
      throw Failure(.badInput, .tooFewPixels(name, width: header.width, height: header.height))
    }
    guard hasEnd(bytes) else { throw Failure(.badInput, .cannotDecode(name)) }
    let isTIFF = isTIFF(bytes)
    let decoded = bytes.withUnsafeBufferPointer { buffer in
      if isTIFF { return pixReadMemTiff(buffer.baseAddress, buffer.count, Int32(frame)) }
      return PortablePixmap(buffer)?.pix() ?? pixReadMem(buffer.baseAddress, buffer.count)
    }
    guard let decoded else { throw Failure(.badInput, .cannotDecode(name)) }
    var original: UnsafeMutablePointer<Pix>? = decoded
    defer { pixDestroy(&original) }
    // One of three depths from here on: black and white, grey, colour.
    guard let plain = pixGetDepth(decoded) == 1 ? pixClone(decoded) : withoutPalette(decoded) else {
      throw Failure(.badInput, .cannotDecode(name))
    }
    let guess = guessed(width: Int(pixGetWidth(plain)), height: Int(pixGetHeight(plain)))
    let page = PageImage(owning: plain, dpi: guess, isResolutionGuessed: true)
    // PDF viewers do not look at what a camera wrote into an image.
    if let dpi { return try page.copied(dpi: dpi) }
    let orientation = StoredOrientation(ofJPEG: bytes)
    if let dpi = square(plain) { return try page.copied(dpi: dpi).shown(from: orientation) }
    return try page.withSquarePixels(x: Int(pixGetXRes(plain)), y: Int(pixGetYRes(plain))).shown(from: orientation)
  }

  fileprivate static func isTIFF(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("II".utf8)) || bytes.starts(with: Array("MM".utf8))
  }

  /// Whether a PNG or JPEG has its closing mark. The decoders would find a cut file out too, but say so on standard
  /// error, past any message of ours.
  static func hasEnd(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(1024)
    if bytes.starts(with: FileMark.png) { return contains(Array("IEND".utf8), in: tail) }
    if bytes.starts(with: FileMark.jpegStart) { return contains(FileMark.jpegEnd, in: tail) }
    return true
  }

  private static func contains(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }

  /// Red, green and blue at their most, as Leptonica packs a pixel.
  private static var white: UInt32 { 0xFFFF_FF00 }

  /// Grey or colour; transparency stands on white paper.
  private static func withoutPalette(_ pix: UnsafeMutablePointer<Pix>) -> UnsafeMutablePointer<Pix>? {
    var opaque: UnsafeMutablePointer<Pix>? =
      pixGetSpp(pix) == 4 ? pixAlphaBlendUniform(pix, Self.white) : pixClone(pix)
    defer { pixDestroy(&opaque) }
    // Nobody else holds the picture, so that what has one of the two depths already need not be copied.
    return pixConvertTo8Or32(opaque, Int32(L_CLONE), 1)
  }

  /// The resolution that a picture states, where it is the same both ways.
  private static func square(_ pix: UnsafeMutablePointer<Pix>) -> Int? {
    square(x: Int(pixGetXRes(pix)), y: Int(pixGetYRes(pix)))
  }

  static func square(x: Int, y: Int) -> Int? { y == 0 || abs(x - y) * 20 <= x ? plausible(x) : nil }

  /// A fax has half as many lines as dots: to the finer resolution both ways.
  private consuming func withSquarePixels(x: Int, y: Int) throws(Failure) -> PageImage {
    guard let x = Self.plausible(x), let y = Self.plausible(y) else { return self }
    let dpi = max(x, y)
    guard let scaled = pixScale(pix, Float(dpi) / Float(x), Float(dpi) / Float(y)) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    return PageImage(owning: scaled, dpi: dpi)
  }

  /// The same pixels, not copied, at a resolution that is known.
  func copied(dpi: Int) throws(Failure) -> PageImage {
    guard let same = pixClone(pix) else { throw Failure(.internalError, .imageOperationFailed) }
    return PageImage(owning: same, dpi: dpi)
  }

  private static func plausible(_ dpi: Int) -> Int? { (70...1200).contains(dpi) ? dpi : nil }

  /// Most pages are A4: 11.7 inches on their long side.
  static func guessed(width: Int, height: Int) -> Int {
    min(max(Int((Double(max(width, height)) / 11.69).rounded()), 70), 600)
  }
}

/// Bytes by which files of pictures are told.
enum FileMark {
  /// The first two bytes of a PNG.
  static let png: [UInt8] = [0x89, UInt8(ascii: "P")]
  /// Start and end of image.
  static let jpegStart: [UInt8] = [0xFF, 0xD8], jpegEnd: [UInt8] = [0xFF, 0xD9]
}

/// What an image says of itself before it is decoded.
public struct ImageHeader: Sendable, Hashable {
  public let width, height: Int
  /// Bits of a pixel as they are stored, all colours together; of a palette, of an entry's number.
  public let bits: Int

  /// Fails where there is none that makes sense; `name` is what the page is called then.
  public init(_ bytes: [UInt8], frame: Int, name: String) throws(Failure) {
    setMsgSeverity(Int32(L_SEVERITY_NONE))
    var width: Int32 = 0, height: Int32 = 0, depth: Int32 = 0, samples: Int32 = 0
    let isTIFF = PageImage.isTIFF(bytes)
    let status = bytes.withUnsafeBufferPointer {
      isTIFF
        ? readHeaderMemTiff($0.baseAddress, $0.count, Int32(frame), &width, &height, &depth, &samples, nil, nil, nil)
        : pixReadHeaderMem($0.baseAddress, $0.count, nil, &width, &height, &depth, &samples, nil)
    }
    guard status == 0, width > 0, height > 0 else { throw Failure(.badInput, .cannotDecode(name)) }
    (self.width, self.height, bits) = (Int(width), Int(height), Int(depth) * max(1, Int(samples)))
  }
}

extension Message {
  static func cannotDecode(_ name: String) -> Message {
    Message(
      "cannot-decode-image", vi: "\(name): không giải mã được ảnh, tệp có thể bị hỏng hoặc bị cắt cụt. Quét lại.",
      en: "\(name): the image cannot be decoded, the file may be damaged or cut short. Scan it again.")
  }

  static func tooFewPixels(_ name: String, width: Int, height: Int) -> Message {
    Message(
      "too-few-pixels", vi: "\(name): ảnh \(width) × \(height) điểm, không phải một trang. Kiểm tra tệp hoặc quét lại.",
      en: "\(name): an image of \(width) × \(height) pixels is no page. Look at the file, or scan it again.")
  }

  static func tooManyCoefficients(_ name: String, megabytes: Int) -> Message {
    Message(
      "too-many-coefficients",
      vi:
        "\(name): ảnh JPEG lũy tiến (progressive) này cần giữ \(megabytes) MB một lúc nên không mở. Lưu lại dạng JPEG thường hoặc TIFF, hoặc quét lại ở 200–300 dpi.",
      en:
        "\(name): this progressive JPEG takes \(megabytes) MB to hold at once, and is not opened. Save it as an ordinary JPEG or TIFF, or scan it at 200–300 dpi."
    )
  }

  static func tooManyPixels(_ name: String, width: Int, height: Int) -> Message {
    Message(
      "too-many-pixels", vi: "\(name): ảnh \(width) × \(height) điểm là quá lớn. Quét lại ở 200–300 dpi.",
      en: "\(name): an image of \(width) × \(height) pixels is too large. Scan it at 200–300 dpi.")
  }
}
