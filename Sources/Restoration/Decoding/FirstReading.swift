internal import Foundation

/// What the first reading of a document teaches the second.
struct FirstReading {
  /// Words that it was sure of, each distinct reading once; `weight` is the sum over its places, each by its certainty.
  let sureWords: [(seen: String, meant: String, weight: Float)]
  /// By document symbol, and by symbol without its number: how often it was read, each time by its certainty.
  private let votes: [String: Float]

  private typealias Weights = DecoderWeights.Document

  init(_ paragraphs: [Lattice], _ store: CandidateStore) {
    sureWords = Self.sureWords(paragraphs, store)
    votes = Self.votes(paragraphs, store)
  }

  /// What a reading of a document symbol saves since the document has the symbol elsewhere, nats.
  func bonus(for symbol: String) -> Float {
    Weights.symbolBonus * log(1 + (votes[symbol] ?? 0) + (votes[SymbolParts.body(of: symbol)] ?? 0))
  }

  private static func sureWords(
    _ paragraphs: [Lattice], _ store: CandidateStore
  ) -> [(seen: String, meant: String, weight: Float)] {
    var found: [Int32: (unit: Int, weight: Float)] = [:]
    for paragraph in paragraphs {
      for (place, decision) in zip(paragraph.places, paragraph.decisions)
      where decision.reading >= 0 && decision.margin > Weights.sureMargin {
        guard store.candidates[Int(decision.reading)].channel >= 0 else { continue }
        let weight = (found[decision.reading]?.weight ?? 0) + 1 - exp(-decision.margin / Weights.sureScale)
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
        votes[SymbolParts.body(of: text), default: 0] += Weights.symbolBodyVote * (1 - exp(-decision.margin))
      }
    }
    return votes
  }
}
