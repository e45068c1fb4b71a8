internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation
internal import Pipeline

/// `sohoa batch plan`: inputs → a manifest.
struct BatchPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: say(
      vi: "Lập bản kê: mã SHA-256, dung lượng và đường dẫn của từng đầu vào, chia thành các phần.",
      en: "Write the manifest: SHA-256, size and path of every input, cut into shards."),
    discussion: say(
      vi: """
        Mọi tệp được đọc một lần để tính mã. Đường dẫn tương đối được hiểu từ thư mục hiện hành: hãy chạy ở nơi mà các máy \
        khác cũng thấy. Nên có số phần gấp vài lần số máy. Mã thoát 65 khi có tệp không đưa vào được (vẫn lập bản kê).

        Ví dụ:
          sohoa batch plan ho-so/ --shards 40 --output /chung/dot-1
        """,
      en: """
        Every file is read once for its hash. Relative paths begin in the current folder: run this where the other machines \
        see the same. Some shards a machine are good. Exit code 65 where a file cannot be planned (the rest still is).

        Example:
          sohoa batch plan dossiers/ --shards 40 --output /shared/first
        """))

  @Argument(help: help(vi: "Tệp hoặc thư mục cần xử lý.", en: "Files or folders to process.", value: .input))
  var input: [String]
  @Option(help: help(vi: "Số phần.", en: "How many shards.", value: .number))
  var shards: Int
  @Option(
    name: .shortAndLong,
    help: help(vi: "Thư mục chung của các máy.", en: "The folder that the machines share.", value: .folder))
  var output: String
  @Option(
    name: .shortAndLong, help: help(vi: "Số tệp đọc cùng lúc.", en: "Files read at the same time.", value: .number))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  @Option(
    help: help(
      vi: "Loại tệp ghi ra, cách nhau bằng dấu phẩy; json và txt luôn có.",
      en: "Kinds of files to write, parted by commas; json and txt are always there.", value: .kinds))
  var format: FormatList = .usual
  @OptionGroup var archival: ArchivalOptions
  @OptionGroup var reading: ReadingOptions
  @Flag(help: help(vi: "In phần đầu bản kê dạng JSON.", en: "Print the manifest's header as JSON."))
  var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try archival.validate(with: format)
    if jobs < 1 || !(1...ShardManifest.mostShards ~= shards) {
      throw ValidationError(
        say(
          vi: "--jobs phải từ 1 trở lên, --shards từ 1 đến \(ShardManifest.mostShards).",
          en: "--jobs must be at least 1, --shards from 1 to \(ShardManifest.mostShards)."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let settings = ShardSettings(
        formats: format.formats, language: common.language, reading: reading.settings,
        documents: reading.documents.documents, isStrictPDFA: archival.strictPdfa)
      let folder = ShardFolder(absolute(output))
      let planner = try ShardPlanner(
        settings, folder: folder, jobs: jobs, models: try ModelFolder.locate(common.models))
      let bar = ProgressBar(language: common.language, isShown: Console.isInteractive && !json)
      let manifest = try await planner.plan(input, shards: shards) { bar.show($0) }
      bar.clear()
      try show(manifest, in: folder)
    }
  }

  private func show(_ manifest: ShardManifest, in folder: ShardFolder) throws {
    let header = manifest.header
    if json {
      Console.write(try JSONExport.data(of: header))
    } else {
      let megabytes = header.bytes >> 20
      Console.print(
        say(
          vi: "Bản kê: \(folder.manifest)\n\(header.inputs) đầu vào, \(megabytes) MB, \(header.shards) phần.",
          en:
            "Manifest: \(folder.manifest)\n\(Language.counted(header.inputs, "input")), \(megabytes) MB, \(Language.counted(header.shards, "shard"))."
        ))
    }
    let refused = try manifest.refused()
    for path in refused { Console.complain(path.message, in: common.language) }
    if !refused.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
  }
}
