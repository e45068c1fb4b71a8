internal import DocumentModel
internal import Vietnamese

/// Writes a name that the letterhead prints in capitals as the document's own text writes it in small letters: the text
/// knows where the name has capitals (`Trường Đại học Tây Đô`) and keeps the marks that bold capitals lose.
struct OwnText {
  fileprivate struct Token {
    var plain: String
    var written: String
  }

  private let sentences: [[Token]]
  /// By a plain word, where it stands: sentence and word.
  private let places: [String: [(sentence: Int, word: Int)]]

  init(_ texts: some Sequence<String>) {
    sentences = texts.filter { !LooseText($0).isCapitals }.map(Self.tokens)
    var places: [String: [(sentence: Int, word: Int)]] = [:]
    for (index, sentence) in sentences.enumerated() {
      for (word, token) in sentence.enumerated() { places[token.plain, default: []].append((index, word)) }
    }
    self.places = places
  }

  /// A run of so many words at least is the same name, and no chance.
  private static let shortestRun = 2

  /// The name with each of its runs of words that stand in the text written as they are there most often.
  func written(_ name: String) -> String {
    var tokens = Self.tokens(name)
    var index = 0
    while index < tokens.count {
      let run = longestRun(tokens[index...])
      guard run.count >= Self.shortestRun else {
        index += 1
        continue
      }
      for (offset, word) in run.enumerated() { tokens[index + offset].take(word) }
      index += run.count
    }
    return tokens.map(\.written).joined(separator: " ")
  }

  /// The writing of a place's name that most of a document's mentions have, all of its words compared without marks and each with a
  /// capital; the reading that is given counts as one of them and wins where none is more frequent.
  func mostFrequent(_ place: String) -> String {
    let tokens = Self.tokens(place)
    guard let first = tokens.first else { return place }
    var counts = [tokens.map(\.written): 1]
    for mention in places[first.plain] ?? [] {
      let words = sentences[mention.sentence][mention.word...].prefix(tokens.count)
      guard words.map(\.plain) == tokens.map(\.plain), words.allSatisfy({ $0.written.first?.isUppercase ?? false })
      else {
        continue
      }
      counts[words.map(\.written), default: 0] += 1
    }
    let own = tokens.map(\.written), most = counts.values.max() ?? 1
    if counts[own] == most { return place }
    return counts.filter { $0.value == most }.keys.map { $0.joined(separator: " ") }.min() ?? place
  }

  /// The words of the text that are the longest beginning of some words, in their most frequent writing; of equals, the
  /// first in the text.
  private func longestRun(_ tokens: ArraySlice<Token>) -> [String] {
    guard let first = tokens.first else { return [] }
    var counts: [[String]: Int] = [:], order: [[String]] = [], longest = 0
    for place in places[first.plain] ?? [] {
      let rest = sentences[place.sentence][place.word...]
      let count = zip(tokens, rest).prefix { $0.plain == $1.plain }.count
      if count < max(longest, Self.shortestRun) { continue }
      if count > longest { (counts, order, longest) = ([:], [], count) }
      let words = rest.prefix(count).map(\.written)
      // Only a run with a name in it, which its capitals show, tells how a name is written; one in capitals tells nothing.
      guard words.dropFirst().contains(where: { $0.first?.isUppercase == true }),
        words.contains(where: { $0.contains(where: \.isLowercase) })
      else { continue }
      if counts[words] == nil { order.append(words) }
      counts[words, default: 0] += 1
    }
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? []
  }

  private static func tokens(_ text: String) -> [Token] {
    text.split(separator: " ").map { word in
      let trimmed = String(word.trimmed { !$0.isLetter && !$0.isNumber })
      // A dash between the parts of a name is a part of it: `Văn hóa - Xã hội`.
      let written = trimmed.isEmpty ? String(word) : trimmed
      return Token(plain: folded(lowercased(written)), written: written)
    }
  }
}

extension OwnText.Token {
  /// Takes the letters of another writing; a capital that the name has stays.
  fileprivate mutating func take(_ word: String) {
    let keepsCapital = written.first?.isUppercase == true && word.first?.isLowercase == true
    written = keepsCapital ? word.prefix(1).uppercased() + word.dropFirst() : word
  }
}
