import DocumentModel
import Testing

@testable import Export

@Suite struct TaskSheetTests {
  private func sheet(_ tasks: [TaskRecord], _ language: Language = .vi) -> [[String]] {
    let header = DocumentHeader(type: "KH", number: "05", symbol: "KH-UBND")
    let source = SourceSummary(path: "a.txt", sha256: "", kind: .text, pages: 1, doubtfulWords: 0)
    let record = InputRecord(
      source: source, documents: [DocumentRecord(pages: [1, 1], document: header, tasks: tasks)])
    return TaskSheet(record, language: language).rows
  }

  private let full = TaskRecord(
    number: "1.1", path: ["III", "1", "1.1"], group: "Về thể chế", title: "Kế hoạch", content: "Xây dựng",
    lead: ["Phòng A", "Phòng B"], cooperating: ["Công an xã"],
    deadline: Deadline(
      text: "Trong quý IV", due: CalendarDate(iso: "2025-12-31"), modes: [.immediate, .ongoing]),
    product: "Văn bản", page: 2,
    evidence: ["content": Evidence(provenance: Provenance(page: 2, line: 40), confidence: 0.876)])

  @Test(arguments: Language.allCases) func everyRowHasAllColumns(_ language: Language) {
    let rows = sheet([full, TaskRecord(number: "", path: [], group: nil, content: "", page: 1)], language)
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.count == TaskSheet.columns.count })
    #expect(rows[0].allSatisfy { !$0.isEmpty })
  }

  @Test func headingsAreOfTheLanguage() {
    #expect(sheet([], .vi)[0] == TaskSheet.columns.map(\.vi))
    #expect(sheet([], .en)[0] == TaskSheet.columns.map(\.en))
    #expect(zip(sheet([], .vi)[0], sheet([], .en)[0]).allSatisfy { $0 != $1 })
  }

  @Test func aRowHoldsTheTask() {
    let row = [
      "05/KH-UBND", "1.1", "III › 1 › 1.1", "Về thể chế", "Kế hoạch", "Xây dựng", "Phòng A; Phòng B", "Công an xã",
      "Trong quý IV", "2025-12-31", "immediate; ongoing", "Văn bản", "2", "40", "88%",
    ]
    #expect(sheet([full])[1] == row)
  }
}

@Suite struct JSONExportTests {
  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONExport.data(of: value), as: UTF8.self)
  }

  @Test func keysAreSortedAndSlashesStay() throws {
    let json = try text(["b": "05/KH", "a": "Ủy ban"])
    #expect(json == "{\n  \"a\" : \"Ủy ban\",\n  \"b\" : \"05/KH\"\n}\n")
  }

  @Test func twiceIsTheSame() throws {
    let many = Dictionary(uniqueKeysWithValues: (0..<200).map { ("k\($0)", $0) })
    let again = Dictionary(uniqueKeysWithValues: (0..<200).reversed().map { ("k\($0)", $0) })
    #expect(try text(many) == text(again))
  }

  @Test func whatJSONCannotSayIsAFailure() {
    #expect {
      try JSONExport.data(of: [Double.nan])
    } throws: {
      ($0 as? Failure)?.message.code == "cannot-encode"
    }
  }
}
