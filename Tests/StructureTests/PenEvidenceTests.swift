import DocumentModel
import SampleDocuments
import Testing

@testable import Structure

/// Heads of scans whose figures are printed or written; a word is its text, height and confidence.
@Suite struct PenEvidenceTests {
  private typealias Sign = (text: String, height: Int, confidence: Double)

  private func line(_ number: Int, _ words: [Sign], tabBefore: Int? = nil) -> Line {
    var x = 200
    let placed = words.enumerated().map { index, word in
      defer { x += 40 * word.text.count }
      return Word(
        text: word.text, spaceBefore: index == tabBefore ? "\t" : " ",
        box: PixelBox(x: x, y: 100 * number, width: 38 * word.text.count, height: word.height),
        confidence: Confidence(word.confidence))
    }
    return Line(words: placed, page: 1, number: number)
  }

  private func header(number: Sign, day: Sign, ink: PenReading? = nil) throws -> DocumentHeader {
    let left: [Sign] = [("Số:", 50, 1), number, ("/KH-UBND", 42, 1)]
    let right: [Sign] = [
      ("Mỹ", 50, 1), ("Khê,", 50, 1), ("ngày", 50, 1), day, ("tháng", 50, 1), ("6", 40, 1), ("năm", 40, 1),
      ("2012", 40, 1),
    ]
    let lines = [
      line(1, [("UBND", 40, 1), ("XÃ", 40, 1), ("MỸ", 40, 1), ("KHÊ", 40, 1)]), line(2, left + right, tabBefore: 3),
      line(3, [("KẾ", 40, 1), ("HOẠCH", 40, 1)]),
    ]
    var page = Page(number: 1, origin: .scan, blocks: lines.map(Block.line))
    page.penReadings = [ink].compactMap { $0 }
    return try #require(try Trees.parse(pages: [page]).first).header
  }

  @Test func whatIsPrintedIsAsserted() throws {
    let header = try header(number: ("17", 41, 0.97), day: ("04", 40, 0.96))
    #expect(header.number == "17" && header.date?.description == "2012-06-04" && header.proposed.isEmpty)
  }

  /// A hand writes higher than print, and an engine of print is not sure of it.
  @Test func whatIsWrittenIsProposed() throws {
    let header = try header(number: ("44", 58, 0.87), day: ("<^", 60, 0.5))
    #expect(header.number == nil && header.symbol == "KH-UBND" && header.date == nil)
    #expect(header.proposed["number"]?.map(\.value) == ["44"])
    #expect(header.dateParts == DateParts(year: 2012, month: 6))
  }

  @Test func aDayByPenIsProposed() throws {
    let header = try header(number: ("17", 41, 0.97), day: ("8", 52, 0.54))
    #expect(header.date == nil && header.proposed["dateParts.day"]?.first?.value == "8")
  }

  /// Print that is not sure of a number, and ink that says another: one of the two is wrong.
  @Test func whatTheInkContradictsIsProposed() throws {
    let box = PixelBox(x: 1, y: 1, width: 9, height: 9)
    let ink = PenReading(field: .number, line: 2, box: box, values: [PenValue("78", confidence: 0.98)])
    let header = try header(number: ("73", 41, 0.55), day: ("04", 40, 0.96), ink: ink)
    #expect(header.number == nil && header.proposed["number"]?.map(\.value) == ["78", "73"])
    let unsure = PenReading(field: .number, line: 2, box: box, values: [PenValue("78", confidence: 0.6)])
    #expect(try self.header(number: ("73", 41, 0.55), day: ("04", 40, 0.96), ink: unsure).number == "73")
    #expect(try self.header(number: ("73", 41, 0.95), day: ("04", 40, 0.96), ink: ink).number == "73")
  }

  /// One sign alone proves nothing: old print is uneven, and a stamp sets figures of its own size.
  @Test(arguments: [("17", 55, 0.97), ("17", 41, 0.7)]) func oneSignIsNotEnough(text: String, height: Int, sure: Double)
    throws
  {
    #expect(try header(number: (text, height, sure), day: ("04", 40, 0.96)).number == "17")
  }
}
