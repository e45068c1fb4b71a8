internal import DocumentModel
internal import Vietnamese

/// Holds the body's part of a symbol against the name of the body: `BGDĐT` is what `Bộ Giáo dục và Đào tạo` begins with
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I, box 3), so a `BGDĐI` below that name has one letter misread.
struct IssuerInitials: Sendable {
  /// Shorter ones differ from each other in one letter too often.
  private static let fewest = 4
  /// Words of names that abbreviations leave out.
  private static let leftOut: Set<String> = ["va", "ve", "cua", "cac", "-", "–"]
  /// How sure a letter is that only the name tells, 0…1; an estimate.
  private static let certainty = 0.8

  /// Puts one misread letter right; the evidence says that it was inferred.
  func mend(_ header: inout DocumentHeader) {
    guard let symbol = header.symbol, let issuer = header.issuer,
      let start = symbol.lastIndex(of: "-").map({ symbol.index(after: $0) })
    else { return }
    let read = Array(symbol[start...])
    // Behind the body's own name its place stands, which symbols leave out: `UBND` of `Ủy ban nhân dân xã Mỹ Điền`.
    let name = Array(Self.initials(of: issuer).prefix(read.count))
    guard name.count >= Self.fewest, read.count == name.count,
      zip(read, name).count(where: { $0 != $1 }) == 1
    else { return }
    header.symbol = symbol[..<start] + String(name)
    guard let evidence = header.evidence["symbol"] else { return }
    header.evidence["symbol"] = Evidence(
      provenance: evidence.provenance, confidence: Confidence(min(evidence.confidence.value, Self.certainty)),
      source: Evidence.inferred)
  }

  private static func initials(of name: String) -> [Character] {
    name.split(separator: " ").filter { !leftOut.contains(folded(lowercased(String($0)))) }
      .compactMap { uppercased(String($0)).first }
      .map { $0 == "Đ" ? $0 : folded(String($0)).first ?? $0 }
  }
}
