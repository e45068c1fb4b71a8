public import DocumentModel

/// Builds the model file from texts. The same texts and settings give the same bytes.
public struct ModelBuilder {
  /// A text whose words are counted.
  public struct Corpus: Hashable, Sendable {
    public var path: String
    /// Whether it is free of copyright (laws, lists of names), so that its rare n-grams may be kept.
    public var isOpen: Bool

    public init(path: String, isOpen: Bool) {
      self.path = path
      self.isOpen = isOpen
    }
  }

  public struct Settings: Hashable, Sendable {
    public var heldOut = HeldOut()
    /// The least gain over the whole corpus of a kept n-gram of two, three and four words, nats. The table "News: what
    /// was tried" of docs/accuracy-restoration.md has others.
    public var thresholds: [Float] = [2, 8, 12]
    /// N-grams of four words that were seen less often are not kept.
    public var leastLongest: UInt32 = 2

    public init() {}
  }

  /// The bytes of the model file, and counts of what it was made of.
  public struct Product: Sendable {
    public var model: [UInt8]
    public var tokens: Int
    public var words: Int
    /// How many n-grams of one, two, three and four words were kept.
    public var ngrams: [Int]
    /// Groups of letters of document symbols, the most frequent first.
    public var symbolParts: [(part: String, count: Int)]
  }

  private var stream = CorpusStream()
  private let settings: Settings

  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Counts a file with one paragraph in each line.
  ///
  /// - Throws: `Failure` if the file cannot be opened, is empty or cannot be mapped.
  public mutating func add(_ corpus: Corpus) throws(Failure) {
    try stream.add(contentsOf: corpus.path, isOpen: corpus.isOpen, heldOut: settings.heldOut)
  }

  /// Counts each name as if it had been written `times` times.
  public mutating func add(names: [String], times: Int) { stream.add(names: names, times: times) }

  /// Groups of letters that were seen less often are not listed: they may be misprints.
  private static let leastSymbolPart = 20

  /// Estimates the probabilities, prunes them, and writes the model.
  public func build() -> Product {
    let vocabulary = WordListBuilder(stream)
    let ends = stream.sections.dropFirst().map(\.start) + [stream.tokens.count]
    let sections = zip(stream.sections, ends).map { (range: $0.start..<$1, isOpen: $0.isOpen) }
    let counts = NgramCounts(tokens: vocabulary.resolved(stream), sections: sections)
    let estimates = KneserNey(counts, leastLongest: settings.leastLongest)
    let levels = Pruner(counts, estimates, thresholds: [0, 0] + settings.thresholds).levels
    let parts = stream.symbolParts.filter { $0.value >= Self.leastSymbolPart }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    return Product(
      model: ModelWriter(words: vocabulary.words, levels: levels).data(), tokens: stream.tokens.count,
      words: vocabulary.words.count, ngrams: levels.dropFirst().map(\.keys.count),
      symbolParts: parts.map { ($0.key, $0.value) })
  }
}
