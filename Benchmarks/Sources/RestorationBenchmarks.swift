import Foundation

/// `sohoa restore` as its users run it.
struct RestorationBenchmarks {
  let sohoa: ChildProcess
  let models: String
  let texts: Texts
  /// Every figure is the best of so many runs: what disturbs a run only ever makes it slower.
  let runs: Int

  /// Hands over each figure as it is known.
  func all(_ keep: ([Measurement]) -> Void) throws {
    let start = try best { try restore("stripped", texts.write("Uy ban nhan dan", bytes: 1, as: "word.txt")) }
    keep([Measurement("start to the last word of one line", start.wall * 1000, "ms", asked: "≤ 50")])
    keep(try speed("(a) stripped", "stripped", texts.stripped, start, asked: "≥ 100000"))
    keep(try speed("(b) English model", "english", texts.garbled, start, asked: "≥ 30000"))
    keep(try longLine(start))
    keep(try stream())
  }

  private func speed(
    _ name: String, _ noise: String, _ text: String, _ start: Usage, asked: String
  ) throws -> [Measurement] {
    let path = try texts.write(text, bytes: 1_000_000, as: noise + ".txt")
    let usage = try best { try restore(noise, path) }
    let words = Texts.words(try String(contentsOfFile: path, encoding: .utf8))
    return [
      Measurement(name, Double(words) / max(1e-6, usage.processor - start.processor), "words/s", asked: asked),
      Measurement(name + ", memory", Double(usage.memory) / 1e6, "MB", asked: "≤ 120"),
    ]
  }

  /// A hundred megabytes through a pipe's end take no more memory than ten.
  private func stream() throws -> [Measurement] {
    let usages = try [10_000_000, 100_000_000].map { bytes in
      let path = try texts.write(texts.plain, bytes: bytes, as: "stream.txt")
      return try sohoa.run(["restore", "--models", models], input: path)
    }
    return zip(["10 MB", "100 MB"], usages).map { size, usage in
      Measurement("\(size) from standard input, memory", Double(usage.memory) / 1e6, "MB", asked: "flat")
    } + [Measurement("100 MB from standard input, processor", usages[1].processor, "s")]
  }

  private func longLine(_ start: Usage) throws -> [Measurement] {
    let row = texts.stripped.split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
    let line = String(repeating: row, count: 10_000_000 / row.utf8.count)
    let path = try texts.write(line, bytes: 1, as: "line.txt")
    let usage = try restore("stripped", path)
    return [
      Measurement("10 MB in one line", Double(Texts.words(line)) / (usage.processor - start.processor), "words/s"),
      Measurement("10 MB in one line, memory", Double(usage.memory) / 1e6, "MB"),
    ]
  }

  private func restore(_ noise: String, _ path: String) throws -> Usage {
    try sohoa.run(["restore", "--models", models, "--noise", noise, path])
  }

  /// The least of each over the runs.
  private func best(_ run: () throws -> Usage) throws -> Usage {
    var best = try run()
    for _ in 1..<max(2, runs) {
      let next = try run()
      best = Usage(
        wall: min(best.wall, next.wall), processor: min(best.processor, next.processor),
        memory: min(best.memory, next.memory))
    }
    return best
  }
}
