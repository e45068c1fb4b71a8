import DocumentModel
import Imaging
import Testing

@testable import PageReading

@Suite struct RomanStrokesTests {
  /// The widths of a usual font, in pixels.
  private func advance(of letter: Character) -> Int {
    switch letter {
    case "I": 20
    case "/": 17
    case ".": 14
    default: 30
    }
  }

  private func box(of word: String) -> PixelBox {
    PixelBox(x: 24, y: 16, width: word.reduce(0) { $0 + advance(of: $1) }, height: 48)
  }

  /// A page with a word: `I` and `1` are upright strokes as high as capitals, a slash is blank, what else there is
  /// reaches half as high.
  private func page(printing word: String) throws -> PageImage {
    let width = 500, height = 80
    var pixels = [UInt8](repeating: 255, count: width * height), x = 24
    for letter in word {
      let middle = x + advance(of: letter) / 2
      for row in ("I1".contains(letter) ? 20 : 42)..<60 where letter != "/" {
        for column in 0..<5 { pixels[row * width + middle + column] = 10 }
      }
      x += advance(of: letter)
    }
    return try PageImage.decode(
      [UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: 300, name: "strokes"
    )
    .cleaned()
  }

  @Test(arguments: [
    ("II.", "III."), ("H.", "II."), ("HI-", "III-"), ("I.", "II."), ("II/2025", "III/2025"), ("II/2025", "II/2025"),
    ("III.", "III."), ("I.", "I."), ("II.", "II."),
  ])
  func countsTheStrokes(read: String, printed: String) throws {
    #expect(try mended(read, printed) == printed)
  }

  @Test(arguments: [("H.", "I.", "H."), ("II.", "IIIIIIIII.", "II."), ("112", "112", "112"), ("Hà", "II", "Hà")])
  func leavesWhatIsNoNumber(read: String, printed: String, kept: String) throws {
    #expect(try mended(read, printed) == kept)
  }

  @Test(arguments: [
    ("12026", "II/2026"), ("12026.", "III/2026."), ("I/2026", "I/2026"), ("H/2026,", "II/2026,"), ("1/2026", "I/2026"),
  ])
  func aQuarterMayHaveLostItsSlash(read: String, printed: String) throws {
    #expect(try mended(read, printed, after: "Quý") == printed)
    #expect(try mended(read, printed, after: "quý", onTheNextLine: true) == printed)
  }

  @Test(arguments: ["12", "11995", "2026"]) func otherNumbersAfterQuarterStay(read: String) throws {
    #expect(try mended(read, read, after: "quý") == read)
  }

  private func mended(
    _ read: String, _ printed: String, after before: String = "MỤC", onTheNextLine: Bool = false
  ) throws -> String? {
    let word = Word(text: read, box: box(of: printed))
    var line = Line(words: onTheNextLine ? [word] : [Word(text: before), word])
    try RomanStrokes.mend(&line, after: onTheNextLine ? before : nil, on: try page(printing: printed))
    return line.words.last?.text
  }
}
