import Archive
import DocumentModel
import Grammar
import Testing

private let wide = [
  "STT", "Phông", "Mục lục", "Hộp số", "Số và ký hiệu hồ sơ", "Tiêu đề", "Thời hạn bảo quản", "Ghi chú",
  "Tổng số văn bản",
  "STT", "Tên loại", "Số", "Ký hiệu", "Ngày", "Tháng", "Năm", "Cơ quan ban hành", "Trích yếu", "Số trang", "Ghi chú",
  "Tờ số",
]

private func read(
  _ rows: [[String]], _ settings: InventoryReader.Settings = .init()
) -> (entries: [InventoryEntry], rejections: [InventoryRejection], reader: InventoryReader) {
  var reader = InventoryReader(settings: settings)
  var entries: [InventoryEntry] = [], rejections: [InventoryRejection] = []
  for (index, row) in rows.enumerated() {
    switch reader.read(row: index + 1, cells: row) {
    case .entry(let entry): entries.append(entry)
    case .rejected(let rejection): rejections.append(rejection)
    case .heading, .passedOver: break
    }
  }
  return (entries, rejections, reader)
}

private func wideRow(
  _ code: String, _ ordinal: String, _ number: String, date: [String] = ["5", "3", "2011"], pages: String = "2"
) -> [String] {
  ["1", "P01", "1", "H2", code, "Hồ sơ \(code)", "Vĩnh viễn", "", "2", ordinal, "Kế hoạch", number, "KH-UBND"] + date
    + ["UBND xã", "Triển khai số hóa", pages, "mờ", "1-3"]
}

@Suite struct InventoryReaderTests {
  @Test func theWideLayoutTellsDossierAndDocumentApart() throws {
    let (entries, rejections, _) = read([["MỤC LỤC"], wide, wideRow("01", "1", "05")])
    #expect(rejections.isEmpty)
    let entry = try #require(entries.first)
    #expect(entry.fonds == "P01")
    #expect(entry.dossier?.fields.text("maintenance") == "01")
    #expect(entry.dossier?.fields["note"] == nil)
    #expect(entry.item?.fields.text("note") == "mờ")
    #expect(entry.item?.fields.text("date") == "2011-03-05")
    #expect(entry.item?.fields.count("pages") == 2)
    #expect(entry.item?.fields.count("sheetTo") == 3)
  }

  @Test func aWholeDateMayStandUnderTheHeadingOfTheDay() throws {
    let heading = ["Phông", "Mã hồ sơ", "Tiêu đề", "Số trang văn bản", "Ngày văn bản"]
    let (entries, rejections, _) = read([heading, ["P01", "1", "A", "2", "18/07/2025"]])
    #expect(rejections.isEmpty && entries.first?.item?.fields.text("date") == "2025-07-18")
  }

  @Test func whatIsLeftOutIsKnown() {
    let heading = ["STT", "Phông", "Mã hồ sơ", "Tiêu đề", "Màu bìa", ""]
    let (entries, _, reader) = read([heading, ["1", "P01", "1", "A", "xanh", "kệ 3", "x"]])
    #expect(entries.count == 1)
    #expect(reader.leftOut.map(\.letter) == ["E", "F", "G"])
    #expect(reader.leftOut.map(\.heading) == ["Màu bìa", "", ""])
  }

  @Test func aRowThatNamesAGroupIsNoDossier() {
    let heading = ["STT", "Phông", "Mã hồ sơ", "Tiêu đề", "Số tờ"]
    let group = [String](repeating: "I. Hồ sơ của Văn phòng", count: 5)
    let rows = [heading, group, ["1", "P01", "1", "A", "2"], ["II. Hồ sơ của Sở"], ["2", "P01", "2", "B", "3"]]
    let (entries, rejections, _) = read(rows)
    #expect(entries.compactMap(\.dossier?.code) == ["1", "2"] && rejections.isEmpty)
  }

