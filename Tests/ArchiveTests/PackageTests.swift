import DocumentModel
import Grammar
import Testing

@testable import Archive

/// What the archive says of a dossier that is to be packed, and of what was packed.
@Suite struct PackageTests {
  private static let heading = [
    "Phông", "Mục lục", "Mã hồ sơ", "Tiêu đề", "Tên loại", "Số", "Ký hiệu", "Ngày văn bản", "Trích yếu", "Tên tệp",
  ]

  private func list(_ subject: String = "Kế hoạch năm", into archive: Archive, at moment: Int = 1) throws {
    let rows = [
      ["P01", "01", "01", "Tập lưu", "Kế hoạch", "1", "KH-UBND", "04/01/2010", subject, "a.pdf"],
      ["P01", "01", "01", "Tập lưu", "Kế hoạch", "2", "KH-UBND", "05/02/2010", "Quyết toán", "b.pdf"],
      ["P01", "01", "02", "Tập khác", "Kế hoạch", "3", "KH-UBND", "06/02/2010", "Việc khác", "c.pdf"],
    ]
    var reader = InventoryReader()
    var entries: [InventoryEntry] = []
    for (index, cells) in ([Self.heading] + rows).enumerated() {
      if case .entry(let entry) = reader.read(row: index + 1, cells: cells) { entries.append(entry) }
    }
    try archive.importInventory(
      entries, from: InventorySource(file: "l.csv", sha256: "\(moment)", who: "An", at: moment))
  }

  private func fill(_ archive: Archive) throws {
    for (number, file) in ["a.pdf", "b.pdf"].enumerated() {
      let head = DocumentHeader(type: "KH", number: "\(number + 1)", symbol: "KH-UBND")
      var input = record(hash: "h\(number)", [DocumentRecord(pages: [1, 1], document: head)])
      input.source.path = "/kho/\(file)"
      try archive.keep(input)
    }
    try list(into: archive)
    try archive.reconcile(someTypes, at: 5)
  }

  private func new(_ objid: String, signed: Bool = true, kind: String = "aip") -> NewPackage {
    NewPackage(
      kind: kind, objid: objid, file: "\(objid).zip", sha256: "0", bytes: 10, documents: 2, pages: 2, isSigned: signed)
  }

  @Test func aDossierIsToldWithItsItems() throws {
    try withArchive { archive, _ in
      try fill(archive)
      let source = try #require(try archive.packageSources(PackageSelection(dossier: "01")).first)
      #expect(source.fonds == "P01" && source.code == "01" && source.values["title"] == "Tập lưu")
      #expect(source.items.map(\.ordinal) == [1, 2] && source.items.map(\.sha256) == ["h0", "h1"])
      #expect(source.items[0].values["subject"] == "Kế hoạch năm" && source.items[0].values["issuer"] == nil)
      #expect(try archive.packageSources(PackageSelection(fonds: "P01")).count == 2)
    }
  }

  @Test func anIdentityIsDrawnOnce() throws {
    try withArchive { archive, _ in
      try fill(archive)
      let dossier = try #require(try archive.packageSources(PackageSelection()).first).dossier
      let first = PackageIdentity(objid: "A", moment: 5), second = PackageIdentity(objid: "B", moment: 6)
      #expect(try archive.packageIdentity(of: dossier, kind: "aip", new: first) == first)
      #expect(try archive.packageIdentity(of: dossier, kind: "aip", new: second) == first)
      #expect(try archive.packageIdentity(of: dossier, kind: "sip", new: second) == second)
    }
  }

  /// Only a signed archival package that passed its check, and is not stale, brings pages to `packaged`.
  @Test(
    arguments: [
      ("aip", true, true, true), ("aip", true, false, false), ("aip", false, true, false), ("sip", true, true, false),
    ] as [(kind: String, signed: Bool, passes: Bool, packs: Bool)])
  func whatCountsAsPackaged(kind: String, signed: Bool, passes: Bool, packs: Bool) throws {
    try withArchive { archive, _ in
      try fill(archive)
      let source = try #require(try archive.packageSources(PackageSelection(dossier: "01")).first)
      let id = try archive.keep(new("A", signed: signed, kind: kind), of: source, who: "An", at: 7)
      try archive.note(checkOf: id, passed: passes, who: "An", at: 8)
      let stages = try archive.packageSources(PackageSelection(dossier: "01"))[0].items.map(\.stage)
      #expect(stages.allSatisfy { $0 == .packaged } == packs)
      #expect(try archive.packages().map(\.passed) == [passes])
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func aLaterChangeMakesItStale() throws {
    try withArchive { archive, _ in
      try fill(archive)
      let source = try #require(try archive.packageSources(PackageSelection(dossier: "01")).first)
      let first = try archive.keep(new("A"), of: source, who: "An", at: 7)
      #expect(try archive.packages().map(\.isStale) == [false])
      try list("Kế hoạch năm 2010", into: archive, at: 2)
      // The import keeps what was there and asks; a person takes the new text.
      for conflict in try archive.conflicts() {
        try archive.resolve(conflict: conflict.id, .keepArchive, who: "An", at: 7)
      }
      let changed = try archive.packageSources(PackageSelection(dossier: "01"))[0]
      #expect(changed.values != source.values || changed.items != source.items)
      #expect(try archive.packages().map(\.isStale) == [true])
      try archive.note(checkOf: first, passed: true, who: "An", at: 8)
      #expect(try archive.packageSources(PackageSelection(dossier: "01"))[0].items.allSatisfy { $0.stage != .packaged })
      _ = try archive.keep(new("A"), of: changed, who: "An", at: 9)
      #expect(try archive.packages().map(\.isStale) == [false, true])
    }
  }

  @Test func aPackageThatIsNotThere() throws {
    try withArchive { archive, _ in
      let failure = #expect(throws: Failure.self) { try archive.note(checkOf: 9, passed: true, who: "An", at: 1) }
      #expect(failure?.message.code == "no-such-package")
    }
  }
}
