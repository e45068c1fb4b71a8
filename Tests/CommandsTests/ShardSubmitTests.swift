import Foundation
import SampleDocuments
import Testing

@testable import Commands

/// What schedulers are given, word by word; and that a shard runs, again and again, to the same end.
@Suite struct ShardSubmitTests {
  private let folder: TemporaryFolder
  private let models = ["--models", Repository.dictionaries]

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("KẾ HOẠCH \(name)\n", to: "in/\(name).txt") }
    let plan = ["batch", "plan", folder["in"], "--shards", "2", "--output", folder["it's shared"]]
    #expect(try Program(plan + models).status == 0)
  }

  private func submit(_ arguments: [String]) throws -> Program {
    try Program(
      ["batch", "submit", folder["it's shared"], "--program", "/usr/bin/sohoa", "--dry-run"] + arguments)
  }

  private func text(_ program: Program) -> String {
    String(decoding: program.output, as: UTF8.self).replacingOccurrences(of: folder.path, with: "F")
  }

  @Test func slurmIsGivenAnArrayAndAMerge() throws {
    let program = try submit([
      "--engine", "slurm", "--archive", "/shared/kho.sqlite", "--at-once", "1", "--partition", "day",
    ])
    #expect(program.status == 0)
    #expect(
      text(program) == """
        # F/it's shared/slurm/shards.sbatch
        #!/bin/bash
        #SBATCH --job-name=sohoa
        #SBATCH --array=1-2%1
        #SBATCH --cpus-per-task=4
        #SBATCH --mem=8192M
        #SBATCH --signal=B:USR1@120
        #SBATCH --output="F/it's shared/slurm/shard-%a.log"
        #SBATCH --ntasks=1
        #SBATCH --time=24:00:00
        #SBATCH --requeue
        #SBATCH --open-mode=append
        #SBATCH --partition="day"
        asked=0
        /usr/bin/sohoa batch run 'F/it'\\''s shared' --shard "$SLURM_ARRAY_TASK_ID" --jobs "${SLURM_CPUS_PER_TASK:-1}" --memory-limit 1638 &
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

        # F/it's shared/slurm/merge.sbatch
        #!/bin/bash
        #SBATCH --job-name=sohoa-merge
        #SBATCH --cpus-per-task=1
        #SBATCH --mem=2048M
        #SBATCH --output="F/it's shared/slurm/merge.log"
        #SBATCH --ntasks=1
        #SBATCH --time=24:00:00
        #SBATCH --requeue
        #SBATCH --open-mode=append
        #SBATCH --partition="day"
        exec /usr/bin/sohoa batch merge 'F/it'\\''s shared' --archive /shared/kho.sqlite


        """)
  }

  /// What a killed parallel leaves in its log, and what of it the next one reads.
  @Test(arguments: [
    ("", ""), ("noise", ""), ("Seq\tHost\n", "Seq\tHost\n"),
    ("Seq\tHost\n1\t:\t1.0\t2.0\t0\t0\t0\t0\trun 1\n\n2\t:\t1.0", "Seq\tHost\n1\t:\t1.0\t2.0\t0\t0\t0\t0\trun 1\n"),
    ("Seq\tHost\n\t:\t1.0\t2.0\t0\t0\t0\t0\trun 1\n", "Seq\tHost\n"),
  ])
  func aLogInPiecesIsMended(_ log: String, _ mended: String) {
    #expect(ParallelCommand.mended(Array(log.utf8)) == Array(mended.utf8))
  }

  @Test func parallelIsGivenALineForAShell() throws {
    let program = try submit(["--engine", "parallel", "--sshloginfile", "/etc/hosts.txt"])
    #expect(
      text(program) == """
        seq 1 2 | parallel --joblog 'F/it'\\''s shared/parallel.log' --resume-failed --jobs 1 --line-buffer \
        --sshloginfile /etc/hosts.txt /usr/bin/sohoa batch run ''\\''F/it'\\''\\'\\'''\\''s shared'\\''' --shard {}

        """)
  }

  @Test(arguments: [["--engine", "pbs"], ["--engine", "slurm", "--cpus", "0"], []])
  func badArgumentsAreExitCode64(_ arguments: [String]) throws {
    #expect(try submit(arguments).status == 64)
  }

  @Test func shardsAreDoneOnceAndMergedOnce() throws {
    let shared = folder["it's shared"]
    #expect(try Program(["batch", "merge", shared, "--check"]).status == 75)
    for shard in ["1", "2", "2"] {
      #expect(try Program(["batch", "run", shared, "--shard", shard, "--jobs", "1"] + models).status == 0)
    }
    for _ in 0..<2 {
      #expect(try Program(["batch", "merge", shared, "--archive", folder["kho.sqlite"]]).status == 0)
    }
    let status = try Program(["batch", "status", shared, "--json"])
    let json = try #require(try JSONSerialization.jsonObject(with: status.output) as? [String: Any])
    #expect(json["done"] as? Int == 3 && json["failed"] as? Int == 0)
  }

  /// What was changed since it was planned is a failure that is recorded, and the shard is finished all the same.
  @Test func aChangedInputIsARecordedFailure() throws {
    let shared = folder["it's shared"]
    try folder.write("KẾ HOẠCH khác\n", to: "in/a.txt")
    var complaints = ""
    for shard in ["1", "2"] {
      let program = try Program(["batch", "run", shared, "--shard", shard, "--jobs", "1"] + models)
      #expect(program.status == 0)
      complaints += program.errors
    }
    #expect(complaints.split(separator: "\n").count == 1 && complaints.contains("a.txt"))
    let merge = try Program(["batch", "merge", shared, "--archive", folder["kho.sqlite"], "--json"])
    let json = try #require(try JSONSerialization.jsonObject(with: merge.output) as? [String: Any])
    #expect(merge.status == 65 && json["records"] as? Int == 2)
  }
}
