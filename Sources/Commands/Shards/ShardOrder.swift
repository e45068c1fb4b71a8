internal import Pipeline

/// What a scheduler is asked for.
struct ShardOrder {
  /// As the machines name it.
  var program: String
  var folder: ShardFolder
  var shards: Int
  var archive: String?
  var models: String?
  /// Cores of a shard, its memory in MB, and the hours it may take.
  var cpus, memory, hours: Int

  /// The words that run a shard; its number is given as the scheduler writes it.
  func run(shard: String, jobs: String?) -> [String] {
    var words = [ShellWord.quoted(program), "batch", "run", ShellWord.quoted(folder.path), "--shard", shard]
    if let jobs { words += ["--jobs", jobs] }
    if let models { words += ["--models", ShellWord.quoted(models)] }
    return words
  }
}

/// Words as a shell reads them.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "/._-+=:,@%".utf8.contains(byte)
      }
    }
    if plain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
