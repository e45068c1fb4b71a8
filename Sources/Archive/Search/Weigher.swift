internal import Foundation
internal import GRDB

/// Weighs few rows by their words, as FTS5 does (bm25; Robertson and Zaragoza 2009, with k1 = 1.2 and b = 0.75). FTS5
/// counts first in how many rows of all each word stands, which takes longer than to read those few.
struct Weigher {
  /// A word up to so many rows have is counted; one that more have, in the newest eighth of them.
  private static let mostCounted = 20_000

  let rows: SearchRows

  private var index: String { rows.index.rawValue }

  /// The best first; of the same weight, the newest.
  func ordered(_ ids: [Int64]) throws -> [Int64] {
    guard ids.count > 1 else { return ids }
    let totals = try totals(), phrases = rows.terms.phrases
    let rarities = try phrases.map { try rarity(of: $0, among: totals.rows) }
    var weights: [(id: Int64, weight: Double)] = []
    for id in ids {
      guard let row = try rows.row(id) else { continue }
      let words = SearchWords(try rows.text(of: row)).words
      let length = Double(words.count + words.count(where: \.isMarked)) / max(totals.length, 1)
      let weight = zip(phrases, rarities).reduce(0) { sum, next in
        let times = Double(next.0.times(in: words))
        return sum + next.1 * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length))
      }
      weights.append((id, weight))
    }
    return weights.sorted { ($1.weight, $1.id) < ($0.weight, $0.id) }.map(\.id)
  }

  /// How much a word tells: the less, the more rows have it.
  private func rarity(of phrase: SearchTerms.Phrase, among rows: Double) throws -> Double {
    let having = Double(try count(phrase.expression, among: rows))
    return max(log((rows - having + 0.5) / (having + 0.5)), 1e-6)
  }

  private func count(_ expression: String, among all: Double) throws -> Int {
    let some = try Int.fetchOne(
      rows.db.cachedStatement(
        sql: "SELECT COUNT(*) FROM (SELECT 1 FROM \(index) WHERE \(index) MATCH ? LIMIT \(Self.mostCounted + 1))"),
      arguments: [expression])
    if let some, some <= Self.mostCounted { return some }
    let last = try rows.last()
    let part = try Int.fetchOne(
      rows.db.cachedStatement(sql: "SELECT COUNT(*) FROM \(index) WHERE \(index) MATCH ? AND rowid > ?"),
      arguments: [expression, last - last / 8])
    return min(Int(all), 8 * (part ?? 0))
  }

  /// How many rows the index has, and how many words one has on average: FTS5 keeps both in one entry of its data.
  private func totals() throws -> (rows: Double, length: Double) {
    let entry = try Data.fetchOne(rows.db, sql: "SELECT block FROM \(index)_data WHERE id = 1") ?? Data()
    let numbers = entry.reduce(into: [0.0]) { numbers, byte in
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 128 + Double(byte & 0x7F)
      if byte < 0x80 { numbers.append(0) }
    }
    let all = numbers.first ?? 0
    return (all, numbers.dropFirst().reduce(0, +) / max(all, 1))
  }
}
