public import DocumentModel
internal import Vietnamese

extension Restorer {
  /// How well a line reads as Vietnamese: the mean cost of its words, in nats, lower is better; nil for a line without
  /// words. For choosing among readings of the same print; it says nothing of what was printed.
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

  /// The model's symbols for a token. A word that it does not know pays for every letter, and more where no syllable is
  /// written so: a misread word is nearly always one of these.
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
        let odd: Float = Syllable.isValid(small) ? 2 : 6
        return (Symbol.unknownLower, odd + Float(written.count))
      }
    }
  }
}
