/// What a file says of itself as PDF/A (ISO 19005): its part, 1 to 4, and its level in small letters.
package struct ArchivalClaim: Hashable, Sendable {
  package var part: Int
  /// `a`, `b` or `u`; empty where the file names none.
  package var level: String
}

extension PDFDocument {
  /// What the file says that it is in its XMP; nil where it says nothing of the kind.
  package var archivalClaim: ArchivalClaim? {
    guard let metadata = self[root, "/Metadata"], let bytes = data(of: metadata) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("http://www.aiim.org/pdfa/ns/id/") else { return nil }
    let element = text.firstMatch(of: /:part\b[^>=]*(?:=[^>]*)?>\s*(\d)/).map(\.1)
    let attribute = text.firstMatch(of: /:part\s*=\s*["'](\d)/).map(\.1)
    guard let part = (attribute ?? element).flatMap({ Int($0) }) else { return nil }
    let level =
      text.firstMatch(of: /:conformance\b[^>=]*>\s*([A-Za-z])/).map(\.1)
      ?? text.firstMatch(of: /:conformance\s*=\s*["']([A-Za-z])/).map(\.1)
    return ArchivalClaim(part: part, level: level.map { $0.lowercased() } ?? "")
  }
}
