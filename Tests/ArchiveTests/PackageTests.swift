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

  @Test func pagesByPackageAndByHandAreToldApart() throws {
    try withArchive { archive, _ in
      try fill(archive)
      func summary() throws -> PackageSummary { try archive.packageSummary() }
      #expect(try summary().isEmpty)
      let dossier = PageSelection.dossier(fonds: "P01", catalogue: nil, code: "01", ordinal: nil)
      try archive.raise(dossier, to: .packaged, who: "Bình", at: 6)
      #expect(try summary().pagesByHand == 2)
      let source = try #require(try archive.packageSources(PackageSelection(dossier: "01")).first)
      let id = try archive.keep(new("A"), of: source, who: "An", at: 7)
      #expect(
        try summary().pagesByHand == 2
          && summary().kinds == [
            .init(
              kind: "aip", packages: 1, documents: 2, pages: 2, bytes: 10, signed: 1)
          ])
      try archive.note(checkOf: id, passed: true, who: "An", at: 8)
      #expect(try summary().pagesByPackage == 2 && summary().pagesByHand == 0)
      #expect(try summary().lastCheck == 8 && summary().nextCheck == 8 + 3 * 365 * 86400)
      // A trial in its place proves nothing.
      _ = try archive.keep(new("A", signed: false), of: source, who: "An", at: 9)
      #expect(try summary().pagesOfStale == 2 && summary().pagesByPackage == 0)
      #expect(
        try archive.progress(ProgressQuery(asOf: try day("2025-07-11"), tellsPackages: true)).packages == summary())
    }
  }

  @Test func reasonsOfRefusalStayUntilItIsPacked() throws {
    try withArchive { archive, _ in
      try fill(archive)
      let sources = try archive.packageSources(PackageSelection())
      for source in sources {
        try archive.note(refusalOf: source.dossier, kind: "aip", codes: ["old"], at: 6)
        try archive.note(
          refusalOf: source.dossier, kind: "aip", codes: source.code == "01" ? ["unsigned", "no-pdf"] : ["unsigned"],
          at: 7)
      }
      let summary = try archive.packageSummary()
      #expect(summary.refusedDossiers == 2)
      #expect(summary.reasons == [.init(code: "unsigned", dossiers: 2), .init(code: "no-pdf", dossiers: 1)])
      _ = try archive.keep(new("A"), of: sources[0], who: "An", at: 8)
      #expect(try archive.packageSummary().reasons == [.init(code: "unsigned", dossiers: 1)])
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func onlyTheDossiersOfAFrozenScope() throws {
    try withArchive { archive, _ in
      try fill(archive)
      try archive.freezeBaseline(
        named: "30 %", predicate: ScopePredicate(maintenance: [], fonds: ["P01"]), approvedBy: "An", at: 6)
      #expect(try archive.packageSources(PackageSelection(baseline: "30 %")).map(\.code) == ["01", "02"])
      #expect(throws: Failure.self) { try archive.packageSources(PackageSelection(baseline: "40 %")) }
    }
  }

  /// Who brought pages how far goes into the package, and a step that comes later makes it another.
  @Test func stagesAreTold() throws {
    try withArchive { archive, _ in
      try fill(archive)
      let selection = PackageSelection(dossier: "01")
      let before = try archive.packageSources(selection)[0]
      try archive.raise(
        .dossier(fonds: "P01", catalogue: "01", code: "01", ordinal: 1), to: .verified, who: "Bình", at: 9)
      let after = try archive.packageSources(selection)[0]
      #expect(after.items[0].passed.last == .init(stage: .verified, at: 9, who: "Bình", pages: 1))
      #expect(after.items[1].passed == before.items[1].passed && after.digest != before.digest)
    }
  }

  @Test func theHandoverNamesWhatIsMissing() throws {
    try withArchive { archive, _ in
      try fill(archive)
      try archive.raise(
        .dossier(fonds: "P01", catalogue: "01", code: "01", ordinal: nil), to: .verified, who: "Bình", at: 6)
      let source = try archive.packageSources(PackageSelection())[0]
      let id = try archive.keep(new("A"), of: source, who: "An", at: 7)
      func complete() throws -> [Bool] { try archive.handover(PackageSelection(), kind: "aip").map(\.isComplete) }
      #expect(try complete() == [false, false], "nothing was checked yet")
      try archive.note(checkOf: id, passed: true, who: "An", at: 8)
      #expect(try complete() == [true, false])
      #expect(try archive.handover(PackageSelection(), kind: "sip").allSatisfy { $0.package == nil })
    }
  }
}
