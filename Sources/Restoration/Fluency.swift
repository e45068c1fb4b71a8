public import DocumentModel
internal import Vietnamese

extension Restorer {
  /// The mean cost of the words of a line to the language model, nats: the lower, the more the line reads like
  /// Vietnamese.
  ///
  /// It serves to choose among readings of the same print; it does not say which of them was printed.
  ///
  /// - Returns: nil for a line without words.
  public func cost(ofReading line: Line) -> Double? {
    var scanner = PieceScanner()
    var context = LanguageModel.Context.start
    var total: Float = 0, count = 0
    for word in line.words {
      for symbol in symbols(of: word.text, with: &scanner) {
        let step = model.language.cost(of: symbol.word, after: context)
        context = step.next
        total += step.cost + symbol.penalty
        count += 1
      }
    }
    return count == 0 ? nil : Double(total) / Double(count)
  }

  /// What a word costs more that the model does not know, nats: for each letter, and at once if it is a Vietnamese
  /// syllable or, as misread words nearly always are, is not one. Held by `FluencyTests`.
  private enum UnknownWord { static let perLetter: Float = 1, syllable: Float = 2, other: Float = 6 }

  /// The model's symbols for a token, with the penalty of each, nats.
  private func symbols(of text: String, with scanner: inout PieceScanner) -> [(word: UInt16, penalty: Float)] {
    var text = text
    return text.withUTF8 { bytes in
      var pieces: [Piece] = []
      scanner.scan(bytes, 0..<bytes.count, into: &pieces)
      return pieces.map { piece in
        guard piece.kind.isOpen else { return (Symbol.of(piece.kind), 0) }
        let written = String(decoding: bytes[piece.start..<piece.end], as: UTF8.self)
        let small = smallLetters(written)
        if let word = model.vocabulary.exact(written) ?? model.vocabulary.exact(small) { return (word, 0) }
        let odd = Syllable.isValid(small) ? UnknownWord.syllable : UnknownWord.other
        return (Symbol.unknownLower, odd + UnknownWord.perLetter * Float(written.count))
      }
    }
  }
}
