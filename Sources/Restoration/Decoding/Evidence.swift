/// What the second pass knows beside the language model: the document's own words, and the neighbours of each place.
struct Evidence {
  private(set) var cache: DocumentCache
  private let sentence: SentenceContext?
  /// Where the part that is being decoded begins in its paragraph.
  private var start = 0

  init(_ cache: DocumentCache, _ sentence: SentenceContext?) {
    self.cache = cache
    self.sentence = sentence
  }

  /// Tells which part of a paragraph is decoded next, and what the first pass read in the paragraph.
  mutating func enter(_ part: Range<Int>, of reading: [DocumentCache.Entry]) {
    start = part.lowerBound
    cache.enter(Array(reading[part]))
  }

  /// What the neighbours add to the cost of a word at a unit of the part, nats.
  @inline(__always)
  func cost(of word: UInt16, at unit: Int) -> Float {
    guard let sentence else { return 0 }
    return DecoderWeights.Sentence.share * sentence.cost(of: word, at: start + unit)
  }
}
