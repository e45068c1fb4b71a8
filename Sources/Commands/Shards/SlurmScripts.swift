internal import DocumentModel
internal import Foundation
internal import Pipeline

/// Two batch scripts for Slurm: an array of the shards, and the merge that waits for all of it.
struct SlurmScripts {
  let order: ShardOrder
  let atOnce: Int?
  let partition: String?

  private var folder: String { order.folder.path + "/slurm" }
  var shardsPath: String { folder + "/shards.sbatch" }
  var mergePath: String { folder + "/merge.sbatch" }

  /// Fails where a path would be read as something else in a line of `#SBATCH`.
  func check() throws(Failure) {
    for path in [order.folder.path, partition ?? ""]
    where path.unicodeScalars.contains(where: { "\"\\%".unicodeScalars.contains($0) || $0.value < 0x20 }) {
      throw Failure(.badArguments, .notForSlurm(path))
    }
  }

  /// Two minutes before its time is over a shard is asked to end at the next page, and goes back into the queue. One that
  /// lost its machine is put back by Slurm itself.
  var shards: String {
    let limit = atOnce.map { "%\($0)" } ?? ""
    let command = order.run(shard: "\"$SLURM_ARRAY_TASK_ID\"", jobs: "\"${SLURM_CPUS_PER_TASK:-1}\"")
    let share = "--memory-limit \(max(64, order.memory * 4 / 5 / order.cpus))"
    let directives = directives([
      "--job-name=sohoa", "--array=1-\(order.shards)\(limit)", "--cpus-per-task=\(order.cpus)",
      "--mem=\(order.memory)M", "--signal=B:USR1@120", "--output=\"\(folder)/shard-%a.log\"",
    ])
    return directives + """
      asked=0
      \(command.joined(separator: " ")) \(share) &
      shard=$!
      trap 'asked=1; kill -TERM "$shard"' USR1
      trap 'kill -TERM "$shard"' TERM
      wait "$shard"; code=$?
      # A signal ends the wait, not the shard.
      while kill -0 "$shard" 2>/dev/null; do wait "$shard"; code=$?; done
      # 75: another process still holds the shard; above 130: the kernel ended it.
      if [ "$asked" = 1 ] || [ "$code" = 75 ] || [ "$code" -gt 130 ]; then
        [ "${SLURM_RESTART_COUNT:-0}" -lt 50 ] && scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
      fi
      exit "$code"

      """
  }

  /// Nil where there is no archive to merge into.
  var merge: String? {
    guard let archive = order.archive else { return nil }
    let words = [
      ShellWord.quoted(order.program), "batch", "merge", ShellWord.quoted(order.folder.path), "--archive",
      ShellWord.quoted(archive),
    ]
    let directives = directives([
      "--job-name=sohoa-merge", "--cpus-per-task=1", "--mem=2048M", "--output=\"\(folder)/merge.log\"",
    ])
    return directives + "exec \(words.joined(separator: " "))\n"
  }

  /// The head of a script: these, and what both jobs ask for.
  private func directives(_ own: [String]) -> String {
    let shared = ["--ntasks=1", "--time=\(order.hours):00:00", "--requeue", "--open-mode=append"]
    let lines = own + shared + (partition.map { ["--partition=\"\($0)\""] } ?? [])
    return (["#!/bin/bash"] + lines.map { "#SBATCH " + $0 }).joined(separator: "\n") + "\n"
  }

  /// Writes the scripts, submits them, and gives the numbers of the jobs.
  func submit() throws(Failure) -> [String] {
    try write(shards, to: shardsPath)
    let array = try sbatch([shardsPath])
    guard let merge else { return [array] }
    try write(merge, to: mergePath)
    // After all of the array, however it ended: the merge itself says what is missing.
    return [array, try sbatch(["--dependency=afterany:\(array)", mergePath])]
  }

  private func write(_ text: String, to path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotSubmit(error.localizedDescription))
    }
  }

  private func sbatch(_ arguments: [String]) throws(Failure) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sbatch", "--parsable"] + arguments
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
      let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      // `number;cluster` where there are several clusters.
      let number = text.split(whereSeparator: { $0 == ";" || $0.isWhitespace }).first.map(String.init)
      guard process.terminationStatus == 0, let number else {
        throw Failure(.missingTool, .cannotSubmit("sbatch: \(process.terminationStatus)"))
      }
      return number
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.missingTool, .cannotSubmit(error.localizedDescription))
    }
  }
}

extension Message {
  static func notForSlurm(_ path: String) -> Message {
    Message(
      "not-for-slurm", vi: "Slurm không nhận “\(path)”: tên không được có dấu nháy kép, %, \\ hay xuống dòng.",
      en: "Slurm does not take “\(path)”: no double quotes, %, \\ or line breaks in names.")
  }

  static func cannotSubmit(_ reason: String) -> Message {
    Message(
      "cannot-submit",
      vi: "Không giao được việc (\(reason)). Kiểm tra bằng: sinfo; sbatch --version; parallel --version.",
      en: "Cannot submit (\(reason)). Look with: sinfo; sbatch --version; parallel --version.")
  }
}
