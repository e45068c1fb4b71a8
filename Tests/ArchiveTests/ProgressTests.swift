import Archive
import DocumentModel
import Testing

@Suite struct ProgressTests {
  private func entry(_ code: String, maintenance: String = "Vĩnh viễn", mode: String = "") -> [String] {
    ["P", code, "Hồ sơ \(code)", maintenance, mode, "1", "1", "Kế hoạch", "3", "\(code).pdf"]
  }

  private let heading = [
    "Phông", "Mã hồ sơ", "Tiêu đề", "Thời hạn bảo quản", "Chế độ sử dụng", "Tổng số văn bản", "STT văn bản", "Tên loại",
    "Số trang văn bản", "Đường dẫn file",
  ]

  private func filled(_ archive: Archive, _ rows: [[String]]) throws {
    var reader = InventoryReader()
    var entries: [InventoryEntry] = []
    for (index, row) in ([heading] + rows).enumerated() {
      if case .entry(let entry) = reader.read(row: index, cells: row) { entries.append(entry) }
    }
    try archive.importInventory(entries, from: InventorySource(file: "", sha256: "", who: "An", at: 1))
    for row in rows {
      try archive.keep(record(hash: row[1], [DocumentRecord(pages: [1, 3], document: DocumentHeader(type: "KH"))]))
    }
    try archive.reconcile(someTypes, at: 2)
  }

  @Test func onlyWhatIsInScopeCounts() throws {
    try withArchive { archive, _ in
      try filled(
        archive,
        [
          entry("1"), entry("2"), entry("3", maintenance: "10 năm"), entry("4", mode: "Mật"),
          entry("5", maintenance: ""),
        ])
      try archive.raise(.input(path: "1.pdf"), to: .packaged, who: "An", at: 1000)
      try archive.raise(.input(path: "3.pdf"), to: .packaged, who: "An", at: 1000)
      let report = try archive.progress(ProgressQuery(asOf: day("2031-01-01")))
      #expect(report.all.ratio(.packaged, .page)?.low == 0.5)
      #expect(report.all.ratio(.recognised, .page)?.low == 1)
      #expect([report.secret.dossiers, report.outside, report.undetermined] == [1, 1, 1])
      #expect(report.verdict == .met)
    }
  }

  @Test func theDayDecides() throws {
    try withArchive { archive, _ in
      try filled(archive, [entry("1"), entry("2")])
      // 2100: after every page was read.
      let moment = 4_102_444_800
      try archive.raise(.input(path: "1.pdf"), to: .packaged, who: "An", at: moment)
      let shares = try ["2099-12-31", "2100-01-01"].map {
        try archive.progress(ProgressQuery(asOf: day($0))).all.ratio(.packaged, .dossier)?.low
      }
      #expect(shares == [0, 0.5])
    }
  }

  @Test func whatComesAfterTheBaselineIsALineOfItsOwn() throws {
    try withArchive { archive, _ in
      try filled(archive, [entry("1")])
      let baseline = try archive.freezeBaseline(named: "Q3", predicate: ScopePredicate(), approvedBy: "Trần B", at: 10)
      #expect(baseline.dossiers == 1)
      try filled(archive, [entry("2")])
      let report = try archive.progress(ProgressQuery(asOf: day("2031-01-01")))
      #expect([report.all.dossiers, report.additions.dossiers] == [1, 1])
      #expect(report.baseline?.approvedBy == "Trần B")
      let failure = #expect(throws: Failure.self) {
        try archive.freezeBaseline(named: "Q3", predicate: ScopePredicate(), approvedBy: "C", at: 11)
      }
      #expect(failure?.message.code == "baseline-exists")
    }
  }

  @Test func aPageThatIsSentBackHoldsItsDossier() throws {
    try withArchive { archive, _ in
      try filled(archive, [entry("1")])
      try archive.raise(.input(path: "1.pdf"), to: .verified, who: "An", at: 1000)
      try archive.reject(.input(path: "1.pdf"), page: 2, reason: "mờ", who: "Bình", at: 1100)
      let report = try archive.progress(ProgressQuery(asOf: day("2031-01-01")))
      let shares = [report.all.ratio(.scanned, .page)?.low, report.all.ratio(.imageChecked, .page)?.low]
      #expect(shares == [1, 0])
      #expect(report.quality.rejected == 1)
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func stagesOnlyGoForward() throws {
    try withArchive { archive, _ in
      try filled(archive, [entry("1")])
      let moved = try [PageStage.verified, .scanned, .verified, .packaged].map {
        try archive.raise(.input(path: "1.pdf"), to: $0, who: "An", at: 1000)
      }
      #expect(moved == [3, 0, 0, 3])
    }
  }
}
