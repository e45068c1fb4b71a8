import ArgumentParser
import DocumentModel
import Foundation
import Restoration

/// Learns a confusion table from aligned words.
struct LexiconLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn-confusions", abstract: "Học bảng nhầm lẫn chữ từ các cặp từ đã gióng (đọc được, in ra, số lần)."
  )

  @Argument(help: "TSV: seen, meant, count.")
  var pairs: [String]
  @Option(help: "Nơi ghi bảng (TSV: meant, seen, cost).")
  var output: String

  @Option(help: "Ngôn ngữ của thông báo: vi, en.")
  var language: Language = .vi

  func run() throws { try reportingFailures(in: language) { try work() } }

  private func work() throws {
    let rows = try pairs.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined(separator: "\n")
    var learner = ConfusionLearner(rows: rows)
    try Data(learner.tabSeparated().utf8).write(to: URL(fileURLWithPath: output))
  }
}
