internal import PDFSyntax
internal import DocumentModel

/// A piece of text that one operator shows, and where.
struct ShownText {
  /// The page or form whose stream holds the operator, and the operator's place there.
  var owner: PDFObject
  var range: Range<Int>
  var name: String
  var operands: [ArraySlice<UInt8>]
  var style: TextStyle
  /// From the text's own space to the page, at its first letter.
  var map: AffineMap
  /// Pieces that follow each other, with no step between them that is not their own width.
  var run: Int
  /// How many paintings that cover something came before it.
  var order: Int
  /// Whether its rendering mode, or a paint without colour, keeps it from being seen.
  var isUnseen: Bool

  /// A glyph of it with the bytes that name it, or a step between two, in thousandths of the size against the direction.
  enum Part {
    case glyph(ArraySlice<UInt8>, start: Double, end: Double)
    case step(Double)
  }

  var isExact: Bool { style.font?.isExact ?? false }

  /// What is shown, from left to right, with starts and ends in units of the text's own space.
  var parts: [Part] {
    var result: [Part] = []
    var position = 0.0
    for element in elements {
      if let number = Double(token: element) {
        position -= number / 1000 * style.size * style.scale
        result.append(.step(number))
        continue
      }
      let bytes = PDFString.bytes(of: element), length = style.font?.codeLength ?? 1
      for start in stride(from: 0, to: bytes.count, by: length) {
        let code = bytes[start..<min(start + length, bytes.count)]
        let end = position + advance(of: code)
        result.append(.glyph(code, start: position, end: end))
        position = end
      }
    }
    return result
  }

  private var elements: [ArraySlice<UInt8>] {
    guard let last = operands.last else { return [] }
    return name == "TJ" ? ContentOperations.elements(of: last) : [last]
  }

  private func advance(of code: ArraySlice<UInt8>) -> Double {
    let width = (style.font?.width(of: code) ?? 0.5) * style.size
    let space = code.count == 1 && code.first == 0x20 ? style.wordSpacing : 0
    return (width + style.characterSpacing + space) * style.scale
  }

  /// How far it moves the place of the next one.
  var advance: Double {
    parts.reduce(0) {
      switch $1 {
      case .glyph(_, let start, let end): $0 + end - start
      case .step(let number): $0 - number / 1000 * style.size * style.scale
      }
    }
  }

  /// The core of each letter: from the base to a good half of the size, by which a word is known. Where widths are a
  /// guess, one box that is large enough for all.
  var glyphAreas: [Area] {
    let spans = spans
    if isExact { return spans.map { area(from: $0.start, to: $0.end) } }
    guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return [] }
    return [area(from: start, to: start + 2 * (end - start))]
  }

  /// Boxes around the words of a line: those of its letters, joined where no more than a third of the size parts them.
  var areas: [Area] {
    var joined: [(start: Double, end: Double)] = []
    for span in spans {
      if let last = joined.last, !isAslant, abs(span.start - last.end) <= abs(style.size) / 3 {
        joined[joined.count - 1].end = span.end
      } else {
        joined.append(span)
      }
    }
    return joined.map { area(from: $0.start, to: $0.end) }
  }

  /// Whether it has no letters, only spaces.
  var isBlank: Bool { spans.isEmpty }

  var isReadable: Bool { style.font?.isReadable ?? false }

  private var isAslant: Bool {
    let level = abs(map.b) + abs(map.c), sideways = abs(map.a) + abs(map.d)
    return min(level, sideways) > 0.02 * max(level, sideways)
  }

  /// Where each letter begins and ends; a space is none.
  private var spans: [(start: Double, end: Double)] {
    parts.compactMap { part in
      guard case .glyph(let code, let start, let end) = part, !Self.isSpace(code) else { return nil }
      return (start, end)
    }
  }

  static func isSpace(_ code: ArraySlice<UInt8>) -> Bool { code.count == 1 && code.first == 0x20 }

  private func area(from start: Double, to end: Double) -> Area {
    let bottom = style.rise, top = style.rise + 0.6 * style.size
    return Area(
      around: [(start, bottom), (end, bottom), (start, top), (end, top)].map { map.applied(x: $0.0, y: $0.1) })
  }
}
