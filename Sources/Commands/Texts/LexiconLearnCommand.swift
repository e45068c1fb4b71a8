import ArgumentParser
import DocumentModel
import Export
import Foundation
import Restoration

/// Learns a confusion table from aligned words.
struct LexiconLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn-confusions",
    abstract: say(
      vi: "Học bảng nhầm lẫn chữ từ các cặp từ đã gióng (đọc được, in ra, số lần).",
      en: "Learn a confusion table from aligned pairs of words (seen, meant, count)."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa lexicon learn-confusions cap-tu.tsv --output nham-lan.tsv",
      en: "Example:\n  sohoa lexicon learn-confusions pairs.tsv --output confusions.tsv"))

  @Argument(help: help(vi: "TSV: seen, meant, count.", en: "TSV: seen, meant, count.", value: .file))
  var pairs: [String]
  @Option(
    help: help(
      vi: "Nơi ghi bảng (TSV: meant, seen, cost).", en: "Where to write the table (TSV: meant, seen, cost).",
      value: .file))
  var output: String

  func run() throws {
    let rows = try pairs.flatMap { try String(contentsOfFile: $0, encoding: .utf8).split(whereSeparator: \.isNewline) }
    // The site's pairs have an apostrophe before what a spreadsheet would run.
    let plain = rows.map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map { CSVExport.unguarded(String($0)) }
        .joined(separator: "\t")
    }
    var learner = ConfusionLearner(rows: plain.joined(separator: "\n"))
    try Data(learner.tabSeparated().utf8).write(to: URL(fileURLWithPath: output))
  }
}
