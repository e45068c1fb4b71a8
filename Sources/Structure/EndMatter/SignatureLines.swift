public import DocumentModel

/// What signing services print on a page: who signed, for whom, when. It says something about the document and is not a
/// part of its text, so the structure stage takes it out before anything else is read, and the lines of `text.txt` are
/// counted without it.
///
/// ```
/// Ký bởi: Ủy ban nhân dân xã Hợp Minh
/// Cơ quan: Tỉnh An Giang
/// Thời gian ký: 11.07.2025 16:12:05 +07:00
/// ```
public enum SignatureLines {
  /// The pages without such lines, and what the lines say, in page order. A text input keeps its lines, because they are
  /// known by their numbers in the input.
  public static func taken(from pages: [Page]) -> (pages: [Page], signatures: [Signature]) {
    var signatures: [Signature] = []
    let kept = pages.map { page in
      var page = page
      signatures += groups(in: page.overlay).compactMap { signature(in: page.overlay[$0], from: .overlay) }
      let (blocks, found) = withoutSignatures(page)
      signatures += found
      if page.origin != .text { page.blocks = blocks }
      return page
    }
    return (kept, signatures)
  }

  private static func withoutSignatures(_ page: Page) -> (blocks: [Block], signatures: [Signature]) {
    let places = page.blocks.indices.filter { if case .line = page.blocks[$0] { true } else { false } }
    let lines: [Line] = page.blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    var removed: Set<Int> = []
    var signatures: [Signature] = []
    for group in groups(in: lines) {
      // Without a time it may be a sentence about who signs.
      guard let signature = signature(in: lines[group], from: .print), signature.time != nil else { continue }
      signatures.append(signature)
      removed.formUnion(group.map { places[$0] })
    }
    return (page.blocks.indices.filter { !removed.contains($0) }.map { page.blocks[$0] }, signatures)
  }

  /// A signature begins with its signer and goes on while labels, or one line of a long name, follow.
  private static func groups(in lines: [Line]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      guard SigningLabel.split(lines[index].text)?.label == .signer else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, let next = continuation(of: lines, at: end) { end = next }
      groups.append(index..<end)
      index = end
    }
    return groups
  }

  /// The end of what belongs to a signature at a line: a labelled line, or an unlabelled one before a labelled one.
  private static func continuation(of lines: [Line], at index: Int) -> Int? {
    if let label = SigningLabel.split(lines[index].text)?.label { return label == .signer ? nil : index + 1 }
    guard index + 1 < lines.count, let next = SigningLabel.split(lines[index + 1].text)?.label, next != .signer else {
      return nil
    }
    return index + 2
  }

  private static func signature(in lines: ArraySlice<Line>, from source: Signature.Source) -> Signature? {
    guard let first = lines.first else { return nil }
    var parts: [SigningLabel: String] = [:]
    var current = SigningLabel.other
    for line in lines {
      if let (label, value) = SigningLabel.split(line.text) {
        current = label
        parts[label, default: ""] += value
      } else {
        parts[current, default: ""] += " " + line.text.trimmed
      }
    }
    let text = lines.map(\.text.trimmed).joined(separator: "\n")
    return Signature(
      source: source, page: first.page, signer: parts[.signer]?.nonEmpty, organisation: parts[.organisation]?.nonEmpty,
      time: parts[.time].flatMap(SigningTime.init)?.iso, text: text)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
