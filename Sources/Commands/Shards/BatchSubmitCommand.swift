internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Pipeline

/// `sohoa batch submit`: hands the shards to a scheduler that others maintain.
struct BatchSubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: say(
      vi: "Giao các phần cho Slurm hoặc GNU parallel.", en: "Hand the shards to Slurm or to GNU parallel."),
    discussion: say(
      vi: """
        slurm: một mảng công việc có giới hạn và tự xếp lại, rồi một công việc gộp vào kho chạy sau cùng.
        parallel: chạy trên máy này, hoặc qua ssh trên các máy trong --sshloginfile; chạy lại để làm tiếp phần lỗi.

        Ví dụ:
          sohoa batch submit /chung/dot-1 --engine slurm --archive /chung/kho.sqlite --dry-run
          sohoa batch submit /chung/dot-1 --engine parallel --sshloginfile may.txt
        """,
      en: """
        slurm: a job array with limits and requeueing, then a job that merges into the archive after it.
        parallel: on this machine, or by ssh on those of --sshloginfile; run again, it goes on with what failed.

        Examples:
          sohoa batch submit /shared/first --engine slurm --archive /shared/archive.sqlite --dry-run
          sohoa batch submit /shared/first --engine parallel --sshloginfile hosts.txt
        """))

  enum Engine: String, ExpressibleByArgument, CaseIterable { case slurm, parallel }

  @OptionGroup var options: ShardFolderOptions
  @Option(help: help(vi: "slurm hoặc parallel.", en: "slurm or parallel.", value: .engine))
  var engine: Engine
  @Option(
    help: help(vi: "Kho để gộp vào sau khi xong.", en: "The archive to merge into at the end.", value: .file))
  var archive: String?
  @Option(help: help(vi: "Số lõi cho mỗi phần.", en: "Cores for each shard.", value: .number))
  var cpus: Int = 4
  @Option(help: help(vi: "Bộ nhớ cho mỗi phần, MB.", en: "Memory for each shard, MB.", value: .megabytes))
  var memory: Int = 8192
  @Option(help: help(vi: "Giờ tối đa cho mỗi phần.", en: "Hours that a shard may take.", value: .hours))
  var hours: Int = 24
  @Option(help: help(vi: "Số phần chạy cùng lúc (slurm).", en: "Shards at the same time (slurm).", value: .number))
  var atOnce: Int?
  @Option(help: help(vi: "Phân vùng của Slurm.", en: "Slurm's partition.", value: .partition))
  var partition: String?
  @Option(help: help(vi: "Danh sách máy ssh của GNU parallel.", en: "GNU parallel's list of ssh hosts.", value: .file))
  var sshloginfile: String?
  @Option(help: help(vi: "Chương trình sohoa trên các máy.", en: "The program sohoa on the machines.", value: .file))
  var program: String?
  @Option(help: help(vi: "Thư mục mô hình trên các máy.", en: "Folder of the models on the machines.", value: .folder))
  var models: String?
  @Flag(help: help(vi: "Chỉ in, không giao.", en: "Only print, submit nothing."))
  var dryRun = false

  func validate() throws {
    if cpus < 1 || memory < 512 || hours < 1 || atOnce.map({ $0 < 1 }) ?? false {
      throw ValidationError(
        say(
          vi: "--cpus, --hours, --at-once phải từ 1, --memory từ 512.",
          en: "--cpus, --hours and --at-once must be at least 1, --memory at least 512."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let shards = try options.manifest().header.shards
      let order = ShardOrder(
        program: program ?? Self.thisProgram, folder: options.shardFolder, shards: shards,
        archive: archive.map(absolute), models: models.map(absolute), cpus: cpus, memory: memory, hours: hours)
      switch engine {
      case .slurm: try submit(SlurmScripts(order: order, atOnce: atOnce, partition: partition))
      case .parallel: try run(ParallelCommand(order: order, hosts: sshloginfile))
      }
    }
  }

  private static var thisProgram: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "sohoa"
  }

  private func submit(_ scripts: SlurmScripts) throws {
    try scripts.check()
    if dryRun {
      Console.print("# \(scripts.shardsPath)\n\(scripts.shards)")
      if let merge = scripts.merge { Console.print("# \(scripts.mergePath)\n\(merge)") }
      return
    }
    let job = try scripts.submit()
    Console.print(
      options.text(
        "Đã giao cho Slurm: \(job.joined(separator: ", gộp: ")). Xem: squeue; sohoa batch status \(options.folder)",
        "Submitted to Slurm: \(job.joined(separator: ", merge: ")). See: squeue; sohoa batch status \(options.folder)"))
  }

  private func run(_ command: ParallelCommand) throws {
    if dryRun { return Console.print(command.text) }
    let status = try command.run()
    if status != 0 { throw ExitCode(status > 101 ? status : Failure.Code.tryLater.rawValue) }
  }
}
