internal import CTesseract
internal import DocumentModel
internal import Foundation

/// Text as black pixels: Leptonica's own letters, which are ASCII, with the marks of Vietnamese drawn on them. It is
/// made far too large and reduced, so that strokes of a few pixels come out in greys.
struct Lettering: ~Copyable {
  private let font: UnsafeMutablePointer<L_BMF>

  /// Pixels: a line, where letters stand on in it, the thickness of a stroke.
  static let height = 120, baseline = 88, stroke = 6

  /// Fails where there is no memory for the font.
  init() throws(Failure) {
    guard let font = bmfCreate(nil, 20) else { throw Failure(.internalError, .imageOperationFailed) }
    self.font = font
  }

  deinit {
    var font: UnsafeMutablePointer<L_BMF>? = font
    bmfDestroy(&font)
  }

  /// Pixels that a text takes across.
  func width(of text: String) -> Int { Self.letters(of: text).reduce(0) { $0 + advance(of: $1.base) } }

  /// The text on a strip of its own, black and white.
  func strip(_ text: String) throws(Failure) -> PageImage {
    guard let pix = pixCreate(Int32(width(of: text) + Self.height / 2), Int32(Self.height), 1) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    let strip = PageImage(owning: pix, dpi: 300)
    var x = 0
    for letter in Self.letters(of: text) {
      draw(letter, on: strip, at: x)
      x += advance(of: letter.base)
    }
    return strip
  }

  private struct Letter {
    var base: UInt8
    var marks: [Unicode.Scalar] = []
  }

  /// Letters of ASCII with their marks; signs that have a likeness there are shown by it, all others by `?`.
  private static func letters(of text: String) -> [Letter] {
    var letters: [Letter] = []
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if combiningMarks.contains(scalar.value) {
        if !letters.isEmpty { letters[letters.count - 1].marks.append(scalar) }
      } else if scalar.isASCII {
        letters.append(Letter(base: scalar.value < UInt32(Self.space) ? UInt8(ascii: "?") : UInt8(scalar.value)))
      } else {
        letters.append(likeness[scalar] ?? Letter(base: UInt8(ascii: "?")))
      }
    }
    return letters
  }

  private static let space = UInt8(ascii: " ")
  /// Combining marks (Unicode).
  private static let combiningMarks: ClosedRange<UInt32> = 0x300...0x36F

  private static let likeness: [Unicode.Scalar: Letter] = [
    "đ": Letter(base: UInt8(ascii: "d"), marks: ["\u{335}"]), "Đ": Letter(base: UInt8(ascii: "D"), marks: ["\u{336}"]),
    "×": Letter(base: UInt8(ascii: "x")), "·": Letter(base: UInt8(ascii: "-")), "–": Letter(base: UInt8(ascii: "-")),
    "−": Letter(base: UInt8(ascii: "-")),
    "°": Letter(base: space, marks: ["\u{30A}"]), "…": Letter(base: UInt8(ascii: ".")),
  ]

  private func advance(of base: UInt8) -> Int {
    if base == Self.space { return Int(font.pointee.spacewidth) }
    var width: Int32 = 0
    bmfGetWidth(font, CChar(base), &width)
    return Int(width) + Int(font.pointee.kernwidth)
  }

  private func draw(_ letter: Letter, on strip: borrowing PageImage, at x: Int) {
    var top = Self.baseline - 40, width = advance(of: letter.base) - Int(font.pointee.kernwidth)
    var glyph = letter.base == Self.space ? nil : bmfGetPix(font, CChar(letter.base))
    defer { pixDestroy(&glyph) }
    if let glyph {
      var rise: Int32 = 0
      bmfGetBaseline(font, CChar(letter.base), &rise)
      top = Self.baseline - Int(rise)
      width = Int(pixGetWidth(glyph))
      pixRasterop(
        strip.pix, Int32(x), Int32(top), pixGetWidth(glyph), pixGetHeight(glyph), PIX_SRC | PIX_DST, glyph, 0, 0)
    }
    var pen = MarkPen(middle: x + width / 2, right: x + width, top: top - 6)
    for mark in letter.marks {
      for stroke in pen.strokes(of: mark) {
        pixRenderLine(
          strip.pix, Int32(stroke.x1), Int32(stroke.y1), Int32(stroke.x2), Int32(stroke.y2), Int32(Self.stroke),
          Int32(L_SET_PIXELS))
      }
    }
  }
}

/// Where the marks of one letter go, one above the other.
private struct MarkPen {
  typealias Stroke = (x1: Int, y1: Int, x2: Int, y2: Int)

  let middle: Int
  let right: Int
  /// Just above the letter, then above the marks that it has.
  var top: Int

  mutating func strokes(of mark: Unicode.Scalar) -> [Stroke] {
    let low = top, high = top - 12
    switch mark {
    case "\u{335}": return [(middle - 2, low + 18, right + 6, low + 18)]
    case "\u{336}": return [(middle - 26, Lettering.baseline - 30, middle, Lettering.baseline - 30)]
    case "\u{323}": return [(middle - 1, Lettering.baseline + 14, middle + 1, Lettering.baseline + 14)]
    case "\u{31B}": return [(right - 2, low + 12, right + 8, low + 6), (right + 8, low + 6, right + 8, low - 2)]
    default: break
    }
    top -= 18
    return switch mark {
    case "\u{300}": [(middle - 10, high, middle + 6, low)]
    case "\u{301}": [(middle - 6, low, middle + 10, high)]
    case "\u{302}": [(middle - 13, low, middle, high), (middle, high, middle + 13, low)]
    case "\u{303}":
      [
        (middle - 14, low, middle - 6, high + 2), (middle - 6, high + 2, middle + 6, low - 2),
        (middle + 6, low - 2, middle + 14, high),
      ]
    case "\u{306}":
      [(middle - 12, high, middle - 5, low), (middle - 5, low, middle + 5, low), (middle + 5, low, middle + 12, high)]
    case "\u{309}":
      [
        (middle - 5, high - 2, middle + 5, high - 2), (middle + 5, high - 2, middle + 5, low - 6),
        (middle + 5, low - 6, middle, low),
      ]
    case "\u{30A}":
      [
        (middle - 8, high, middle, high - 8), (middle, high - 8, middle + 8, high),
        (middle + 8, high, middle, high + 8),
        (middle, high + 8, middle - 8, high),
      ]
    default: []
    }
  }
}
