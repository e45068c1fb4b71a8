public import ArgumentParser
internal import DocumentModel

/// The command line: one subcommand a job.
public struct SohoaCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "sohoa",
    abstract: say(
      vi: "Số hóa: từ bản quét văn bản hành chính tiếng Việt đến bảng nhiệm vụ.",
      en: "Digitization: from scans of Vietnamese administrative documents to task records."),
    version: Program.version,
    subcommands: [
      ProcessCommand.self, InspectCommand.self, RestoreCommand.self, OutlineCommand.self, SearchCommand.self,
      TasksCommand.self,
      InventoryCommand.self, ReportCommand.self, ExportCommand.self, LineageCommand.self, ArchiveCommand.self,
      ServeCommand.self, UserCommand.self, LexiconCommand.self, WatchCommand.self, RunsCommand.self, WorkerCommand.self,
    ]
  )

  /// For what is printed: which program made it.
  static let program = "sohoa \(Program.version)"

  public init() {}
}
