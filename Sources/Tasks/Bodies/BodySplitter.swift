internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Splits `Công an xã, Đoàn Thanh niên xã và các thôn, bản` into its bodies, without cutting a name that has a comma or
/// “và” of its own (`Phòng Kinh tế, Hạ tầng và Đô thị`): a part is a body only where a body's name begins.
struct BodySplitter: Sendable {
  private let heads: PhraseTable<Bool>
  private let generics: PhraseTable<Bool>
  private let compounds: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    generics = phrases.names(.generic)
    compounds = phrases.names(.compound)
  }

  func split(_ passage: Passage) -> [String] {
    let text = LooseText(passage.text)
    return ranges(in: text).map { BodyHeads.repaired(text[$0]) }.filter { !$0.isEmpty }
  }

  /// The bodies' places, closing marks left out.
  func ranges(in text: LooseText) -> [Range<Int>] {
    let joints = joints(in: text)
    let starts = [0] + joints.map(\.upperBound)
    let ends = joints.map(\.lowerBound) + [text.count]
    return zip(starts, ends).map { text.trimmed($0..<$1, of: Array(" .,;:-+".utf8)) }.filter { !$0.isEmpty }
  }

  /// The places of the marks and words that part two bodies.
  private func joints(in text: LooseText) -> [Range<Int>] {
    let names = compounds.all(in: text).map(\.range)
    // A cell can list its bodies by dashes: `- Sở Tài chính - Sở Nội vụ`.
    let isListed = text.plain.first == 0x2D
    var depth = 0, start = 0
    var result: [Range<Int>] = []
    for offset in text.plain.indices {
      switch text.plain[offset] {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0, let joint = joint(in: text, at: offset), offset >= (result.last?.upperBound ?? 0),
        !names.contains(where: { $0.contains(offset) }),
        text.plain[offset] == 0x3B || parts(text, at: joint, from: start, isListed: isListed)
      else { continue }
      result.append(joint)
      start = joint.upperBound
    }
    return result
  }

  /// `;`, `,` or ` và ` with the spaces around it; a dash that lists the next body counts too.
  private func joint(in text: LooseText, at offset: Int) -> Range<Int>? {
    switch text.plain[offset] {
    case 0x3B, 0x2C:
      var end = text.skipping([0x20], from: offset + 1)
      if text.plain[offset] == 0x2C, let and = wordAnd(in: text, at: end) { end = and }
      return offset..<end
    case 0x20: return (wordAnd(in: text, at: offset + 1) ?? dash(in: text, at: offset + 1)).map { offset..<$0 }
    default: return nil
    }
  }

  private func dash(in text: LooseText, at offset: Int) -> Int? {
    guard offset + 2 < text.count, text.plain[offset] == 0x2D, text.plain[offset + 1] == 0x20 else { return nil }
    return offset + 2
  }

  private func wordAnd(in text: LooseText, at offset: Int) -> Int? {
    guard offset + 3 < text.count, text.plain[offset] == 0x76, text.plain[offset + 1] == 0x61,
      text.plain[offset + 2] == 0x20
    else { return nil }
    return text.skipping([0x20], from: offset + 2)
  }

  /// A comma or “và” parts two bodies where the right one begins with a body's word and the left one is more than such
  /// a word (`Báo và Đài …` is one body).
  private func parts(_ text: LooseText, at joint: Range<Int>, from start: Int, isListed: Bool) -> Bool {
    guard beginsBody(text, at: joint.upperBound) else { return false }
    if text.plain[joint].contains(0x2D) { return isListed }
    let left = text.trimmed(start..<joint.lowerBound)
    if let head = heads.match(in: text, at: left.lowerBound), head.range.upperBound >= left.upperBound {
      return !["báo", "đài", "ban", "phòng", "sở", "hội", "tổ"].contains(lowercased(text[left]))
    }
    return true
  }

  private func beginsBody(_ text: LooseText, at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    if text.scalars[offset].properties.isUppercase { return heads.match(in: text, at: offset) != nil }
    // `các sở, ban, ngành`: a bare small word is a part of the set, not a body.
    guard let generic = generics.match(in: text, at: offset) else { return false }
    let next = text.skipping([0x20], from: generic.range.upperBound)
    return next > generic.range.upperBound && next < text.count
      && (["cac", "nhung", "nguyen", "truong", "tat ca", "toan the", "moi"].contains(
        String(decoding: text.plain[generic.range], as: UTF8.self))
        || text.scalars[next].properties.isUppercase)
  }
}
