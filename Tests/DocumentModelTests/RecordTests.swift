import DocumentModel
import Foundation
import Testing

@Suite struct RecordTests {
  private typealias Object = [String: Any]

  private func object(_ value: some Encodable) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? Object)
  }

  private let evidence = Evidence(provenance: Provenance(page: 1, line: 2), confidence: 1)

  private func record() -> InputRecord {
    InputRecord(
      source: SourceSummary(path: "a.pdf", sha256: "00", kind: .bornDigital, pages: 1, doubtfulWords: 0),
      documents: [
        DocumentRecord(
          pages: [1, 1], references: [Reference(type: "KH", number: "02", symbol: "KH", date: nil, evidence: evidence)],
          sections: [SectionEntry(label: "I", title: "", level: 1, evidence: evidence)],
          targets: [Target(text: "", value: 30, unit: "%", comparator: .atLeast, due: nil, evidence: evidence)],
          tasks: [TaskRecord(number: "1", path: ["1"], group: nil, content: "", page: 1)],
          assignments: [Assignment(body: "Phòng", duties: [], evidence: evidence)])
      ])
  }

  /// The contract of `record.json`: these keys are there whatever was found.
  @Test(arguments: [
    ("", ["schema", "source", "documents"]), ("source", ["path", "sha256", "kind", "pages"]),
    ("documents", ["pages", "document", "references", "sections", "targets", "tasks", "assignments"]),
    (
      "documents.document",
      [
        "type", "number", "symbol", "issuer", "place", "date", "subject", "addressee", "signer", "signers",
        "recipients",
      ]
    ),
    ("documents.document.signer", ["authority", "title", "name"]),
    ("documents.references", ["type", "number", "symbol", "date"]),
    ("documents.sections", ["label", "title", "level", "page", "line"]),
    ("documents.targets", ["text", "value", "unit", "comparator", "due"]),
    (
      "documents.tasks",
      ["number", "path", "group", "title", "content", "lead", "cooperating", "deadline", "product"]
    ),
    ("documents.tasks.deadline", ["text", "due", "modes", "items"]), ("documents.assignments", ["body", "duties"]),
  ])
  func everyKeyOfTheContractIsWritten(_ path: String, _ keys: [String]) throws {
    var object = try object(record())
    for step in path.split(separator: ".") {
      let next = object[String(step)]
      object = try #require(next as? Object ?? (next as? [Object])?.first)
    }
    #expect(Set(keys).subtracting(object.keys).isEmpty)
  }

  @Test func unknownIsWrittenAsNull() throws {
    let header = try object(DocumentHeader(type: "KH"))
    #expect(header["type"] as? String == "KH")
    #expect(header["number"] is NSNull && header["date"] is NSNull)
  }

  @Test(arguments: ["{}", #"{"number": null}"#])
  func aMissingKeyReadsAsNull(_ rest: String) throws {
    var header = try object(DocumentHeader(type: "KH", number: "05"))
    header["number"] = rest == "{}" ? nil : NSNull()
    let json = try JSONSerialization.data(withJSONObject: header)
    #expect(try JSONDecoder().decode(DocumentHeader.self, from: json) == DocumentHeader(type: "KH"))
  }

  @Test func aRecordReadsBack() throws {
    let json = try JSONEncoder().encode(record())
    #expect(try JSONDecoder().decode(InputRecord.self, from: json) == record())
    #expect(record().schema == "sohoa-record/1")
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("05", "KH-UBND", "05/KH-UBND"), (nil, "KH-UBND", "…/KH-UBND"), ("05", nil, "05/…"),
      ("285", "KH-TU", "285-KH/TU"), ("02", "KH-BCĐTW", "02-KH/BCĐTW"), (nil, "NQ-ĐU", "…-NQ/ĐU"),
      ("7", "QĐ-BGDĐT", "7/QĐ-BGDĐT"),
    ] as [(String?, String?, String?)])
  func symbolIsPrintedWithWhatIsKnown(_ number: String?, _ symbol: String?, _ printed: String?) {
    #expect(DocumentHeader(number: number, symbol: symbol).printedSymbol == printed)
  }
}
