internal import CTesseract
public import DocumentModel

extension StoredOrientation {
  /// What a JPEG of a camera or phone says of how it is held (Exif 2.3, 4.5.4); upright where it says nothing.
  public init(ofJPEG bytes: [UInt8]) {
    self = Self.exifBlock(bytes).flatMap(Self.orientation) ?? .upright
  }

  private static let exifMark = Array("Exif\0\0".utf8)

  /// The bytes of the segment that holds the Exif fields, which stands before the picture; nil where there is none.
  private static func exifBlock(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    JPEGSegments(bytes).first { $0.marker == 0xE1 && $0.body.starts(with: exifMark) }
      .map { $0.body.dropFirst(exifMark.count) }
  }

  /// The value of tag 274 in the first directory of the fields, which have the form of a TIFF.
  private static func orientation(in block: ArraySlice<UInt8>) -> StoredOrientation? {
    let fields = Array(block)
    let isLittleEndian = fields.starts(with: Array("II".utf8))
    guard isLittleEndian || fields.starts(with: Array("MM".utf8)) else { return nil }
    func number(_ count: Int, at place: Int) -> Int? {
      guard place >= 0, place + count <= fields.count else { return nil }
      let digits = fields[place..<place + count]
      return (isLittleEndian ? digits.reversed() : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, at: 4), let count = number(2, at: directory) else { return nil }
    let entries = (0..<count).lazy.map { directory + 2 + $0 * 12 }
    let entry = entries.first { number(2, at: $0) == 274 }
    return entry.flatMap { number(2, at: $0 + 8) }.flatMap(StoredOrientation.init)
  }
}

extension PageImage {
  /// As viewers show a picture that is stored so.
  consuming func shown(from orientation: StoredOrientation) throws(Failure) -> PageImage {
    let turned = orientation.turn == 0 ? self : try turned(by: orientation.turn)
    return orientation.isMirrored ? try turned.made(pixFlipLR(nil, turned.pix)) : turned
  }
}