  @Test func aHeadingOfTwoRowsIsReadAsOne() throws {
    let above = [
      "STT", "Phông", "Mã hồ sơ", "Tiêu đề", "Thời gian bắt đầu", "Thời gian bắt đầu", "Thời gian bắt đầu", "Số tờ",
    ]
    let below = ["", "", "", "", "Ngày", "Tháng", "Năm", ""]
    let numbers = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]
    let (entries, rejections, _) = read([above, below, numbers, ["1", "P", "01", "A", "2", "3", "2010", "1.219 tờ"]])
    #expect(rejections.isEmpty)
    #expect(entries.map { $0.dossier?.fields.text("startDate") } == ["2010-03-02"])
    #expect(entries.map { $0.dossier?.fields.count("sheets") } == [1219])
  }

  @Test func aHeadingOfThreeRowsNamesGroupsOfGroups() {
    let rows = [
      ["Phông", "Mã hồ sơ", "Tiêu đề", "Thời gian", "", "", "", "", "", "Số tờ"],
      ["", "", "", "Bắt đầu", "", "", "Kết thúc", "", "", ""],
      ["", "", "", "Ngày", "Tháng", "Năm", "Ngày", "Tháng", "Năm", ""],
      ["P", "01", "A", "2", "3", "2010", "4", "5", "2011", "7"],
    ]
    let (entries, rejections, _) = read(rows)
    #expect(rejections.isEmpty)
    #expect(entries.map { $0.dossier?.fields.text("startDate") } == ["2010-03-02"])
    #expect(entries.map { $0.dossier?.fields.text("endDate") } == ["2011-05-04"])
    #expect(entries.map { $0.dossier?.fields.count("sheets") } == [7])
  }

  @Test(arguments: [
    ("Tổng số văn bản trong hồ sơ", "dossier.documents"), ("Mã hồ sơ giấy gốc (nếu có)", "dossier.paper-code"),
    ("Quy trình xử lý ( nếu có )", "document.process"), ("Ngày, tháng văn bản", "document.date"),
    ("Số thứ tự của văn bản trong hồ sơ", "document.ordinal"), ("Thời hạn bảo quản (năm)", "maintenance"),
    ("Số lượng tờ trong hồ sơ", "dossier.sheets"),
  ])
  func aHeadingMayHaveMoreWords(_ heading: String, _ field: String) {
    let columns = read([["Phông", "Mã hồ sơ", "Tiêu đề", heading], ["P", "1", "A", ""]]).reader.columns?.columns
    #expect(columns?.last?.field?.rawValue == field)
  }

  @Test func everySheetHasAHeadingOfItsOwn() {
    var reader = InventoryReader()
    let sheets = [
      [["Bìa"]], [["Phông", "Mã hồ sơ", "Tiêu đề"], ["P", "1", "A"]],
      [["Mã hồ sơ", "Phông", "Tên hồ sơ"], ["2", "P", "B"]],
    ]
    var codes: [String] = []
    for sheet in sheets {
      reader.beginSheet()
      for (row, cells) in sheet.enumerated() {
        if case .entry(let entry) = reader.read(row: row + 1, cells: cells) { codes.append(entry.dossier?.code ?? "") }
      }
    }
    #expect(codes == ["1", "2"] && reader.failure == nil)
  }

  @Test func aListOfDocumentsTakesItsDossierFromOutside() throws {
    let rows = [
      ["STT", "Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu nội dung văn bản", "Tác giả", "Tờ số", "Ghi chú"],
      ["1", "05/KH-UBND", "11/7/2025", "Kế hoạch số hóa", "UBND xã", "1", ""],
      ["2", "02-KH/BCĐTW", "19/06/2025", "Kế hoạch chuyển đổi", "BCĐ", "4", ""],
    ]
    let (entries, rejections, _) = read(rows, .init(fonds: "P9", dossier: "77", vocabulary: someTypes))
    #expect(rejections.isEmpty)
    #expect(entries.map(\.dossier?.code) == ["77", "77"])
    #expect(entries.map { $0.item?.fields.text("symbol") } == ["KH-UBND", "KH-BCĐTW"])
    #expect(entries.map { $0.item?.fields.text("typeName") } == ["Kế hoạch", "Kế hoạch"])
  }

  @Test(arguments: [
    (["1", "P01", "1", "H", "07", "A", "Vĩnh viễn", "", "hai"], "not-a-count"),
    (wideRow("07", "1", "05", date: ["31", "2", "2011"]), "not-a-date"),
    (["1", "P01", "1", "H", "01", "Tiêu đề khác"], "double-code"),
    (["1", "P01", "1", "H", "", "Không mã"], "no-code"),
  ])
  func aBadRowSaysWhy(_ row: [String], _ reason: String) {
    let (entries, rejections, _) = read([wide, wideRow("01", "1", "05"), row])
    #expect(entries.count == 1)
    #expect(rejections.map(\.row) == [3])
    #expect(rejections.map(\.reason.code) == [reason])
  }

  @Test func whatHasNoHeadingIsSaid() {
    let (_, _, reader) = read([["a", "b"], ["1", "2"]])
    #expect(reader.failure?.message.code == "no-heading")
  }

  @Test func aColumnCanBeAssigned() {
    let rows = [["Kho", "Mã", "Tên", "Phông"], ["x", "15", "Hồ sơ", "P"]]
    let (entries, _, _) = read(rows, .init(map: ["B": .code, "Tên": .title]))
    #expect(entries.map(\.dossier?.code) == ["15"])
    #expect(entries.map(\.dossier?.title) == ["Hồ sơ"])
  }
}

