public import DocumentModel
internal import Foundation

/// Learns `ContextModel` from texts: logistic regression among the words of one group, by stochastic gradient descent
/// with a rate for each weight (AdaGrad; Duchi, Hazan and Singer 2011). The same texts and settings give the same bytes.
public struct ContextTrainer {
  public struct Settings: Hashable, Sendable {
    public var heldOut = HeldOut()
    /// How often a feature must stand at a group of words to be learned: rarer ones of texts that are not free are not
    /// kept, and teach little.
    public var least: UInt8 = 3
    public var passes = 1
    public var rate: Float = 0.15
    /// Buckets of eight weights of two bytes in the file.
    public var buckets = 1_150_000
    /// Binary logarithm of the number of weights while learning, eight bytes each.
    public var logWeights = 27
    /// Binary logarithm of the number of counts of features, two bytes each.
    public var logCounts = 28

    public init() {}
  }

  private let settings: Settings
  private let vocabulary: WordList
  private let groups: WordGroups
  private let language: UInt64
  private var stream = CorpusStream()

  /// - Throws: `Failure` if the language model, whose words are numbered, is missing or damaged.
  public init(languageModel path: String, settings: Settings = Settings()) throws(Failure) {
    let file = try MappedFile(path: path), header = try ModelHeader(file, path: path)
    vocabulary = WordList(file, words: header.words, keys: header.keys, header.offset(of:))
    groups = WordGroups(vocabulary, LanguageModel(file, header.offset(of:)))
    language = header.checksum
    self.settings = settings
  }

  /// Reads a file with one paragraph in each line.
  ///
  /// - Throws: `Failure` if the file cannot be opened, is empty or cannot be mapped.
  public mutating func add(contentsOf path: String) throws(Failure) {
    try stream.add(contentsOf: path, isOpen: false, heldOut: settings.heldOut)
  }

  /// Learns the weights and writes the file. `report` is told the pass and the share of words that were right in it.
  public func train(report: (Int, Double) -> Void) -> [UInt8] {
    let words = WordListBuilder(stream, words: vocabulary.all.map(vocabulary.text)).resolved(stream)
    return words.withUnsafeBufferPointer { words in
      let counts = ContextCounts(logSlots: settings.logCounts)
      for place in words.indices { count(words, place, in: counts) }
      var descent = ContextDescent(groups, counts, settings)
      for pass in 1...settings.passes { report(pass, descent.pass(words)) }
      var writer = ContextWriter(buckets: settings.buckets)
      for place in words.indices {
        descent.forEachWeight(words, place) { pair, weight in writer.add(pair, weight) }
      }
      return writer.data(language: language)
    }
  }

  private func count(_ words: UnsafeBufferPointer<UInt16>, _ place: Int, in counts: ContextCounts) {
    let group = groups.range(of: words[place])
    if group.isEmpty { return }
    let features = ContextFeatures(words, at: place)
    for feature in 0..<ContextFeatures.count {
      counts.add(ContextFeatures.pair(features.hashes[feature], groups.members[group.lowerBound]))
    }
  }
}
