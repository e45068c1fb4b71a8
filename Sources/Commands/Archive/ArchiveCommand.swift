internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// `sohoa archive`: the archive's file itself.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: say(
      vi: "Kho lưu trữ: một tệp SQLite giữ kết quả.", en: "The archive: one SQLite file that keeps results."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa archive status kho.sqlite
          sohoa archive check kho.sqlite
          sohoa archive backup sao-luu.sqlite --archive kho.sqlite
          sohoa archive add ket-qua/ --archive kho.sqlite
        """,
      en: """
        Examples:
          sohoa archive status archive.sqlite
          sohoa archive check archive.sqlite
          sohoa archive backup backup.sqlite --archive archive.sqlite
          sohoa archive add results/ --archive archive.sqlite
        """),
    subcommands: [
      ArchiveInitCommand.self, ArchiveStatusCommand.self, ArchiveCheckCommand.self, ArchiveBackupCommand.self,
      ArchiveRestoreCommand.self, ArchiveAddCommand.self, ArchiveDuplicatesCommand.self, ArchiveStageCommand.self,
      ArchiveBaselineCommand.self,
    ])
}

/// The file, and how to print: for the commands that are about one archive.
struct ArchiveFileOptions: ParsableArguments, Bilingual {
  @Argument(
    help: help(vi: "Tệp kho lưu trữ; như --archive.", en: "The archive's file; the same as --archive.", value: .file))
  var file: String?
  @OptionGroup var options: ArchiveOptions

  var archive: String { file ?? options.archive }
  var json: Bool { options.json }
  var language: Language { options.language }
}

/// `sohoa archive init`.
struct ArchiveInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: say(vi: "Tạo kho mới, trống.", en: "Make a new, empty archive."),
    discussion: say(vi: "Ví dụ:\n  sohoa archive init kho.sqlite", en: "Example:\n  sohoa archive init archive.sqlite"))

  @OptionGroup var options: ArchiveFileOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let existed = FileManager.default.fileExists(atPath: options.archive)
      let status = try ArchiveOptions.open(options.archive, ifMissing: .create, options.language).status()
      if options.json { return Console.write(try JSONExport.data(of: status)) }
      let name = options.archive
      let (vi, en) =
        existed
        ? ("Kho “\(name)” đã có, được giữ nguyên.", "The archive “\(name)” was there already and stays as it is.")
        : ("Đã tạo kho “\(name)”.", "Made the archive “\(name)”.")
      Console.print(options.language == .vi ? vi : en)
    }
  }
}

/// `sohoa archive status`.
struct ArchiveStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(vi: "Đếm những gì kho đang giữ.", en: "Count what the archive holds."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa archive status kho.sqlite\n  sohoa archive status kho.sqlite --json",
      en: "Examples:\n  sohoa archive status archive.sqlite\n  sohoa archive status archive.sqlite --json"))

  @OptionGroup var options: ArchiveFileOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let status = try ArchiveOptions.open(options.archive, options.language).status()
      if options.json { Console.write(try JSONExport.data(of: status)) } else { show(status) }
    }
  }

  private func show(_ status: ArchiveStatus) {
    let text = options.text
    let rows = [
      (text("Đầu vào", "Inputs"), status.inputs), (text("Trang", "Pages"), status.pages),
      (text("Văn bản", "Documents"), status.documents), (text("Nhiệm vụ", "Tasks"), status.tasks),
      (text("Nhiệm vụ có ngày", "Tasks with a day"), status.tasksWithDay),
      (text("Từ nghi ngờ", "Doubtful words"), status.doubtfulWords),
      (text("Phông", "Fonds"), status.fonds), (text("Hồ sơ kê trong mục lục", "Dossiers listed"), status.dossiers),
      (text("Văn bản kê trong mục lục", "Documents listed"), status.items),
      (text("Mâu thuẫn chưa giải quyết", "Open conflicts"), status.openConflicts),
      (text("Nghi trùng chưa quyết định", "Open questions about duplicates"), status.openLikenesses),
    ]
    var table = TextTable([("", .left), ("", .right)])
    for (title, count) in rows { table.add([title, String(count)]) }
    table.lines().dropFirst(2).forEach(Console.print)
  }
}

/// `sohoa archive check`.
struct ArchiveCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(vi: "Kiểm tra kho có toàn vẹn không.", en: "Check that the archive is sound."),
    discussion: say(
      vi: "Chỉ đọc, không ghi gì. Mã thoát 65 khi có sai.\n\nVí dụ:\n  sohoa archive check kho.sqlite",
      en: "Only reads. Exit code 65 where something is wrong.\n\nExample:\n  sohoa archive check archive.sqlite"))

  @OptionGroup var options: ArchiveFileOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let findings = try Archive(reading: options.archive).check()
      if options.json {
        Console.write(try JSONExport.data(of: findings))
      } else {
        findings.forEach { Console.print("\($0.message.text(in: options.language)): \($0.count)") }
        if findings.isEmpty { Console.print(options.text("Kho toàn vẹn.", "The archive is sound.")) }
      }
      if !findings.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }
}
