internal import Vietnamese

/// A few words around what was found.
public struct Snippet: Hashable, Codable, Sendable {
  /// A stretch of the text, found or beside it. Joined, they are the snippet.
  public struct Piece: Hashable, Codable, Sendable {
    public var text: String
    public var isHit: Bool
  }

  public var pieces: [Piece]
  public var text: String { pieces.map(\.text).joined() }

  /// Words on each side of the window that holds the most of what was asked for.
  private static let width = 28

  /// `found`: the words of the text.
  init(of text: String, _ found: SearchWords, around terms: SearchTerms) {
    let scalars = Array(nfc(text).unicodeScalars)
    let words = found.words
    let hits = terms.places(in: words)
    let window = Self.window(of: words.count, around: hits)
    guard let first = words[window].first, let last = words[window].last else {
      pieces = []
      return
    }
    var pieces: [Piece] = window.lowerBound > 0 ? [Piece(text: "… ", isHit: false)] : []
    // Marks before the first word and after the last belong to an uncut text.
    var place = window.lowerBound > 0 ? first.range.lowerBound : 0
    let end = window.upperBound < words.count ? last.range.upperBound : scalars.count
    for hit in hits where window.contains(hit) {
      let range = words[hit].range.clamped(to: 0..<scalars.count)
      Self.append(scalars, place..<max(place, range.lowerBound), isHit: false, to: &pieces)
      Self.append(scalars, range, isHit: true, to: &pieces)
      place = range.upperBound
    }
    Self.append(scalars, place..<max(place, min(end, scalars.count)), isHit: false, to: &pieces)
    if window.upperBound < words.count { pieces.append(Piece(text: " …", isHit: false)) }
    self.pieces = pieces
  }

  private static func window(of count: Int, around hits: [Int]) -> Range<Int> {
    guard count > width else { return 0..<count }
    let best = hits.max { a, b in
      let (left, right) = (hits.count { (a..<a + width).contains($0) }, hits.count { (b..<b + width).contains($0) })
      return left < right || (left == right && a > b)
    }
    let start = min(max(0, (best ?? 0) - 6), count - width)
    return start..<start + width
  }

  private static func append(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, isHit: Bool, to pieces: inout [Piece]
  ) {
    guard !range.isEmpty, range.upperBound <= scalars.count else { return }
    var text = String.UnicodeScalarView()
    // A page's lines run on in a snippet.
    for scalar in scalars[range] { text.append(scalar == "\n" || scalar == "\t" ? " " : scalar) }
    pieces.append(Piece(text: String(text), isHit: isHit))
  }
}
