internal import Vietnamese

extension OwnText {
  /// Mentions of a word between the same neighbours that tell how it is written.
  private static let fewestMentions = 2

  /// A line of a scan with the marks that the text writes: a word whose letters stand between the same two words in the
  /// text, there always with one writing and at least twice, and never as the line has it (`công trình câu giao thông` is
  /// `… cầu …`).
  func withMarks(_ line: String) -> String {
    var words = line.split(separator: " ").map(String.init)
    let tokens = Self.tokens(LooseText(line))
    guard tokens.count == words.count else { return line }
    for index in tokens.indices.dropFirst().dropLast() {
      let writings = writings(of: tokens[index], after: tokens[index - 1], before: tokens[index + 1])
      guard writings.count >= Self.fewestMentions, Set(writings).count == 1, let written = writings.first,
        !written.isSameWriting(as: tokens[index].written)
      else { continue }
      let isCapital = tokens[index].written.first?.isUppercase == true
      words[index] = words[index].replacing(tokens[index].written, with: isCapital ? written.capitalised : written)
    }
    return words.joined(separator: " ")
  }

  /// How the text writes a word between two others, in small letters.
  private func writings(of word: Token, after left: Token, before right: Token) -> [String] {
    (places[word.plain] ?? []).compactMap { place in
      let sentence = sentences[place.sentence]
      guard place.word > 0, place.word + 1 < sentence.count, sentence[place.word - 1].plain == left.plain,
        sentence[place.word + 1].plain == right.plain
      else { return nil }
      return lowercased(sentence[place.word].written)
    }
  }
}
