internal import CTesseract
internal import DocumentModel

/// For every letter of a word, the letters that the engine took it for, the likeliest first.
struct SymbolChoices {
  struct Choice {
    var text: String
    /// How much less likely than the likeliest, nats.
    var behind: Double
  }

  private(set) var symbols: [[Choice]] = []

  /// Tesseract's confidence of a letter is 100 + 35 × the logarithm of its probability.
  private static let pointsPerNat = 35.0
  /// Letters less likely than this are no choice, nats.
  private static let widest = 2.5
  /// Most alternatives of a word.
  private static let most = 6

  init(symbols: [[Choice]]) { self.symbols = symbols }

  /// Reads the choices of the word an iterator stands at, and leaves it at the word's last letter.
  init(ofWordAt iterator: OpaquePointer) {
    guard let page = TessResultIteratorGetPageIterator(iterator) else { return }
    repeat {
      symbols.append(Self.choices(at: iterator))
      if TessPageIteratorIsAtFinalElement(page, RIL_WORD, RIL_SYMBOL) != 0 { return }
    } while TessResultIteratorNext(iterator, RIL_SYMBOL) != 0
  }

  private static func choices(at iterator: OpaquePointer) -> [Choice] {
    guard let choices = TessResultIteratorGetChoiceIterator(iterator) else { return [] }
    defer { TessChoiceIteratorDelete(choices) }
    var result: [Choice] = [], best: Double?
    repeat {
      guard let utf8 = TessChoiceIteratorGetUTF8Text(choices) else { continue }
      let confidence = Double(TessChoiceIteratorConfidence(choices))
      let top = best ?? confidence
      best = top
      let behind = max(0, (top - confidence) / pointsPerNat)
      if confidence > 0, behind <= widest { result.append(Choice(text: String(cString: utf8), behind: behind)) }
    } while TessChoiceIteratorNext(choices) != 0
    return result
  }

  /// Other readings of the word, the likeliest first: of one letter or a few taken for others.
  func alternatives(to text: String) -> [Word.Alternative] {
    let printed = symbols.map { $0.first?.text ?? "" }
    guard printed.joined() == text else { return [] }
    var paths = [Word.Alternative("", behind: 0)]
    for symbol in symbols {
      paths = paths.flatMap { path in
        symbol.map { Word.Alternative(path.text + $0.text, behind: path.behind + $0.behind) }
      }
      paths.sort { ($0.behind, $0.text) < ($1.behind, $1.text) }
      paths = Array(paths.prefix(Self.most + 1))
    }
    return paths.filter { $0.text != text && $0.behind <= Self.widest }
  }
}
