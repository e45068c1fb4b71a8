internal import Synchronization

/// Keeps the readings of words from document to document, since the same misread words come back on every page.
///
/// It saves time and changes no result: the readings of a word are a pure function of the word, the channel and the
/// user's terms. Its size is bounded. Threads may share it; each takes the contents out and gives them back.
final class ReadingMemo: Sendable {
  /// The most readings that are kept, about ten megabytes. A full memo is emptied: words in use come back at once.
  private static let most = 120_000

  struct Contents {
    private var candidates: [Candidate] = []
    private var places: [String: Range<Int>] = [:]

    /// The readings of a piece; nil where it was not met before.
    func readings(of text: String, _ kind: Piece.Kind) -> ArraySlice<Candidate>? {
      places[Self.key(text, kind)].map { candidates[$0] }
    }

    mutating func keep(_ readings: ArraySlice<Candidate>, of text: String, _ kind: Piece.Kind) {
      if candidates.count + readings.count > ReadingMemo.most { self = Contents() }
      let first = candidates.count
      candidates.append(contentsOf: readings)
      places[Self.key(text, kind)] = first..<candidates.count
    }

    /// The text with a mark for document symbols, since a symbol and a word may be written alike.
    private static func key(_ text: String, _ kind: Piece.Kind) -> String { kind == .code ? "\t" + text : text }

    var count: Int { candidates.count }
  }

  private let contents = Mutex<[Noise: Contents]>([:])

  /// Takes the readings for a noise out. A document that is read at the same time begins without any.
  func take(_ noise: Noise) -> Contents { contents.withLock { $0.removeValue(forKey: noise) ?? Contents() } }

  /// Puts readings back, unless another document has put back more of them meanwhile.
  func give(_ readings: Contents, _ noise: Noise) {
    contents.withLock { if $0[noise]?.count ?? 0 <= readings.count { $0[noise] = readings } }
  }
}
