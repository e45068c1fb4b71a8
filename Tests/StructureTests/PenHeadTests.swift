import DocumentModel
import Grammar
import SampleDocuments
import Structure
import Testing

/// What a pen wrote into a head, with what else is known of it.
@Suite struct PenHeadTests {
  private static let parser = Result { DocumentParser(Phrases(try .load(from: Repository.dictionaries))) }

  private func header(
    number: String = "^/", _ readings: [(PenReading.Field, String, Double)],
    _ witnesses: HeadWitnesses = HeadWitnesses()
  ) throws -> DocumentHeader {
    let text = """
      UBND XÃ MỸ KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: \(number)/KH-UBND\tMỹ Khê, ngày <^ tháng 6 năm 2012
      KẾ HOẠCH
      """
    let lines = text.split(separator: "\n").enumerated().map { index, line in
      Block.line(Line(parsing: String(line), page: 1, number: index + 1))
    }
    var page = Page(number: 1, origin: .text, blocks: lines)
    page.penReadings = readings.map { field, text, sure in
      let box = PixelBox(x: 1, y: 1, width: 9, height: 9)
      return PenReading(field: field, line: 2, box: box, values: [PenValue(text, confidence: Confidence(sure))])
    }
    return try #require(try Self.parser.get().parse([page], witnesses: witnesses).first).header
  }

  @Test func aSureReadingFillsTheField() throws {
    let header = try header([(.number, "118", 0.995), (.day, "04", 0.99)])
    #expect(header.number == "118" && header.date?.description == "2012-06-04" && header.proposed.isEmpty)
    #expect(header.evidence["number"]?.source == "pen" && header.evidence["dateParts.day"]?.source == "pen")
  }

  @Test func anUnsureReadingIsProposed() throws {
    let header = try header([(.number, "118", 0.6), (.day, "04", 0.7)])
    #expect(header.number == nil && header.date == nil && header.dateParts == DateParts(year: 2012, month: 6))
    #expect(
      header.proposed["number"]?.map(\.value) == ["118"] && header.proposed["dateParts.day"]?.map(\.value) == ["4"])
  }

  @Test func whatIsPrintedIsNeverWrittenOver() throws {
    #expect(try header(number: "17", [(.number, "118", 0.99), (.month, "9", 0.99)]).number == "17")
    #expect(try header(number: "17", [(.month, "9", 0.99)]).dateParts.month == 6)
  }

  /// The ink and the file's name, the ink and the time of signing: each alone proves nothing.
  @Test func twoWitnessesMakeItCertain() throws {
    let signed = Signature(source: .field, time: "2012-06-04T08:00:00+07:00")
    let header = try header(
      [(.number, "118", 0.6), (.day, "4", 0.5)], HeadWitnesses(fileName: "118_KH-UBND.pdf", signatures: [signed]))
    #expect(header.number == "118" && header.date?.description == "2012-06-04" && header.proposed.isEmpty)
    #expect(header.evidence["number"]?.source == "agreed" && header.evidence["date"]?.source == "agreed")
  }

  @Test func aContradictionStaysOpen() throws {
    let header = try header([(.number, "113", 0.6)], HeadWitnesses(fileName: "118_KH-UBND.pdf"))
    #expect(header.number == nil && header.proposed["number"]?.map(\.value) == ["113", "118"])
  }
}
