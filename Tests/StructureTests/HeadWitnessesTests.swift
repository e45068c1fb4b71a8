import DocumentModel
import Grammar
import SampleDocuments
import Structure
import Testing

@Suite struct HeadWitnessesTests {
  private static let parser = Result { DocumentParser(Phrases(try .load(from: Repository.dictionaries))) }

  private func header(_ number: String, day: String, _ witnesses: HeadWitnesses) throws -> DocumentHeader {
    let text = """
      UBND XÃ MỸ KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: \(number)/KH-UBND\tMỹ Khê, ngày \(day) tháng 6 năm 2012
      KẾ HOẠCH
      """
    let lines = text.split(separator: "\n").enumerated().map { index, line in
      Block.line(Line(parsing: String(line), page: 1, number: index + 1))
    }
    let page = Page(number: 1, origin: .text, blocks: lines)
    return try #require(try Self.parser.get().parse([page], witnesses: witnesses).first).header
  }

  @Test(arguments: [
    ("118_KH-UBND.pdf", "118"), ("KH 118 (2012).pdf", "118"), ("kh118.pdf", "118"), ("scan0007.pdf", nil),
    ("2012-118.pdf", nil), ("118.pdf", nil), ("KH-UBND.pdf", nil),
  ])
  func theNameOfAFileIsAWitness(name: String, number: String?) throws {
    let header = try header("^/", day: "..", HeadWitnesses(fileName: name))
    #expect(header.number == nil && header.proposed["number"]?.first?.value == number)
    #expect(header.proposed["number"]?.allSatisfy { $0.source == "file-name" && $0.confidence <= 0.5 } ?? true)
  }

  @Test func whatIsPrintedStands() throws {
    let header = try header(
      "17", day: "04", HeadWitnesses(fileName: "118_KH.pdf", signatures: [signature("2012-06-09")]))
    #expect(header.number == "17" && header.date?.description == "2012-06-04" && header.proposed.isEmpty)
  }

  private func signature(_ day: String) -> Signature { Signature(source: .field, time: day + "T08:00:00+07:00") }

  /// The day of signing bounds the day of the paper; it is no day of it.
  @Test(arguments: [("2012-06-09", "2012-06-09"), ("2012-07-01", nil), ("2013-06-09", nil)])
  func theTimeOfSigningIsProposed(signed: String, proposed: String?) throws {
    let header = try header("17", day: "..", HeadWitnesses(signatures: [signature("2014-01-01"), signature(signed)]))
    #expect(header.date == nil && header.proposed["date"]?.first?.value == proposed)
  }
}
