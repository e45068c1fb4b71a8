import DocumentModel
import Foundation
import SampleDocuments
import Testing

/// Records of one document with a few tasks, a line each.
private func records(_ count: Int) throws -> String {
  let encoder = JSONEncoder()
  return try (0..<count).map { index in
    let tasks = (1...4).map { number in
      TaskRecord(
        number: "\(number)", path: ["I", "\(number)"], group: nil, content: "Số hóa hồ sơ \(number) của xã \(index)",
        lead: ["Văn phòng"], deadline: Deadline(text: "2025", due: CalendarDate(year: 2025, month: 12, day: 31)),
        page: 1)
    }
    let head = DocumentHeader(type: "KH", number: "\(index)", symbol: "KH-UBND", subject: "Kế hoạch \(index)")
    let source = SourceSummary(path: "\(index).pdf", sha256: "hash-\(index)", kind: .scan, pages: 2, doubtfulWords: 0)
    let record = InputRecord(source: source, documents: [DocumentRecord(pages: [1, 2], document: head, tasks: tasks)])
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }.joined(separator: "\n")
}

@Suite(.serialized) struct ArchiveProgramTests {
  private let folder: TemporaryFolder
  private var archive: String { folder["kho.sqlite"] }

  init() throws { folder = try TemporaryFolder() }

  @Test func anArchiveIsFilledSearchedAndFollowedUp() throws {
    let lines = try folder.write(records(3), to: "records.jsonl")
    let inventory = try folder.write(
      "Phông,Mã hồ sơ,Tiêu đề,Thời hạn bảo quản,Đường dẫn file,Số trang văn bản\nP,1,A,Vĩnh viễn,0.pdf,2\n,,,,1.pdf,9\n",
      to: "a.csv")
    let options = ["--archive", archive]
    let commands: [([String], String)] = [
      (["archive", "init", archive], "kho"), (["archive", "add", lines] + options, "3"),
      (["search", "so hoa", "--json"] + options, "isHit"),
      (["tasks", "--overdue", "--as-of", "2026-01-01"] + options, "QUÁ HẠN"),
      (["tasks", "--language", "en"] + options, "2025-12-31"), (["tasks", "history", "1"] + options, "Chưa có"),
      (["tasks", "update", "1", "--status", "done", "--by", "An"] + options, "1"),
      (["tasks", "history", "1"] + options, "trạng thái: Chưa làm → Đã xong"),
      (["tasks", "calendar"] + options, "BEGIN:VEVENT"), (["inventory", "import", inventory] + options, "2"),
      (["inventory", "reconcile"] + options, "2"), (["inventory", "conflicts"] + options, "Số trang"),
      (["archive", "baseline", "Q1", "--approved-by", "B"] + options, "Q1"),
      (["report", "--language", "en"] + options, "Headline"), (["report", "--format", "html"] + options, "<svg"),
      (["report", "-o", folder["r.html"]] + options, ""),
      (["report", "tasks", "--period", "month"] + options, "chủ trì"), (["export", "tasks"] + options, "Văn phòng"),
      (["export", "tasks", folder["t.xlsx"]] + options, ""), (["export", "corrections"] + options, "recognised"),
      (["archive", "check", archive], "toàn vẹn"),
    ]
    for (arguments, expected) in commands {
      let program = try Program(arguments)
      let output = String(decoding: program.output, as: UTF8.self)
      #expect(program.status == 0, "\(arguments): \(program.errors)")
      #expect(expected.isEmpty || output.contains(expected), "\(arguments): \(output)")
    }
  }

  /// What a killed export left beside its file goes with the next one.
  @Test func leftoversOfKilledExportsGo() throws {
    #expect(try Program(["archive", "init", archive]).status == 0)
    for name in ["t.csv", "t.xlsx"] {
      try folder.write("half", to: name + ".4194305.partial")
      #expect(try Program(["export", "tasks", folder[name], "--archive", archive]).status == 0)
    }
    try folder.write("half", to: "r.html.4194305.partial")
    #expect(try Program(["report", "-o", folder["r.html"], "--archive", archive]).status == 0)
    #expect(try folder.files().filter { $0.hasSuffix(".partial") } == [])
  }

