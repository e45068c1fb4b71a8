public import ArgumentParser
internal import DocumentModel

/// The command line: one subcommand a job.
public struct SohoaCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "sohoa",
    abstract: say(
      vi: "Số hóa: từ bản quét văn bản hành chính tiếng Việt đến bảng nhiệm vụ.",
      en: "Digitization: from scans of Vietnamese administrative documents to task records."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa process ho-so/ --output ket-qua --archive kho.sqlite
          sohoa tasks --overdue --archive kho.sqlite
          sohoa serve --archive kho.sqlite

        Thêm --language en để dùng tiếng Anh.
        """,
      en: """
        Examples:
          sohoa process dossiers/ --output results --archive archive.sqlite
          sohoa tasks --overdue --archive archive.sqlite
          sohoa serve --archive archive.sqlite
        """),
    version: Program.version,
    groupedSubcommands: [
      CommandGroup(
        name: say(vi: "Văn bản", en: "Document"),
        subcommands: [ProcessCommand.self, InspectCommand.self, RestoreCommand.self, OutlineCommand.self]),
      CommandGroup(
        name: say(vi: "Kho lưu trữ", en: "Archive"),
        subcommands: [
          SearchCommand.self, TasksCommand.self, InventoryCommand.self, ReportCommand.self, ExportCommand.self,
          LineageCommand.self, CompareCommand.self, PackageCommand.self, ArchiveCommand.self,
        ]),
      CommandGroup(
        name: say(vi: "Trang rà soát", en: "Review site"), subcommands: [ServeCommand.self, UserCommand.self]),
      CommandGroup(
        name: say(vi: "Xử lý hàng loạt", en: "Batch"),
        subcommands: [WatchCommand.self, RunsCommand.self, BatchCommand.self, WorkerCommand.self]),
      CommandGroup(name: say(vi: "Mô hình", en: "Model"), subcommands: [LexiconCommand.self]),
    ]
  )

  /// For what is printed: which program made it.
  static let program = "sohoa \(Program.version)"

  public init() {}
}
