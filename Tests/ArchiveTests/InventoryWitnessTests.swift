import Archive
import DocumentModel
import Grammar
import Testing

/// What the list says for the fields that its papers do not show.
@Suite struct InventoryWitnessTests {
  private static let heading = [
    "Phông", "Mã hồ sơ", "Tiêu đề", "Tên loại", "Số", "Ký hiệu", "Ngày văn bản", "Trích yếu", "Tên tệp",
  ]

  private func list(number: String, date: String, in archive: Archive) throws {
    var reader = InventoryReader()
    let row = ["P01", "01", "Hồ sơ", "Kế hoạch", number, "KH-UBND", date, "Triển khai số hóa", "a.pdf"]
    var entries: [InventoryEntry] = []
    for (index, cells) in [Self.heading, row].enumerated() {
      if case .entry(let entry) = reader.read(row: index + 1, cells: cells) { entries.append(entry) }
    }
    try archive.importInventory(entries, from: InventorySource(file: "l.csv", sha256: "0", who: "An", at: 1))
  }

  private func reconciled(
    _ head: DocumentHeader, number: String = "12", date: String = "05/06/2012"
  ) throws -> (head: DocumentHeader, codes: [String], conflicts: [String]) {
    var result: (DocumentHeader, [String], [String])?
    try withArchive { archive, _ in
      let missing = Message("number-missing", vi: "", en: ""), place = Provenance(page: 1)
      let document = DocumentRecord(
        pages: [1, 1], document: head,
        findings: head.number == nil ? [Finding(.warning, missing, at: place)] : [])
      try archive.keep(record(hash: "a", [document]))
      try list(number: number, date: date, in: archive)
      for moment in [5, 6] { try archive.reconcile(someTypes, at: moment) }
      let kept = try #require(try archive.documents().first)
      result = (kept.document, kept.findings.map(\.message.code), try archive.conflicts().map(\.field))
      #expect(try archive.check().isEmpty)
    }
    return try #require(result)
  }

  private func head(number: String? = nil, _ parts: DateParts = DateParts(year: 2012, month: 6)) -> DocumentHeader {
    var head = DocumentHeader(type: "KH", number: number, symbol: "KH-UBND", subject: "Triển khai số hóa")
    head.dateParts = parts
    head.date = parts.date
    return head
  }

  private func pen(_ value: String) -> Proposal {
    Proposal(value: value, source: ProposalSource.pen, confidence: 0.6, provenance: Provenance(page: 1, line: 3))
  }

  @Test func theListProposes() throws {
    let found = try reconciled(head())
    #expect(found.head.number == nil && found.head.date == nil && found.codes == ["number-missing"])
    #expect(found.head.proposed["number"]?.map(\.value) == ["12"])
    #expect(found.head.proposed["date"]?.map(\.value) == ["2012-06-05"])
    #expect(found.head.proposed.values.joined().allSatisfy { $0.source == "inventory-list" })
    #expect(found.conflicts.filter { ["number", "date"].contains($0) }.isEmpty)
  }

  /// What was read stands, and another value of the list is a conflict.
  @Test func nothingReadIsWrittenOver() throws {
    let found = try reconciled(head(number: "17", DateParts(year: 2012, month: 6, day: 4)))
    #expect(found.head.number == "17" && found.head.date?.description == "2012-06-04" && found.head.proposed.isEmpty)
    #expect(Set(found.conflicts).isSuperset(of: ["number", "date"]))
    let year = try reconciled(head(DateParts(year: 2013)))
    #expect(year.head.proposed["date"] == nil && year.conflicts.contains("date"))
  }

  /// The ink and the list say the same: that is certain. They differ: a person decides.
  @Test func theListBearsOutThePen() throws {
    var head = head()
    head.proposed = ["number": [pen("12")], "dateParts.day": [pen("5")]]
    let agreed = try reconciled(head)
    #expect(agreed.head.number == "12" && agreed.head.date?.description == "2012-06-05" && agreed.codes.isEmpty)
    #expect(agreed.head.evidence["number"]?.source == "agreed" && agreed.head.proposed.isEmpty)
    #expect(try reconciled(head, number: "012").head.number == "12")
    let other = try reconciled(head, number: "13", date: "06/06/2012")
    #expect(other.head.number == nil && other.head.date == nil)
    #expect(Set(other.head.proposed["number", default: []].map(\.value)) == ["12", "13"])
  }

  @Test func aDayAfterTheArrivalIsNotProposed() throws {
    var head = head()
    head.received = Receipt(number: "1245", date: CalendarDate(year: 2012, month: 6, day: 4))
    #expect(try reconciled(head).head.proposed["date"] == nil)
  }
}
