import ArgumentParser
import DocumentModel
import Foundation
import Restoration

/// Learns a confusion table from aligned words.
struct LexiconLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn-confusions",
    abstract: say(
      vi: "Học bảng nhầm lẫn chữ từ các cặp từ đã gióng (đọc được, in ra, số lần).",
      en: "Learn a confusion table from aligned pairs of words (seen, meant, count).")
  )

  @Argument(help: "TSV: seen, meant, count.")
  var pairs: [String]
  @Option(
    help: help(vi: "Nơi ghi bảng (TSV: meant, seen, cost).", en: "Where to write the table (TSV: meant, seen, cost)."))
  var output: String

  func run() throws {
    let rows = try pairs.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined(separator: "\n")
    var learner = ConfusionLearner(rows: rows)
    try Data(learner.tabSeparated().utf8).write(to: URL(fileURLWithPath: output))
  }
}
