internal import Foundation

/// What a first reading tells of its document, for the second.
struct FirstReading {
  /// Words that it was sure of: each distinct one once, as sure as its surest place.
  let sureWords: [(seen: String, meant: String, weight: Float)]
  /// By document symbol, and by what follows the number of one, how often and how surely it was read.
  private let votes: [String: Float]

  /// A word is evidence of the channel where its margin is above this, nats.
  private static let sureMargin: Float = 3

  init(_ paragraphs: [Lattice], _ store: CandidateStore) {
    sureWords = Self.sureWords(paragraphs, store)
    votes = Self.votes(paragraphs, store)
  }

  /// How much cheaper the document makes a reading of a document symbol, for every other place that has it, nats.
  func bonus(for symbol: String) -> Float {
    1.5 * log(1 + (votes[symbol] ?? 0) + (votes[SymbolParts.body(of: symbol)] ?? 0))
  }

  private static func sureWords(
    _ paragraphs: [Lattice], _ store: CandidateStore
  ) -> [(seen: String, meant: String, weight: Float)] {
    var found: [Int32: (unit: Int, weight: Float)] = [:]
    for paragraph in paragraphs {
      for (place, decision) in zip(paragraph.places, paragraph.decisions)
      where decision.reading >= 0 && decision.margin > sureMargin {
        guard store.candidates[Int(decision.reading)].channel >= 0 else { continue }
        let weight = (found[decision.reading]?.weight ?? 0) + 1 - exp(-decision.margin / 3)
        found[decision.reading] = (place.unit, weight)
      }
    }
    return found.sorted { $0.key < $1.key }.map { candidate, entry in
      (store.units[entry.unit].text, store.candidates[Int(candidate)].text, entry.weight)
    }
  }

  private static func votes(_ paragraphs: [Lattice], _ store: CandidateStore) -> [String: Float] {
    var votes: [String: Float] = [:]
    for paragraph in paragraphs {
      for (place, decision) in zip(paragraph.places, paragraph.decisions)
      where store.units[place.unit].kind == .code && decision.reading >= 0 {
        let text = store.candidates[Int(decision.reading)].text
        votes[text, default: 0] += 1 - exp(-decision.margin)
        votes[SymbolParts.body(of: text), default: 0] += 0.5 * (1 - exp(-decision.margin))
      }
    }
    return votes
  }
}
