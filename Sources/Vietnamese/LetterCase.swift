internal import CICU

// Nearly every text that is read has letters of Vietnamese only. Their case is told here by their number: a call of ICU needs two
// copies of the text, and the words of a document are asked about again and again.

extension Unicode.Scalar {
  /// A capital letter; the tables of Unicode are asked only about letters that Vietnamese has not.
  public var isCapital: Bool { smallLetter.map { $0 != value } ?? properties.isUppercase }

  /// The small letter where it is one scalar, as it is for every Vietnamese letter.
  var small: Unicode.Scalar {
    if let smallLetter { return Unicode.Scalar(smallLetter) ?? self }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  /// The number of the small letter, or the scalar's own where it is no capital; nil for what Vietnamese is not written with.
  fileprivate var smallLetter: UInt32? {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0..<0x100, 0x300...0x323, 0x2010...0x2027: value
    case 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF: value + 1
    case 0x103, 0x111, 0x129, 0x169, 0x1A1, 0x1B0: value
    case 0x1EA0...0x1EF9: value | 1
    default: nil
    }
  }

  /// The number of the capital; `µ`, `ß` and `ÿ` have theirs elsewhere, or none.
  fileprivate var capitalLetter: UInt32? {
    switch value {
    case 0xB5, 0xDF, 0xFF: nil
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: value - 0x20
    case 0..<0x100, 0x300...0x323, 0x2010...0x2027: value
    case 0x103, 0x111, 0x129, 0x169, 0x1A1, 0x1B0: value - 1
    case 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF: value
    case 0x1EA0...0x1EF9: value & ~1
    default: nil
    }
  }
}

/// Capitals, by Vietnamese rules.
public func uppercased(_ text: String) -> String {
  inCase(text) { $0.capitalLetter } ?? transformed(text, by: cicu_upper)
}

/// Small letters, by Vietnamese rules.
public func lowercased(_ text: String) -> String {
  inCase(text) { $0.smallLetter } ?? transformed(text, by: cicu_lower)
}

/// The text with another number for each scalar; nil where one of them is not known.
private func inCase(_ text: String, _ letter: (Unicode.Scalar) -> UInt32?) -> String? {
  var isOther = false
  for scalar in text.unicodeScalars {
    guard let other = letter(scalar) else { return nil }
    isOther = isOther || other != scalar.value
  }
  if !isOther { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars { bytes.append(letter(scalar).flatMap(Unicode.Scalar.init) ?? scalar) }
  return String(decoding: bytes, as: UTF8.self)
}

extension String {
  /// Put together as bytes, which is quicker than scalar by scalar; `room` is how many there may be.
  init(scalars: some Sequence<Unicode.Scalar>, _ room: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(room)
    for scalar in scalars { bytes.append(scalar) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a scalar's bytes.
  @inline(__always) mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
