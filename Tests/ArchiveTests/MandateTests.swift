import Archive
import DocumentModel
import Testing

/// Questions about a plan that its archive can answer.
@Suite struct MandateTests {
  private func task(_ content: String, lead: [String], helps: [String] = [], due: String? = nil) throws -> TaskRecord {
    TaskRecord(
      number: "1", path: ["1"], group: nil, content: content, lead: lead, cooperating: helps,
      deadline: Deadline(text: due, due: try due.map(day)), page: 1)
  }

  private func document(
    _ number: String, issuer: String, cites: [(String, String)] = [], subject: String = "Số hóa", _ tasks: [TaskRecord]
  ) -> DocumentRecord {
    let head = DocumentHeader(
      type: "KH", number: number, symbol: "KH-UBND", issuer: issuer, subject: subject)
    let references = cites.map { Reference(type: "KH", number: $0.0, symbol: $0.1, date: nil, evidence: someEvidence) }
    return DocumentRecord(pages: [1, 1], document: head, references: references, tasks: tasks)
  }

  private func filled(_ archive: Archive) throws {
    var upper = try document(
      "01", issuer: "Ủy ban nhân dân huyện Pa Tần", cites: [("285", "KH-TU")],
      [
        task("Số hóa hồ sơ địa chính trước năm 2025", lead: ["Phòng Nội vụ"], helps: ["Các xã"]),
        task("Tập huấn kỹ năng số", lead: ["Phòng Văn hóa"], helps: ["Phòng Nội vụ"]),
      ])
    upper.bodies = [
      BodyIdentity(id: "cac-xa", canonical: "Các xã", generic: true, spellings: ["Các xã"])
    ]
    let lower = try document(
      "15", issuer: "Phòng Nội vụ huyện Pa Tần", cites: [("1", "KH-UBND")],
      [task("Số hóa hồ sơ địa chính trước năm 2025", lead: ["Tổ số hóa"])])
    try archive.keep(record(hash: "u", [upper]))
    try archive.keep(record(hash: "l", [lower]))
  }

  @Test func whoHasIssuedNothingAndWhatNobodyAnswersIsTold() throws {
    try withArchive { archive, _ in
      try filled(archive)
      let open = try archive.openMandate(of: "01/KH-UBND", today: try day("2026-11-30"))
      #expect(open.silent.map(\.name) == ["Phòng Văn hóa"])
      #expect(open.silent.map(\.leads) == [1])
      #expect(open.collective == ["Các xã"])
      #expect(open.unanswered.map(\.content) == ["Tập huấn kỹ năng số"])
    }
  }

  @Test func theWayUpGoesOverWhatIsNotHere() throws {
    try withArchive { archive, _ in
      try filled(archive)
      let root = try archive.mandates(of: "15/KH-UBND")
      #expect(root.children.map(\.symbol) == ["01/KH-UBND"])
      #expect(root.children[0].children.map(\.symbol) == ["285-KH/TU"])
      #expect(root.children[0].children[0].document == nil)
      let failure = #expect(throws: Failure.self) { try archive.mandates(of: "77/KH-UBND") }
      #expect(failure?.message.code == "document-not-here")
    }
  }

  @Test func whatADraftBecameIsCompared() throws {
    try withArchive { archive, _ in
      let draft = try document(
        "01", issuer: "UBND xã", subject: "Số hóa",
        [
          task("Số hóa hồ sơ địa chính", lead: ["Phòng Nội vụ"], due: "2026-06-30"),
          task("Mua máy quét mới", lead: ["UBND xã"]),
          task("Tập huấn kỹ năng số", lead: ["Phòng Văn hóa"]),
        ])
      let issued = try document(
        "01", issuer: "UBND xã", subject: "Số hóa tài liệu",
        [
          task("Tập huấn kỹ năng số", lead: ["Phòng Văn hóa"]),
          task("Số hóa hồ sơ địa chính", lead: ["Công an xã"], due: "2026-09-30"),
          task("Lập kho số", lead: ["UBND xã"]),
        ])
      try archive.keep(record(hash: "d", [draft]))
      try archive.keep(record(hash: "i", [issued]))
      let found = try archive.comparison(of: 1, with: 2, today: try day("2026-11-30"))
      #expect(found.head.map(\.field) == ["subject"])
      #expect(found.changed.map { $0.changes.map(\.field) } == [["lead", "due", "deadline"]])
      #expect(found.added.map(\.content) == ["Lập kho số"])
      #expect(found.removed.map(\.content) == ["Mua máy quét mới"])
      #expect(found.unchanged == 1)
      let failure = #expect(throws: Failure.self) {
        try archive.comparison(of: 1, with: 99, today: try day("2026-11-30"))
      }
      #expect(failure?.message.code == "no-such-document-id")
    }
  }

  @Test(
    arguments: [
      ("hằng tháng", "2026-11-30"), ("chậm nhất ngày 25 hằng tháng", "2026-12-25"), ("định kỳ hàng quý", "2026-12-31"),
      ("6 tháng một lần", "2026-12-31"), ("hàng năm", "2026-12-31"), ("hằng tuần", "2026-12-06"), ("định kỳ", nil),
    ] as [(String, String?)])
  func whatComesAgainHasANextDay(_ text: String, _ next: String?) throws {
    try withArchive { archive, _ in
      var periodic = try task("Báo cáo", lead: ["Phòng Nội vụ"])
      periodic.deadline = Deadline(text: text, modes: [.periodic])
      try archive.keep(
        record(hash: "p", [document("01", issuer: "UBND xã", [periodic, try task("Lập kho", lead: [])])]))
      var query = TaskQuery(today: try day("2026-11-30"))
      query.isPeriodic = true
      #expect(try archive.tasks(query).entries.map(\.next) == [try next.map(day)])
    }
  }

  @Test func whatATaskLacksIsAsked() throws {
    try withArchive { archive, _ in
      let tasks = try [
        task("Một", lead: []), task("Hai", lead: ["Công an xã"]), task("Ba", lead: ["Công an xã"], due: "2026-06-30"),
      ]
      try archive.keep(record(hash: "t", [document("01", issuer: "UBND xã", tasks)]))
      func lacking(_ lacks: Set<Lack>) throws -> [String] {
        var query = TaskQuery(today: try day("2026-11-30"))
        query.lacking = lacks
        return try archive.tasks(query).entries.map(\.content)
      }
      #expect(try lacking([.lead]) == ["Một"])
      #expect(try lacking([.due]) == ["Một", "Hai"])
      #expect(try lacking([.lead, .due]) == ["Một"])
    }
  }

  /// The month by pen, the day unknown.
  @Test func papersOfAYearAreFoundWithoutTheirDay() throws {
    try withArchive { archive, _ in
      for (hash, parts) in [
        ("a", DateParts(year: 2012, month: 6, day: nil)), ("b", DateParts(year: 2012, month: 1, day: 2)),
        ("c", DateParts(year: 2013, month: 1, day: 1)),
      ] {
        var paper = document("1", issuer: "UBND xã", [])
        paper.document.dateParts = parts
        try archive.keep(record(hash: hash, [paper]))
      }
      #expect(try archive.documentList(DocumentFilter(year: 2012)).count == 2)
      #expect(try archive.documentList(DocumentFilter(dossier: "12")).count == 0)
      #expect(try archive.documentList(DocumentFilter(box: "3")).count == 0)
    }
  }
}
