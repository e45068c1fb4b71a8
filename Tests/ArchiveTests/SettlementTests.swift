import Archive
import DocumentModel
import Testing

/// Conflicts: one as it was seen, all of a kind, and opened again.
@Suite struct SettlementTests {
  private func filled(_ body: (Archive) throws -> Void) throws {
    try withArchive { archive, _ in
      let heading = [
        "Phông", "Mã hồ sơ", "Tiêu đề", "Số", "Ký hiệu", "Ngày văn bản", "Trích yếu", "Số trang văn bản", "Tên tệp",
      ]
      let rows = (1...3).map { ["P01", "07", "Hồ sơ", "\($0)", "KH-UBND", "02/01/2025", "Số hóa", "9", "\($0).pdf"] }
      var reader = InventoryReader()
      let entries = ([heading] + rows).enumerated().compactMap { index, cells -> InventoryEntry? in
        if case .entry(let entry) = reader.read(row: index + 1, cells: cells) { entry } else { nil }
      }
      try archive.importInventory(entries, from: InventorySource(file: "l.csv", sha256: "0", who: "An", at: 1))
      for number in 1...3 { try archive.keep(scan(number)) }
      try archive.reconcile(someTypes, at: 2)
      try body(archive)
      #expect(try archive.check().isEmpty)
    }
  }

  /// The first paper has another day than its row says.
  private func scan(_ number: Int) -> InputRecord {
    var head = DocumentHeader(
      type: "KH", number: "\(number)", symbol: "KH-UBND",
      date: CalendarDate(iso: number == 1 ? "2025-01-03" : "2025-01-02"),
      subject: "Số hóa")
    head.dateParts = DateParts(year: 2025, month: 1, day: number == 1 ? 3 : 2)
    return record(hash: "\(number)", [DocumentRecord(pages: [1, 1], document: head)])
  }

  private func pages(_ archive: Archive) throws -> [String] {
    let sheet = try archive.inventorySheet()
    let column = try #require(sheet.heading.lastIndex(of: "Số trang văn bản"))
    return sheet.rows.map { $0[column] }
  }

  private func conflict(_ field: String, in archive: Archive) throws -> Conflict {
    try #require(try archive.conflicts().first { $0.field == field })
  }

  @Test func aConflictThatSaysSomethingElseByNowIsNotSettled() throws {
    try filled { archive in
      let day = try conflict("date", in: archive)
      #expect([day.inventory, day.archive] == ["2025-01-02", "2025-01-03"])
      for seen in [
        ConflictSides(inventory: "2025-01-02", archive: "x"), ConflictSides(inventory: nil, archive: "2025-01-03"),
      ] {
        let failure = #expect(throws: Failure.self) {
          try archive.resolve(conflict: day.id, .keepArchive, seen: seen, who: "An", at: 3)
        }
        #expect(failure?.code == .changedMeanwhile)
      }
      let seen = ConflictSides(inventory: day.inventory, archive: day.archive)
      try archive.resolve(conflict: day.id, .keepArchive, seen: seen, who: "An", at: 3)
      #expect(try archive.conflict(id: day.id)?.kept == "2025-01-03")
    }
  }

  @Test func allOfAKindInOneBatchAndBack() throws {
    try filled { archive in
      let survey = try archive.survey(conflictsOf: "item", field: "pages")
      #expect(survey.count == 3)
      let done = try archive.resolveAll(
        conflictsOf: "item", field: "pages", .keepArchive, mark: survey.mark, who: "An", at: 3)
      #expect(done.count == 3)
      #expect(try pages(archive) == ["1", "1", "1"])
      #expect(try archive.conflictGroups().contains { $0.field == "pages" } == false)
      #expect(try archive.reopenConflicts(batch: done.batch, who: "An", at: 4).count == 3)
      #expect(try pages(archive) == ["9", "9", "9"])
      #expect(try archive.survey(conflictsOf: "item", field: "pages") == survey)
      // Taken back once, and no more.
      let failure = #expect(throws: Failure.self) { try archive.reopenConflicts(batch: done.batch, who: "An", at: 5) }
      #expect(failure?.code == .badArguments)
    }
  }

  @Test func othersThanWereSeenAreNotSettled() throws {
    try filled { archive in
      let survey = try archive.survey(conflictsOf: "item", field: "pages")
      try archive.resolve(conflict: try conflict("pages", in: archive).id, .value("2"), who: "Bình", at: 3)
      let failure = #expect(throws: Failure.self) {
        try archive.resolveAll(conflictsOf: "item", field: "pages", .keepArchive, mark: survey.mark, who: "An", at: 4)
      }
      #expect(failure?.code == .changedMeanwhile)
      #expect(try pages(archive) == ["2", "9", "9"])
    }
  }

  /// The last of this person is taken back where none is named; what was changed since is not written over.
  @Test func whatWasChangedSinceStays() throws {
    try filled { archive in
      let first = try conflict("pages", in: archive)
      try archive.resolve(conflict: first.id, .value("2"), who: "An", at: 3)
      let second = try conflict("date", in: archive)
      try archive.resolve(conflict: second.id, .keepInventory, who: "Bình", at: 4)
      #expect(try archive.reopenConflicts(who: "Bình", at: 5).count == 1)
      #expect(try archive.conflict(id: second.id)?.status == .open)
      // Read again with other pages: the conflict is another one.
      var again = scan(1)
      again.source.pages = 3
      again.documents[0].pages = [1, 3]
      try archive.keep(again)
      try archive.reconcile(someTypes, at: 6)
      let failure = #expect(throws: Failure.self) { try archive.reopenConflicts(who: "An", at: 7) }
      #expect(failure?.code == .changedMeanwhile)
      #expect(try pages(archive).first == "2")
    }
  }
}
