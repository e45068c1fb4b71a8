import DocumentModel
import Testing

@testable import Archive

@Suite struct ValuesTests {
  private func counts(_ values: [(String, Int)]) -> [ValueCount] {
    values.map { ValueCount(value: $0.0, documents: $0.1) }
  }

  private func outline(_ values: [(String, Int)]) -> [String] {
    ValueClusters(counts(values)).all.map {
      "\($0.likeness.rawValue): \($0.values.map(\.value).joined(separator: " | "))"
    }
  }

  @Test(
    arguments: [
      // Marks, capitals, signs, dashes and order are no difference.
      (
        [("UBND tỉnh Lai Châu", 5), ("UBND TỈNH LAI CHÂU", 2), ("Ubnd tinh Lai Châu.", 1)],
        ["key: UBND tỉnh Lai Châu | UBND TỈNH LAI CHÂU | Ubnd tinh Lai Châu."]
      ),
      ([("KH-UBND", 3), ("KH–UBND", 1), ("UBND-KH", 1)], ["key: KH-UBND | KH–UBND | UBND-KH"]),
      // A Cyrillic letter in a Latin word.
      ([("Nguyễn Văn Ba", 2), ("Nguyễn Văn B\u{430}", 1)], ["key: Nguyễn Văn Ba | Nguyễn Văn B\u{430}"]),
      // A few letters of a long name; a code of three letters is near nothing.
      ([("Phòng Nội vụ", 4), ("Phòng Nộl vụ", 1)], ["near: Phòng Nội vụ | Phòng Nộl vụ"]),
      ([("KH", 4), ("BC", 1), ("QĐ", 1)], []),
      // Other figures are another thing.
      ([("Tiểu khu 12", 4), ("Tiểu khu 13", 2)], []),
      ([("Xã Pa Tần", 4), ("Xã Mường Toong", 2)], []), ([("…", 4), ("—", 2)], []),
    ] as [([(String, Int)], [String])])
  func valuesThatMayBeOne(values: [(String, Int)], expected: [String]) { #expect(outline(values) == expected) }

  /// What most documents have is in the middle, and takes each value once.
  @Test func aFrequentValueTakesItsNeighbours() {
    let found = outline([
      ("Văn phòng Đảng ủy", 1), ("Văn phòng Đàng uỷ", 9), ("Văn phònq Đảng ủy", 1), ("Văn phờng Đảng uỷ xã", 1),
    ])
    #expect(found.first == "key: Văn phòng Đàng uỷ | Văn phòng Đảng ủy")
    #expect(
      found.dropFirst().first
        == "near: Văn phòng Đàng uỷ | Văn phòng Đảng ủy | Văn phònq Đảng ủy | Văn phờng Đảng uỷ xã")
  }

  private func keep(_ issuers: [String], in archive: Archive) throws {
    for (index, issuer) in issuers.enumerated() {
      let head = DocumentHeader(
        type: "KH", number: "\(index)", symbol: "KH-UBND", issuer: issuer, subject: "Về việc \(index)", addressee: "Sở")
      try archive.keep(record(hash: "h\(index)", [DocumentRecord(pages: [1, 1], document: head)]))
    }
  }

  private func issuers(_ archive: Archive) throws -> [String] {
    try archive.documents().map { $0.document.issuer ?? "" }
  }

  @Test func facetsCountAndFind() throws {
    try withArchive { archive, _ in
      try keep(["Sở A", "Sở A", "Sở B", ""], in: archive)
      let facet = try archive.values(ValueQuery(.issuer))
      #expect(facet.values == counts([("Sở A", 2), ("Sở B", 1)]) && facet.filled == 3 && facet.empty == 1)
      #expect(try archive.values(ValueQuery(.issuer, part: "so b")).values == counts([("Sở B", 1)]))
      #expect(
        try archive.values(ValueQuery(.issuer, order: .name, limit: 1, offset: 1)).values.map(\.value) == ["Sở B"])
      #expect(try archive.values(ValueQuery(.addressee)).values == counts([("Sở", 4)]))
    }
  }

  /// All in one batch, which one undo takes back; each is a person's correction with its history.
  @Test func setsManyAtOnceAndTakesThemBack() throws {
    try withArchive { archive, _ in
      try keep(["Sở A", "Sơ A", "sở a", "Sở B"], in: archive)
      let preview = try archive.preview(.issuer, from: ["Sơ A", "sở a", "Sở A"], to: "Sở A")
      #expect(preview.count == 2 && preview.documents.map(\.value) == ["Sơ A", "sở a"])
      let done = try archive.set(.issuer, to: " Sở A ", seen: preview.ids, who: "An", at: 5)
      #expect(done.count == 2 && done.left.isEmpty)
      #expect(try issuers(archive) == ["Sở A", "Sở A", "Sở A", "Sở B"])
      let corrections = try archive.corrections()
      #expect(Set(corrections.map(\.batch)) == [done.batch] && corrections.allSatisfy { $0.who == "An" })
      #expect(try archive.search(SearchQuery(words: "\"Sơ A\"", kinds: [.document])).hits.count <= 4)
      #expect(try archive.undo(batch: done.batch, who: "An", at: 6).count == 2)
      #expect(try issuers(archive) == ["Sở A", "Sơ A", "sở a", "Sở B"])
      #expect(try archive.check().isEmpty)
    }
  }

  /// What somebody has changed in between is left out and named, and nothing of it is lost.
  @Test func leavesWhatChangedMeanwhile() throws {
    try withArchive { archive, _ in
      try keep(["Sơ A", "Sơ A"], in: archive)
      let seen = try archive.preview(.issuer, from: ["Sơ A"], to: "Sở A").ids
      try archive.correct(EditSubject(.header, id: 1, field: "issuer"), to: "Sở C", seen: "Sơ A", who: "Bình", at: 4)
      let done = try archive.set(.issuer, to: "Sở A", seen: seen, who: "An", at: 5)
      #expect(done.count == 1 && done.left.map(\.value) == ["Sở C"] && done.left.map(\.summary.id) == [1])
      #expect(try issuers(archive) == ["Sở C", "Sở A"])
    }
  }

  @Test func anEmptyValueIsRefused() throws {
    try withArchive { archive, _ in
      try keep(["Sơ A"], in: archive)
      let failure = #expect(throws: Failure.self) {
        try archive.set(.issuer, to: "  ", seen: ["Sơ A": [1]], who: "An", at: 5)
      }
      #expect(failure?.code == .badArguments)
    }
  }
}
