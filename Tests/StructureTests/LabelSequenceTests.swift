import DocumentModel
import Grammar
import SampleDocuments
import Testing
import Vietnamese

@testable import Structure

/// Which numbers head a section, from the numbers before them.
@Suite struct LabelSequenceTests {
  private static let reader = Result { SectionLabelReader(Phrases(try .load(from: Repository.dictionaries))) }

  /// The labels of the lines; `–` for a line that heads no section. A line that begins with `…` follows an unfinished one.
  private func labels(_ lines: [String]) throws -> [String] {
    var sequence = LabelSequence()
    return try lines.map { text in
      let isInSentence = text.hasPrefix("…")
      let line = FlowLine(
        Line(parsing: String(text.drop { $0 == "…" })), hasGapBefore: false, startsPage: false)
      let candidates = try Self.reader.get().read(line.text)
      return sequence.decide(candidates, of: line, isLikelyText: isInSentence)?.label.text ?? "–"
    }
  }

  @Test(arguments: [
    // A number may jump by three, not by four, and begin anew.
    (["1. Một", "2. Hai", "6. Sáu"], ["1", "2", "6"]), (["1. Một", "2. Hai", "7. Bảy"], ["1", "2", "–"]),
    (["1. Một", "2. Hai", "1. Một"], ["1", "2", "1"]), (["4. Bốn"], ["4"]), (["9. Chín"], ["–"]),
    // Behind an unfinished line only the very next number is one.
    (["1. Một", "…2. Hai"], ["1", "2"]), (["1. Một", "…3. Ba"], ["1", "–"]), (["…1. Một"], ["1"]),
    // Levels hang on the number above.
    (["1. Một", "1.1. Hai", "1.2. Ba"], ["1", "1.1", "1.2"]), (["2. Một", "1.1. Hai"], ["2", "–"]),
    (["I. MỘT", "II. HAI", "2.1. Ba"], ["I", "II", "2.1"]),
    // Letters: đ may be left out, its bar may be lost, a sign is the next letter.
    (["a) Một", "b) Hai", "c) Ba", "d) Bốn", "e) Năm"], ["a", "b", "c", "d", "e"]),
    (["c) Ba", "d) Bốn", "d) Năm"], ["c", "d", "đ"]), (["a) Một", "b) Hai", "©) Ba"], ["a", "b", "c"]),
    (["a) Một", "h) Hai"], ["a", "–"]),
    // Roman numbers: an initial of a name is none, a misread one needs capitals, a repeated one is the next.
    (["V. I. Lê-nin"], ["–"]), (["I. MỘT", "11. Hai"], ["I", "–"]), (["I. MỘT", "11. HAI"], ["I", "II"]),
    (["I. MỘT", "II. HAI", "II. BA"], ["I", "II", "III"]), (["VII. BẢY"], ["VII"]),
    (["I. MỘT", "II. HAI", "I. Một việc"], ["I", "II", "1"]),
  ])
  func headings(lines: [String], expected: [String]) throws {
    #expect(try labels(lines) == expected)
  }

  @Test func aGapIsSaid() throws {
    var sequence = LabelSequence()
    let findings = try ["1. Một", "3. Ba"].map { text in
      let line = FlowLine(Line(parsing: text), hasGapBefore: false, startsPage: false)
      return sequence.decide(try Self.reader.get().read(line.text), of: line, isLikelyText: false)?.findings
        .map(\.message.code)
    }
    #expect(findings == [[], ["numbering-gap"]])
  }
}

/// A wording that is added to the tables is read without any other change.
@Suite struct NewRowTests {
  private func parser(labels: String = "", bodies: String = "") throws -> DocumentParser {
    var vocabulary = try Vocabulary.load(from: Repository.dictionaries)
    let more = Vocabulary(labelTable: labels, documentTypeTable: "", bodyTable: bodies, verbTable: "")
    vocabulary.labels += more.labels
    vocabulary.names += more.names
    return DocumentParser(Phrases(vocabulary))
  }

  private func tree(_ text: String, _ parser: DocumentParser) throws -> DocumentTree {
    let lines = text.split(separator: "\n").enumerated().map { index, line in
      Block.line(Line(parsing: String(line), page: 1, number: index + 1))
    }
    return try #require(parser.parse([Page(number: 1, origin: .text, blocks: lines)]).first)
  }

  @Test func aNameOfSections() throws {
    let text = "KẾ HOẠCH\nVề việc thử\nBIỂU MẪU 2\nDanh sách\nNội dung."
    #expect(try tree(text, parser()).root.children.isEmpty)
    let root = try tree(text, parser(labels: "annex\tsection\tBIỂU MẪU")).root
    #expect(root.children.map(\.label?.text) == ["BIỂU MẪU 2"] && root.children.map(\.title) == ["Danh sách"])
  }

  @Test func anAuthorityOfSigners() throws {
    let text = "KẾ HOẠCH\nVề việc thử\nI. MỤC TIÊU\nNội dung.\nTHỪA UQ CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nTrần Văn Bình"
    let signer = try tree(text, parser(labels: "authority\tending\tTHỪA UQ")).header.signer
    #expect(signer.authority == "THỪA UQ CHỦ TỊCH" && signer.name == "Trần Văn Bình")
  }

  @Test func anIssuingBody() throws {
    let text = "KẾ HOẠCH\nVề việc thử\nI. MỤC TIÊU\nBan Chỉ huy xã Hợp Minh ban hành Kế hoạch như sau:"
    #expect(try tree(text, parser()).header.issuer == nil)
    let header = try tree(text, parser(bodies: "issuing\tBan Chỉ huy\tBan Chỉ huy quân sự")).header
    #expect(header.issuer == "Ban Chỉ huy quân sự xã Hợp Minh")
  }
}
