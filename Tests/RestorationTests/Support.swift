import DocumentModel
import Foundation
import Vietnamese

@testable import Restoration

/// What the tests share: the model of the source tree, and texts as lines.
enum Fixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let model: Result<RestorationModel, any Error> = Result {
    try RestorationModel(contentsOf: root.appendingPathComponent("dictionaries/vietnamese.model").path)
  }

  static func restorer(
    _ noise: Noise = .automatic, tone: RestorationSettings.TonePlacement = .document, terms: [String] = []
  ) throws -> Restorer {
    Restorer(model: try model.get(), settings: .init(noise: noise, tone: tone, terms: terms))
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func lines(_ text: String) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, row in
      Line(parsing: String(row), number: number + 1)
    }
  }

  static func restored(_ text: String, _ noise: Noise = .automatic, terms: [String] = []) throws -> String {
    try restorer(noise, terms: terms).restore(lines(text)).map(\.text).joined(separator: "\n")
  }

  /// The share of words that are right, over lines with as many words in both.
  static func accuracy(_ lines: [Line], _ gold: [String]) -> Double {
    var right = 0, all = 0
    for (line, gold) in zip(lines, gold) where !gold.contains("⟦") {
      let wanted = gold.split(whereSeparator: \.isWhitespace).map { placingTone(of: String($0), .old) }
      let got = line.words.map { placingTone(of: $0.text, .old) }
      all += wanted.count
      if got.count == wanted.count { right += zip(got, wanted).count { $0 == $1 } }
    }
    return Double(right) / Double(max(1, all))
  }
}

/// Random texts that are the same on every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
