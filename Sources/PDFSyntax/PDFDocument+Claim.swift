/// What a file says of itself as PDF/A (ISO 19005): its part, 1 to 4, and its level in small letters.
package struct ArchivalClaim: Hashable, Sendable {
  package var part: Int
  /// `a`, `b` or `u`; empty where the file names none.
  package var level: String

  /// What stands in XMP; nil where it says nothing of the kind.
  package init?(xmp bytes: [UInt8]) {
    let claim = ClaimText(bytes: bytes)
    guard claim.hasNamespace, let part = claim.value(of: "part", where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    let level = claim.value(of: "conformance") { (0x41...0x5A).contains($0 & 0xDF) }
    self.part = Int(part - 0x30)
    self.level = level.map { String(UnicodeScalar($0 | 0x20)) } ?? ""
  }
}

extension PDFDocument {
  /// What the file says that it is in its XMP; nil where it says nothing of the kind.
  package var archivalClaim: ArchivalClaim? {
    guard let metadata = self[root, "/Metadata"], let bytes = data(of: metadata) else { return nil }
    return ArchivalClaim(xmp: bytes)
  }
}

/// XMP as far as its claim of PDF/A: a property is an attribute (`pdfaid:part="2"`) or an element (`<pdfaid:part>2<`), with
/// any prefix. It is looked through byte by byte: a package has thousands of them, and regular expressions took half the
/// time of a check.
private struct ClaimText {
  let bytes: [UInt8]

  private static let namespace = Array("http://www.aiim.org/pdfa/ns/id/".utf8)

  var hasNamespace: Bool {
    bytes.indices.contains { bytes[$0] == Self.namespace[0] && bytes[$0...].starts(with: Self.namespace) }
  }

  /// The one sign that a property has as its value, the first that is wanted.
  func value(of name: String, where isWanted: (UInt8) -> Bool) -> UInt8? {
    let name = Array(":\(name)".utf8)
    for place in bytes.indices where bytes[place] == name[0] && bytes[place...].starts(with: name) {
      if let value = value(behind: place + name.count), isWanted(value) { return value }
    }
    return nil
  }

  /// The first sign of the value of an attribute, or of an element, whose name ends at a place.
  private func value(behind place: Int) -> UInt8? {
    let next = skippingSpace(from: place)
    if byte(next) == UInt8(ascii: "=") {
      let quote = skippingSpace(from: next + 1)
      return [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte(quote)) ? byte(quote + 1) : nil
    }
    // Attributes of the element itself may stand before its end.
    guard byte(next) == UInt8(ascii: ">") || next > place else { return nil }
    return bytes[next...].firstIndex(of: UInt8(ascii: ">")).flatMap { byte(skippingSpace(from: $0 + 1)) }
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func skippingSpace(from place: Int) -> Int {
    var place = place
    while let one = byte(place), [0x20, 0x09, 0x0A, 0x0D].contains(one) { place += 1 }
    return place
  }
}
