import DocumentModel
import Imaging
import Testing

@testable import Pipeline

@Suite struct RomanStrokesTests {
  /// A page with as many strokes side by side, each standing for one letter.
  private func page(strokes: Int) throws -> PageImage {
    let width = 400, height = 80
    var pixels = [UInt8](repeating: 255, count: width * height)
    for stroke in 0..<strokes {
      for row in 20..<60 { for column in 0..<5 { pixels[row * width + 30 + 20 * stroke + column] = 10 } }
    }
    return try PageImage.decode(
      [UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: 300, name: "strokes"
    )
    .cleaned()
  }

  @Test(arguments: [
    ("II.", 3, "III."), ("H.", 2, "II."), ("HI-", 3, "III-"), ("I.", 2, "II."), ("II/2025", 8, "III/2025"),
    ("II/2025", 6, "II/2025"), ("III.", 3, "III."), ("I.", 1, "I."), ("H.", 1, "H."), ("II.", 9, "II."),
    ("112", 2, "112"), ("Hà", 2, "Hà"),
  ])
  func countsTheStrokes(read: String, parts: Int, meant: String) throws {
    let box = PixelBox(x: 24, y: 16, width: 20 * parts + 2, height: 48)
    var line = Line(words: [Word(text: read, box: box), Word(text: "MỤC")])
    try RomanStrokes.mend(&line, on: try page(strokes: parts))
    #expect(line.words[0].text == meant)
    #expect(line.words[1].text == "MỤC")
  }

  @Test(arguments: [
    ("12026", 7, "II/2026"), ("12026.", 8, "III/2026."), ("I/2026", 5, "I/2026"), ("H/2026,", 7, "II/2026,"),
    ("1/2026", 5, "I/2026"), ("12", 2, "12"), ("11995", 7, "11995"),
  ])
  func aQuarterMayHaveLostItsSlash(read: String, parts: Int, meant: String) throws {
    let box = PixelBox(x: 24, y: 16, width: 20 * parts + 2, height: 48)
    var line = Line(words: [Word(text: "Quý"), Word(text: read, box: box)]), next = Line(words: [line.words[1]])
    try RomanStrokes.mend(&line, on: try page(strokes: parts))
    try RomanStrokes.mend(&next, after: "quý", on: try page(strokes: parts))
    #expect(line.words[1].text == meant)
    #expect(next.words[0].text == meant)
  }
}
