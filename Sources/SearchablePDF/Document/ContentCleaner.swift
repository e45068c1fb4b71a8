internal import PDFSyntax

/// A content stream without the words that could not be seen.
struct CleanedStream {
  var bytes: [UInt8]
  /// The fonts that it still names; others may leave its resources.
  var fonts: Set<String>
}

/// Takes unseen words out of content streams, and with them the operators that set their fonts, so that no operator is left
/// that names a font which is gone. What the page shows stays where it is, to the point.
struct ContentCleaner {
  private(set) var cleaned: [PDFObject: CleanedStream] = [:]

  private let reader: ContentReader
  /// What becomes of each text, by its stream and its place there; a form that is drawn twice may be seen once.
  private var fates: [PDFObject: [Int: Fate]] = [:]

  fileprivate enum Fate {
    case kept(ShownText)
    case gone(ShownText)
    case partlyGone(ShownText, Set<Int>)
  }

  private typealias Edit = (range: Range<Int>, bytes: [UInt8])

  init(_ reader: ContentReader, _ verdicts: [Sight.Verdict]) {
    self.reader = reader
    for (text, verdict) in zip(reader.texts, verdicts) {
      let known = fates[text.owner]?[text.range.lowerBound]
      fates[text.owner, default: [:]][text.range.lowerBound] = Self.fate(of: text, verdict, after: known)
    }
    for (owner, texts) in fates where texts.values.contains(where: \.isChanged) { clean(owner, texts) }
  }

  private static func fate(of text: ShownText, _ verdict: Sight.Verdict, after known: Fate?) -> Fate {
    switch (known, verdict) {
    case (nil, .unseen), (nil, .covered), (.gone, .unseen), (.gone, .covered): .gone(text)
    case (nil, .partlyCovered(let glyphs)): .partlyGone(text, glyphs)
    default: .kept(text)
    }
  }

  private mutating func clean(_ owner: PDFObject, _ fates: [Int: Fate]) {
    guard let stream = reader.streams[owner] else { return }
    var edits: [Edit] = []
    var live: Set<Int> = [], runsThatGoOn: Set<Int> = []
    // From the end, since a text that is gone must leave its width where a seen one follows it.
    for (_, fate) in fates.sorted(by: { $0.key > $1.key }) {
      let text = fate.text
      let bytes = replacement(for: fate, isFollowed: runsThatGoOn.contains(text.run))
      if let bytes { edits.append((text.range, bytes)) }
      if bytes?.isEmpty == true { continue }
      if let naming = text.style.naming { live.insert(naming) }
      if bytes == nil || fate.isSeen { runsThatGoOn.insert(text.run) }
    }
    let isBare = edits.count == fates.count && edits.allSatisfy { $0.bytes.isEmpty }
    let fonts = keepFonts(of: owner, live, &edits)
    if isBare { edits += leftovers(of: stream.bytes, keepsStyle: stream.drawsForms) }
    cleaned[owner] = CleanedStream(bytes: Self.applying(edits, to: stream.bytes), fonts: fonts)
  }

  /// The fonts in which something is still shown; the other `Tf` go.
  private func keepFonts(of owner: PDFObject, _ live: Set<Int>, _ edits: inout [Edit]) -> Set<String> {
    let namings = reader.namings.enumerated().filter { $1.owner == owner }
    // A form that is drawn twice names its fonts twice.
    let kept = Set(namings.filter { live.contains($0) || $1.isInherited }.map(\.element.range))
    edits += Set(namings.map(\.element.range)).subtracting(kept).map { ($0, []) }
    return Set(namings.filter { kept.contains($1.range) }.map(\.element.name))
  }

  /// What stands in the place of a text; nil where it stays as it is.
  private func replacement(for fate: Fate, isFollowed: Bool) -> [UInt8]? {
    switch fate {
    case .kept: return nil
    case .partlyGone(let text, let glyphs): return Array((text.prologue + text.without(glyphs)).utf8)
    case .gone(let text):
      guard isFollowed else { return Array(text.prologue.utf8) }
      // Without the widths nobody knows where the next one would stand.
      return text.isExact ? Array((text.prologue + text.width).utf8) : nil
    }
  }

  private static let positions: Set<String> = ["BT", "ET", "Td", "TD", "Tm", "T*"]
  private static let styles: Set<String> = ["Tr", "Tc", "Tw", "Tz", "TL", "Ts"]

  /// The operators that place text where there is none any more.
  private func leftovers(of bytes: [UInt8], keepsStyle: Bool) -> [Edit] {
    ContentOperations(bytes).filter {
      Self.positions.contains($0.name) || (!keepsStyle && Self.styles.contains($0.name))
    }.map { ($0.range, []) }
  }

  private static func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= position {
      kept += bytes[position..<edit.range.lowerBound] + edit.bytes
      if kept.last != 0x0A { kept.append(0x0A) }
      position = edit.range.upperBound
    }
    return kept + bytes[position...]
  }
}

extension ContentCleaner.Fate {
  fileprivate var text: ShownText {
    switch self {
    case .kept(let text), .gone(let text), .partlyGone(let text, _): text
    }
  }

  fileprivate var isChanged: Bool { if case .kept = self { false } else { true } }
  fileprivate var isSeen: Bool { if case .gone = self { false } else { true } }
}

extension ShownText {
  /// What `'` and `"` do besides showing text.
  fileprivate var prologue: String {
    switch name {
    case "'": return "T*\n"
    case "\"":
      let spacing = operands.suffix(3).prefix(2).map { String(decoding: $0, as: UTF8.self) }
      return "\(spacing.first ?? "0") Tw \(spacing.last ?? "0") Tc T*\n"
    default: return ""
    }
  }

  /// A step as wide as the whole text.
  fileprivate var width: String { "[\(step(advance))] TJ\n" }

  /// The text with steps in the place of some of its glyphs.
  fileprivate func without(_ glyphs: Set<Int>) -> String {
    var number = -1
    let parts = parts.map { part -> String in
      switch part {
      case .step(let step): return TextLayer.decimal(step, 3)
      case .glyph(let code, let start, let end):
        if !Self.isSpace(code) { number += 1 }
        return glyphs.contains(number) ? step(end - start) : PDFString.written(code)
      }
    }
    return "[\(parts.joined(separator: " "))] TJ\n"
  }

  private func step(_ length: Double) -> String {
    let unit = style.size * style.scale
    return unit == 0 ? "0" : TextLayer.decimal(-length * 1000 / unit, 3)
  }
}
