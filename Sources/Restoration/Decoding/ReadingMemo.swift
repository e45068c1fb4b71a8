internal import Synchronization

/// Readings found before, kept from document to document: the same misread words come back on every page.
///
/// Bounded, and never a matter of what is read: a reading is a pure function of the word, the channel and the user's terms.
final class ReadingMemo: Sendable {
  /// Most readings kept, about ten megabytes. Then it is begun anew, since what is in use comes back at once.
  private static let most = 120_000

  struct Contents {
    private var candidates: [Candidate] = []
    private var places: [String: Range<Int>] = [:]

    /// The readings of a piece, if they are known.
    func readings(of text: String, _ kind: Piece.Kind) -> ArraySlice<Candidate>? {
      places[Self.key(text, kind)].map { candidates[$0] }
    }

    mutating func keep(_ readings: ArraySlice<Candidate>, of text: String, _ kind: Piece.Kind) {
      if candidates.count + readings.count > ReadingMemo.most { self = Contents() }
      let first = candidates.count
      candidates.append(contentsOf: readings)
      places[Self.key(text, kind)] = first..<candidates.count
    }

    /// A symbol and a word may be written alike.
    private static func key(_ text: String, _ kind: Piece.Kind) -> String { kind == .code ? "\t" + text : text }

    var count: Int { candidates.count }
  }

  private let contents = Mutex<[Noise: Contents]>([:])

  /// Takes the readings for a noise out; another document that is read meanwhile begins with none.
  func take(_ noise: Noise) -> Contents { contents.withLock { $0.removeValue(forKey: noise) ?? Contents() } }

  /// Puts them back, unless another document has brought more.
  func give(_ readings: Contents, _ noise: Noise) {
    contents.withLock { if $0[noise]?.count ?? 0 <= readings.count { $0[noise] = readings } }
  }
}
