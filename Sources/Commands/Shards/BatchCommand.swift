internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Pipeline

/// `sohoa batch`: one plan, many machines.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: say(
      vi: "Chia việc cho nhiều máy: lập bản kê, chạy từng phần, gộp vào kho.",
      en: "Spread work over machines: plan, run the shards, merge them into an archive."),
    discussion: say(
      vi: """
        Các máy dùng chung một thư mục. Bản kê ghi mã SHA-256 của từng tệp và không bao giờ đổi; mỗi phần làm lại bao nhiêu \
        lần cũng được.

        Ví dụ:
          sohoa batch plan ho-so/ --shards 40 --output /chung/dot-1
          sohoa batch submit /chung/dot-1 --engine slurm --archive /chung/kho.sqlite
          sohoa batch status /chung/dot-1
        """,
      en: """
        The machines share a folder. The manifest holds the SHA-256 of every file and never changes; a shard can be run as \
        often as one likes.

        Examples:
          sohoa batch plan dossiers/ --shards 40 --output /shared/first
          sohoa batch submit /shared/first --engine slurm --archive /shared/archive.sqlite
          sohoa batch status /shared/first
        """),
    subcommands: [
      BatchPlanCommand.self, BatchRunCommand.self, BatchMergeCommand.self, BatchStatusCommand.self,
      BatchSubmitCommand.self,
    ])
}

/// The shared folder and the language.
struct ShardFolderOptions: ParsableArguments, Bilingual {
  @Argument(
    help: help(vi: "Thư mục chung, nơi có bản kê.", en: "The shared folder with the manifest.", value: .folder))
  var folder: String
  @Option(help: help(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en.", value: .language))
  var language: Language = .usual

  var shardFolder: ShardFolder { ShardFolder(absolute(folder)) }

  func manifest() throws -> ShardManifest { try ShardManifest(path: shardFolder.manifest) }
}

/// Where a path leads from here: what another process or another folder is told.
func absolute(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}
