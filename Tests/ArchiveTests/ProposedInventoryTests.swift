import Archive
import DocumentModel
import Testing

/// An inventory made of scanned lists and covers, taken in, ties the scans and fills what they do not show.
@Suite struct ProposedInventoryTests {
  private static let box = PixelBox(x: 10, y: 20, width: 300, height: 40)

  private func row(_ ordinal: Int, _ number: String?, _ day: Int?, unread: [String] = []) -> AidRow {
    let place = Evidence(provenance: Provenance(page: 2, line: ordinal, box: Self.box), confidence: 0.5)
    var row = AidRow(
      evidence: Dictionary(uniqueKeysWithValues: ["row", "number", "symbol", "date", "subject"].map { ($0, place) }))
    (row.ordinal, row.number, row.symbol, row.subject) = (ordinal, number, "KH-UBND", "Kế hoạch tuần tra số \(ordinal)")
    row.dateParts = DateParts(year: 2009, month: ordinal, day: day)
    (row.date, row.sheet, row.unread) = (row.dateParts.date, "\(ordinal)", unread)
    return row
  }

  private func paper(_ hash: String, _ kind: Aid.Kind, rows: [AidRow] = [], sheets: Int? = nil, gaps: [String]? = nil)
    -> InputRecord
  {
    var dossier = AidDossier()
    (dossier.code, dossier.fonds, dossier.sheets) = ("07", "P01", sheets)
    if kind == .cover { (dossier.title, dossier.start) = ("Tuần tra rừng", "2009-01") }
    var document = DocumentRecord(
      pages: [1, 2], findings: [Finding(.note, Message("paper-aid", vi: "", en: ""), at: Provenance(page: 1))])
    document.aid = Aid(kind: kind, dossier: dossier, gaps: gaps, rows: rows, evidence: someEvidence)
    return record(hash: hash, [document])
  }

  private func entries(_ sheet: InventorySheet) -> [InventoryEntry] {
    var reader = InventoryReader()
    return ([sheet.heading] + sheet.rows).enumerated().compactMap { index, cells in
      if case .entry(let entry) = reader.read(row: index + 1, cells: cells) { entry } else { nil }
    }
  }

  @Test func whatIsProposedIsTakenInAndTies() throws {
    try withArchive { archive, _ in
      var head = DocumentHeader(type: "KH", number: "12", symbol: "KH-UBND", subject: "Kế hoạch tuần tra số 1")
      head.date = CalendarDate(year: 2009, month: 1, day: 5)
      var blank = DocumentHeader(type: "KH", number: "13", symbol: "KH-UBND")
      blank.dateParts = DateParts(year: 2009, month: 2)
      let list = paper(
        "l", .documentList, rows: [row(1, "12", 5), row(2, "13", 6), row(3, nil, nil, unread: ["number"])])
      for input in [list, paper("c", .cover, sheets: 60, gaps: ["7", "9-11"])] { try archive.keep(input) }
      try archive.keep(record(hash: "a", [DocumentRecord(pages: [1, 1], document: head)]))
      try archive.keep(record(hash: "b", [DocumentRecord(pages: [1, 1], document: blank)]))
      let proposed = ProposedInventory(of: try archive.aids())
      #expect([proposed.dossiers, proposed.documents, proposed.withoutFonds, proposed.withoutCode] == [1, 3, 0, 0])
      #expect(proposed.unread.map(\.cells) == [["number"]] && proposed.unread.first?.page == 2)
      let entries = entries(proposed.sheet)
      #expect(entries.compactMap(\.item?.ordinal) == [1, 2, 3])
      #expect(entries.first?.dossier?.fields.text("missingNumbers") == "7, 9-11")
      #expect(entries.first?.dossier?.title == "Tuần tra rừng" && entries.first?.dossier?.fields.count("sheets") == 60)
      try archive.importInventory(entries, from: InventorySource(file: "l.csv", sha256: "0", who: "An", at: 1))
      let summary = try archive.reconcile(someTypes, at: 5)
      #expect([summary.linked, summary.unscanned, summary.unlisted] == [2, 1, 0])
      let filled = try #require(try archive.documents().first { $0.document.number == "13" }).document.proposed
      let subject = try #require(filled["subject"]?.first)
      #expect(filled["date"]?.first?.value == "2009-02-06" && subject.value == "Kế hoạch tuần tra số 2")
      #expect(subject.source == "inventory-list" && subject.input == "l" && subject.ownPlace == nil)
      #expect(subject.provenance.page == 2 && subject.provenance.box == Self.box && subject.confidence == 0.5)
      #expect(try archive.check().isEmpty)
    }
  }

  /// Cover and closing sheet count differently: nothing is resolved in silence.
  @Test func whatPapersSayDifferentlyIsLeftEmpty() {
    let inputs = [paper("c", .cover, sheets: 30), paper("s", .closingSheet, sheets: 62, gaps: ["14"])]
    let proposed = ProposedInventory(of: inputs.flatMap(KeptAid.all))
    #expect(proposed.differences.map(\.values) == [["30", "62"]])
    #expect(proposed.sheet.rows.count == 1 && !proposed.sheet.rows[0].contains("62"))
    #expect(proposed.sheet.rows[0].contains("Số tờ khuyết: 14"))
    #expect(proposed.sheet.heading.count == InventoryColumn.writtenCount)
  }

  /// What the kept papers say of a dossier is held against its row; what agrees, or is not said, is no conflict.
  @Test func aCoverIsHeldAgainstTheInventory() throws {
    try withArchive { archive, _ in
      for input in [paper("c", .cover, sheets: 219, gaps: ["9-11", "7"]), paper("o", .closingSheet)] {
        try archive.keep(input)
      }
      let rows = [
        ["Phông", "Mã hồ sơ", "Tiêu đề", "Số lượng tờ", "Thời gian bắt đầu", "Số khuyết"],
        ["P01", "7", "Tuần tra rừng", "279", "05/01/2009", "7, 9-11"],
      ]
      let sheet = entries(InventorySheet(heading: rows[0], widths: [], rows: [rows[1]]))
      try archive.importInventory(sheet, from: InventorySource(file: "l.csv", sha256: "0", who: "An", at: 1))
      for moment in [5, 6] { try archive.reconcile(someTypes, at: moment) }
      let conflicts = try archive.conflicts()
      #expect(conflicts.map(\.field) == ["sheets"])
      #expect(conflicts.first?.inventory == "279" && conflicts.first?.archive == "219")
    }
  }
}
