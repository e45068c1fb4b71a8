internal import DocumentModel
internal import Vietnamese

/// Writes a name that the letterhead prints in capitals as the document's own text writes it in small letters: the text
/// knows where the name has capitals (`Trường Đại học Tây Đô`) and keeps the marks that bold capitals lose.
struct OwnText {
  struct Token {
    var plain: String
    var written: String
  }

  let sentences: [[Token]]
  /// By a plain word of the names that are asked about, where it stands: sentence and word.
  let places: [String: [(sentence: Int, word: Int)]]

  /// `names`: those that will be asked about; of other words nothing is kept.
  init(_ sentences: [[Token]], naming names: [String]) {
    self.sentences = sentences
    let wanted = Set(names.flatMap { Self.tokens(LooseText($0)) }.map(\.plain))
    var places: [String: [(sentence: Int, word: Int)]] = [:]
    for (index, sentence) in sentences.enumerated() {
      for (word, token) in sentence.enumerated() where wanted.contains(token.plain) {
        places[token.plain, default: []].append((index, word))
      }
    }
    self.places = places
  }

  /// The words of texts, without those in capitals, which tell nothing; they are the same for every name of a document.
  static func sentences(_ texts: [String]) -> [[Token]] {
    texts.map(LooseText.init).filter { !$0.isCapitals }.map(tokens)
  }

  /// A run of so many words at least is the same name, and no chance.
  private static let shortestRun = 2

  /// The name with each of its runs of words that stand in the text written as they are there most often.
  func written(_ name: String) -> String {
    var tokens = Self.tokens(LooseText(name))
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
    let tokens = Self.tokens(LooseText(place))
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

  static func tokens(_ text: LooseText) -> [Token] {
    text.scalars.indices.split { text.scalars[$0] == " " }.map { Token(text, $0.startIndex..<$0.endIndex) }
  }
}

extension OwnText.Token {
  /// A word without the signs at its ends.
  fileprivate init(_ text: LooseText, _ word: Range<Int>) {
    // The plain form of a word of Vietnamese letters is known; any other sign is for Unicode to tell.
    if word.allSatisfy({
      text.plain[$0].isDigit || text.plain[$0].isLatin || (0x21...0x7E).contains(text.scalars[$0].value)
    }) {
      var lower = word.lowerBound, upper = word.upperBound
      while lower < upper, !text.isWord(at: lower) { lower += 1 }
      while lower < upper, !text.isWord(at: upper - 1) { upper -= 1 }
      (plain, written) = (String(decoding: text.plain[lower..<upper], as: UTF8.self), text[lower..<upper])
    } else {
      written = String(text[word].trimmed { !$0.isLetter && !$0.isNumber })
      plain = folded(lowercased(written))
    }
    // A dash between the parts of a name is a part of it: `Văn hóa - Xã hội`.
    if plain.isEmpty { (plain, written) = (text[word], text[word]) }
  }

  /// Takes the letters of another writing; a capital that the name has stays.
  fileprivate mutating func take(_ word: String) {
    let keepsCapital = written.first?.isUppercase == true && word.first?.isLowercase == true
    written = keepsCapital ? word.capitalised : word
  }
}

extension UInt8 {
  /// A plain byte of a letter of the Latin alphabet, marks or not.
  fileprivate var isLatin: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