@Suite struct InventoryTests {
  private let source = InventorySource(file: "a.csv", sha256: "", who: "An", at: 1_700_000_000)

  private func scanned(_ hash: String, number: String, pages: Int) -> InputRecord {
    let head = DocumentHeader(
      type: "KH", number: number, symbol: "KH-UBND", issuer: "Ủy ban nhân dân xã",
      date: CalendarDate(year: 2011, month: 3, day: 5), subject: "Triển khai số hóa")
    return record(hash: hash, [DocumentRecord(pages: [1, pages], document: head)])
  }

  @Test func takingInAgainChangesNothing() throws {
    try withArchive { archive, _ in
      let entries = read([wide, wideRow("01", "1", "05"), wideRow("01", "2", "06"), wideRow("02", "1", "07")]).entries
      let first = try archive.importInventory(entries, from: source)
      #expect([first.dossiers, first.items, first.conflicts] == [2, 3, 0])
      let again = try archive.importInventory(entries, from: source)
      #expect([again.dossiers, again.items, again.conflicts] == [0, 0, 0])
      let changed = read([wide, wideRow("01", "1", "05", pages: "9")]).entries
      #expect(try archive.importInventory(changed, from: source).conflicts == 1)
      let conflict = try #require(try archive.conflicts().first)
      #expect([conflict.field, conflict.inventory, conflict.archive] == ["pages@import", "2", "9"])
    }
  }

  @Test func whatIsWrittenOutComesBackTheSame() throws {
    try withArchive { archive, _ in
      let entries = read([wide, wideRow("01", "1", "05"), wideRow("02", "1", "07")]).entries
      try archive.importInventory(entries, from: source)
      let sheet = try archive.inventorySheet()
      #expect(sheet.heading.count >= 46 && sheet.widths.count == sheet.heading.count)
      try withArchive { other, _ in
        try other.importInventory(read([sheet.heading] + sheet.rows).entries, from: source)
        #expect(try other.inventorySheet().rows == sheet.rows)
      }
    }
  }

  @Test func reconciliationTiesAndListsWhatDiffers() throws {
    try withArchive { archive, _ in
      let rows = [wide, wideRow("01", "1", "05"), wideRow("01", "2", "06", pages: "4"), wideRow("01", "3", "07")]
      try archive.importInventory(read(rows).entries, from: source)
      try archive.keep(
        [scanned("a", number: "05", pages: 2), scanned("b", number: "06", pages: 3)].map { KeptInput(record: $0) })
      try archive.keep(scanned("c", number: "99", pages: 1))
      let summary = try archive.reconcile(someTypes, at: 5)
      #expect([summary.linked, summary.unscanned, summary.unlisted] == [2, 1, 1])
      let found = try archive.conflicts().map { [$0.field, $0.inventory ?? "", $0.archive ?? ""] }
      #expect(found.contains(["pages", "4", "3"]))
      #expect(found.contains(["documents", "2", "3"]))
      #expect(found.count == 2)
      #expect(try archive.reconcile(someTypes, at: 6).openConflicts == 2)
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func aConflictIsSettledAndStaysSettled() throws {
    try withArchive { archive, _ in
      try archive.importInventory(read([wide, wideRow("01", "1", "05", pages: "4")]).entries, from: source)
      try archive.keep(scanned("a", number: "05", pages: 3))
      try archive.reconcile(someTypes, at: 5)
      let conflict = try #require(try archive.conflicts().first { $0.field == "pages" })
      func packaged() throws -> Double? {
        try archive.progress(ProgressQuery(asOf: day("2030-01-01"))).all.ratio(.packaged, .document)?.reached
      }
      try archive.raise(.input(path: "a.pdf"), to: .packaged, who: "An", at: 10)
      for other in try archive.conflicts() where other.field == "documents" {
        try archive.resolve(conflict: other.id, .keepArchive, who: "An", at: 9)
      }
      let before = try packaged()
      #expect(before == 0)
      try archive.resolve(conflict: conflict.id, .keepArchive, who: "An", at: 20)
      let after = try packaged()
      #expect(after == 1)
      let second = #expect(throws: Failure.self) {
        try archive.resolve(conflict: conflict.id, .value("7"), who: "Bình", at: 21)
      }
      #expect(second?.code == .changedMeanwhile)
      #expect(try archive.reconcile(someTypes, at: 30).openConflicts == 0)
    }
  }
}
