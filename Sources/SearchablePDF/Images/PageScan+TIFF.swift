extension PageScan {
  /// A page of a TIFF that a PDF can hold as it is: Group 4 fax in one strip, and JPEG. Nil for every other.
  static func tiff(_ bytes: [UInt8], frame: Int) -> PageScan? {
    guard let directory = TIFFFields(bytes, frame: frame) else { return nil }
    let width = directory.first(256) ?? 0, height = directory.first(257) ?? 0
    let offsets = directory.all(273), lengths = directory.all(279)
    let rows = min(directory.first(278) ?? height, height)
    // Turned pages and planes of their own are left to a decoder.
    guard width > 0, height > 0, rows > 0, !offsets.isEmpty, offsets.count == lengths.count,
      (height + rows - 1) / rows == offsets.count, directory.first(274) ?? 1 == 1, directory.first(284) ?? 1 == 1
    else { return nil }
    var strips: [ImageStrip] = []
    for (index, (offset, length)) in zip(offsets, lengths).enumerated() {
      let count = min(rows, height - index * rows)
      guard offset >= 0, length > 0, offset <= bytes.count - length,
        let strip = strip(Array(bytes[offset..<offset + length]), rows: count, width: width, directory)
      else { return nil }
      strips.append(strip)
    }
    return PageScan(width: width, height: height, strips: strips)
  }

  private static func strip(
    _ bytes: [UInt8], rows: Int, width: Int, _ directory: TIFFFields
  ) -> ImageStrip? {
    switch directory.first(259) {
    // Between black and white strips viewers draw hairlines, and packing their dots again as one loses none.
    case 4 where rows == directory.first(257): fax(bytes, rows: rows, width: width, directory)
    case 7: jpeg(bytes, rows: rows, directory)
    default: nil
    }
  }

  /// Fax codes call a dot black; whether its sample is 0 or 1 is the photometric interpretation.
  private static func fax(_ bytes: [UInt8], rows: Int, width: Int, _ directory: TIFFFields) -> ImageStrip? {
    guard let photometric = directory.first(262), photometric <= 1, directory.first(258) ?? 1 == 1 else { return nil }
    let ordered = directory.first(266) == 2 ? bytes.map(reversingBits) : bytes
    return ImageStrip(
      rows: rows, bytes: ordered,
      entries: """
        /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode
        /DecodeParms << /K -1 /Columns \(width) /Rows \(rows) /BlackIs1 \(photometric == 1) >>
        """)
  }

  /// The tables that the strips share go into each.
  private static func jpeg(_ bytes: [UInt8], rows: Int, _ directory: TIFFFields) -> ImageStrip? {
    let tables = directory.bytes(347).dropFirst(2).dropLast(2)
    let whole = tables.isEmpty ? bytes : Array(bytes.prefix(2)) + tables + bytes.dropFirst(2)
    guard let frame = JPEGFrame(whole), let space = frame.colourSpace, frame.height == rows else { return nil }
    // Where a file does not say so itself, three components are taken for luminance and colour.
    let isRGB = frame.components == 3 && directory.first(262) == 2
    let parameters = isRGB ? " /DecodeParms << /ColorTransform 0 >>" : ""
    return ImageStrip(
      rows: rows, bytes: whole,
      entries: "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode\(parameters)")
  }

  private static func reversingBits(_ byte: UInt8) -> UInt8 {
    (0..<8).reduce(0) { $0 | (byte >> $1 & 1) << (7 - $1) }
  }
}

/// The fields of one directory of a TIFF (TIFF 6.0, part 1).
struct TIFFFields {
  private var fields: [Int: (kind: Int, values: ArraySlice<UInt8>)] = [:]
  private let isLittleEndian: Bool

  /// Nil where the directory, or what it refers to, lies outside the file.
  init?(_ bytes: [UInt8], frame: Int) {
    guard bytes.count >= 8 else { return nil }
    isLittleEndian = bytes[0] == 0x49
    var offset = number(bytes[4..<8])
    for index in 0...max(0, frame) {
      guard offset > 0, offset + 2 <= bytes.count else { return nil }
      let count = number(bytes[offset..<offset + 2])
      let end = offset + 2 + count * 12
      guard end + 4 <= bytes.count else { return nil }
      if index == frame {
        for entry in 0..<count where !read(bytes, at: offset + 2 + entry * 12) { return nil }
      }
      offset = number(bytes[end..<end + 4])
    }
  }

  private mutating func read(_ bytes: [UInt8], at place: Int) -> Bool {
    let kind = number(bytes[place + 2..<place + 4]), count = number(bytes[place + 4..<place + 8])
    let length = count * Self.size(of: kind)
    let start = length <= 4 ? place + 8 : number(bytes[place + 8..<place + 12])
    guard start >= 0, length <= bytes.count, start <= bytes.count - length else { return false }
    fields[number(bytes[place..<place + 2])] = (kind, bytes[start..<start + length])
    return true
  }

  /// Of one value of a type; types that are not numbered here are longer than any that is asked for.
  private static func size(of kind: Int) -> Int { [1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4, 11: 4][kind] ?? 8 }

  func first(_ tag: Int) -> Int? { all(tag).first }
  func bytes(_ tag: Int) -> [UInt8] { fields[tag].map { Array($0.values) } ?? [] }

  /// The whole numbers of a field.
  func all(_ tag: Int) -> [Int] {
    guard let field = fields[tag], [1, 3, 4].contains(field.kind) else { return [] }
    let size = Self.size(of: field.kind)
    return stride(from: field.values.startIndex, to: field.values.endIndex, by: size).map {
      number(field.values[$0..<$0 + size])
    }
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    isLittleEndian ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
