public import DocumentModel

/// Builds the model file from corpora. The same files and settings give the same bytes.
public struct ModelBuilder {
  /// A text to count.
  public struct Corpus: Hashable, Sendable {
    public var path: String
    /// Free of copyright (laws, lists of names): its rare n-grams may be kept.
    public var isOpen: Bool

    public init(path: String, isOpen: Bool) {
      self.path = path
      self.isOpen = isOpen
    }
  }

  public struct Settings: Hashable, Sendable {
    public var heldOut = HeldOut()
    /// Least gain in nats of a kept n-gram of two, three, four words.
    public var thresholds: [Float] = [2, 8, 12]
    /// Four words seen less often than this are not kept.
    public var leastLongest: UInt32 = 2

    public init() {}
  }

  /// The file's bytes, and what went into it.
  public struct Product: Sendable {
    public var model: [UInt8]
    public var tokens: Int
    public var words: Int
    /// Kept n-grams of one to four words.
    public var ngrams: [Int]
    /// Letter groups of document symbols, most frequent first.
    public var symbolParts: [(part: String, count: Int)]
  }

  private var stream = CorpusStream()
  private let settings: Settings

  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Counts a file of paragraphs, one a line.
  public mutating func add(_ corpus: Corpus) throws(Failure) {
    try stream.add(contentsOf: corpus.path, isOpen: corpus.isOpen, heldOut: settings.heldOut)
  }

  /// Counts names as if each had been written so many times.
  public mutating func add(names: [String], times: Int) { stream.add(names: names, times: times) }

  /// Estimates and prunes.
  public func build() -> Product {
    let vocabulary = WordListBuilder(stream)
    let ends = stream.sections.dropFirst().map(\.start) + [stream.tokens.count]
    let sections = zip(stream.sections, ends).map { (range: $0.start..<$1, isOpen: $0.isOpen) }
    let counts = NgramCounts(tokens: vocabulary.resolved(stream), sections: sections)
    let estimates = KneserNey(counts, leastLongest: settings.leastLongest)
    let levels = Pruner(counts, estimates, thresholds: [0, 0] + settings.thresholds).levels
    let parts = stream.symbolParts.filter { $0.value >= 20 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Product(
      model: ModelWriter(words: vocabulary.words, levels: levels).data(), tokens: stream.tokens.count,
      words: vocabulary.words.count, ngrams: levels.dropFirst().map(\.keys.count),
      symbolParts: parts.map { ($0.key, $0.value) })
  }
}
