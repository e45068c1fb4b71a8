internal import Grammar
internal import Vietnamese

/// Pairs of words that follow each other in names of bodies: those of the table of names, and those that recur in the
/// cells of the table at hand.
struct FitBonds: Sendable {
  private var pairs: Set<[UInt8]>

  init(_ phrases: Phrases) {
    pairs = Set(
      (phrases.vocabulary.names(.body) + phrases.vocabulary.names(.head)).flatMap { name -> [[UInt8]] in
        let words = name.split(separator: " ").map {
          LooseText(String($0)).plain.filter { $0.isAnyLetter || $0.isDigit }
        }
        return zip(words, words.dropFirst()).map(Self.key)
      })
  }

  private static func key(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] { first + [0x20] + second }

  /// These pairs and those that stand in two of the cells at least.
  func with(recurringIn cells: [[[UInt8]]]) -> FitBonds {
    var counts: [[UInt8]: Int] = [:]
    for cell in cells {
      for pair in Set(zip(cell, cell.dropFirst()).map(Self.key)) { counts[pair, default: 0] += 1 }
    }
    var more = self
    more.pairs.formUnion(counts.filter { $0.value > 1 }.keys)
    return more
  }

  /// What binds a word to the one before it, in points.
  func points(_ first: FitLine.Token, _ second: FitLine.Token) -> Double {
    !first.endsListed && pairs.contains(Self.key(first.key, second.key)) ? FitWeights.bond : 0
  }
}