  /// A scanned list becomes a table that can be taken in again.
  @Test func aListBecomesAnInventory() throws {
    let list = """
      MỤC LỤC VĂN BẢN
      Hồ sơ số: 07   Phông số: P01
      TT\tSố, ký hiệu\tNgày tháng\tTrích yếu nội dung\tTác giả\tTờ số\tGhi chú
      1\tI2/QĐ-UBND\t05/01/2009\tMở sổ theo dõi\tUBND xã Lũng Mới\t1\t
      2\t15/KH-UBND\t~#/02/2009\tTuần tra rừng\tUBND xã Lũng Mới\t4\t
      3\t33/TTr-UBND\t21/05/2009\tXin kinh phí\tUBND xã Lũng Mới\t7-9\tbản sao
      """
    let text = try folder.write(list, to: "list.txt"), table = folder["l.csv"]
    #expect(try Program(["process", text, "--output", folder["out"], "--archive", archive]).status == 0)
    let made = try Program(["inventory", "propose", folder["out"], "--output", table])
    let said = String(decoding: made.output, as: UTF8.self)
    #expect(made.status == 0 && said.contains("date") && said.contains("3 văn bản"), "\(said) \(made.errors)")
    let kept = try Program(["inventory", "propose", "--archive", archive, "--output", "-"])
    #expect(try kept.output == Data(contentsOf: URL(fileURLWithPath: table)))
    let json = try Program(["inventory", "propose", folder["out"], "--output", "-", "--json"])
    #expect(String(decoding: json.output, as: UTF8.self).contains("\"document-list\""))
    for arguments in [["import", table], ["reconcile"]] {
      let program = try Program(["inventory"] + arguments + ["--archive", archive])
      #expect(program.status == 0, "\(arguments): \(program.errors)")
    }
    let none = try Program(["inventory", "propose", try folder.write(records(1), to: "r.jsonl"), "--output", table])
    #expect(none.status == 65 && none.errors.contains("mục lục"))
  }

  /// Tasks of a run without an archive; nothing of it stays behind.
  @Test func recordsAreReadWithoutAnArchive() throws {
    let lines = try folder.write(records(3), to: "records.jsonl")
    let list = try Program(["tasks", "--records", lines, "--limit", "2"])
    #expect(list.status == 0 && String(decoding: list.output, as: UTF8.self).contains("12"))
    let table = try Program(["export", "tasks", folder["t.csv"], "--records", lines])
    #expect(table.status == 0)
    #expect(try String(contentsOfFile: folder["t.csv"], encoding: .utf8).split(whereSeparator: \.isNewline).count == 13)
    #expect(try folder.files().sorted() == ["records.jsonl", "t.csv"])
    #expect(try Program(["tasks", "--records", folder["t.csv"]]).status == 65)
  }

  @Test func nothingIsWrittenOverARecordOrUnderAFalseName() throws {
    let record = try folder.write("{}", to: "record.json")
    for arguments in [
      ["export", "tasks", record], ["export", "tasks", folder["t.docx"]], ["report", "-o", folder["r.docx"]],
      ["inventory", "export", folder["i.pdf"]],
    ] { #expect(try Program(arguments + ["--archive", archive]).status == 64, "\(arguments)") }
    #expect(try String(contentsOfFile: record, encoding: .utf8) == "{}")
    #expect(try folder.files() == ["record.json"])
  }

  @Test func whatIsNotThereEndsWithItsExitCode() throws {
    let statuses = try [
      ["search", "a", "--archive", folder["none.sqlite"]],
      ["lineage", "99/KH-UBND", "--archive", folder["none.sqlite"]],
    ].map { try Program($0).status }
    #expect(statuses == [66, 66])
    try folder.write("x,y\n1,2\n", to: "bad.csv")
    let bad = try Program(["inventory", "import", folder["bad.csv"], "--dry-run"])
    #expect(bad.status == 65 && bad.errors.contains("--map"))
  }

  /// Killed at any moment, an archive is sound, and a second run completes it.
  @Test func anImportThatIsKilledLosesAndDoublesNothing() throws {
    let lines = try folder.write(records(900), to: "records.jsonl")
    var random = SeededGenerator(seed: 3)
    for _ in 0..<10 {
      let process = Program.process(["archive", "add", lines, "--archive", archive])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 5_000...400_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: archive) else { continue }
      #expect(try Program(["archive", "check", archive]).status == 0)
    }
    #expect(try Program(["archive", "add", lines, "--archive", archive]).status == 0)
    let status = try Program(["archive", "status", archive, "--json"])
    let counts = try JSONDecoder().decode([String: Int].self, from: status.output)
    #expect([counts["documents"], counts["tasks"], counts["pages"]] == [900, 3600, 1800])
    #expect(try Program(["archive", "check", archive]).status == 0)
  }

  /// What others can reach needs accounts; an address of this machine does not. A site that runs is ended after a second.
  @Test(arguments: [("127.0.0.1", false), ("localhost", false), ("0.0.0.0", true)])
  func onlyWhatOthersReachNeedsAccounts(address: String, isRefused: Bool) throws {
    let folder = try TemporaryFolder()
    #expect(try Program(["archive", "init", folder["kho.sqlite"]]).status == 0)
    let program = try Program(
      ["serve", "--archive", folder["kho.sqlite"], "--listen", address, "--port", "18765"], wrapper: ["timeout", "1"])
    #expect((program.status == 64) == isRefused, "\(program.errors)")
  }
}
