/// The probability of a Vietnamese word after up to three others (n-grams of one to four words with back-off), searched
/// in place in the mapped file.
///
/// The n-grams are a trie by context: the children of a node are the words seen after it, sorted by their numbers.
struct LanguageModel: Sendable {
  /// What the model needs to know of the words so far: the nodes of the last three, two and one words; −1 where the
  /// model has no such n-gram.
  struct Context: Hashable, Sendable {
    var trigram: Int32 = -1
    var bigram: Int32 = -1
    var word: UInt16 = Symbol.boundary

    static let start = Context()
  }

  /// The n-grams of one length. Its pointers lead into the mapped file, which never changes.
  private struct Level: @unchecked Sendable {
    let words: UnsafePointer<UInt16>
    let probability: UnsafePointer<UInt8>
    let backoff: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>

    @inline(__always) func children(_ node: Int) -> Range<Int> {
      (node == 0 ? 0 : Int(ends[node - 1]))..<Int(ends[node])
    }
  }

  private let file: MappedFile
  private let one, two, three, four: Level

  /// - Precondition: the file's header and checksum were checked.
  init(_ file: MappedFile, _ offset: (ModelLayout.Section) -> Int) {
    self.file = file
    let base = file.start
    func numbers<Number>(_ section: ModelLayout.Section, _ type: Number.Type) -> UnsafePointer<Number> {
      (base + offset(section)).assumingMemoryBound(to: type)
    }
    func level(
      _ words: ModelLayout.Section, _ probability: ModelLayout.Section, _ backoff: ModelLayout.Section,
      _ ends: ModelLayout.Section
    ) -> Level {
      Level(
        words: numbers(words, UInt16.self), probability: numbers(probability, UInt8.self),
        backoff: numbers(backoff, UInt8.self), ends: numbers(ends, UInt32.self))
    }
    // Level one is addressed by the numbers of words and has no list of words, level four has no back-off and no
    // children. Both get another section in their place, which is never read.
    one = level(.keyEnds, .probability1, .backoff1, .children1)
    two = level(.words2, .probability2, .backoff2, .children2)
    three = level(.words3, .probability3, .backoff3, .children3)
    four = level(.words4, .probability4, .probability4, .children3)
  }

  /// The cost of a word by its frequency alone, nats.
  func cost(of word: UInt16) -> Float { Float(one.probability[Int(word)]) * ModelLayout.step }

  /// The cost of a word after a context, nats, and the context after it.
  func cost(of word: UInt16, after context: Context) -> (cost: Float, next: Context) {
    let scope = scope(of: context)
    return cost(
      of: word, alone: steps(of: word), after: scope, pair: pair(word, in: scope), triple: triple(word, in: scope))
  }

  /// What the model has after one context: it is looked up once for all words that are asked for.
  struct Scope {
    let context: Context
    /// The children of the context's word, of its last two words and of its last three.
    fileprivate let pairs, triples, quads: Range<Int>
    /// What it costs to leave out the first of three, two and one words, in steps of the file.
    fileprivate let third, second, first: Int32

    var word: UInt16 { context.word }
  }

  func scope(of context: Context) -> Scope {
    let (trigram, bigram, word) = (Int(context.trigram), Int(context.bigram), Int(context.word))
    let zero = ModelLayout.backoffZero
    return Scope(
      context: context, pairs: one.children(word), triples: bigram < 0 ? 0..<0 : two.children(bigram),
      quads: trigram < 0 ? 0..<0 : three.children(trigram),
      third: trigram < 0 ? 0 : zero - Int32(three.backoff[trigram]),
      second: bigram < 0 ? 0 : zero - Int32(two.backoff[bigram]), first: zero - Int32(one.backoff[word]))
  }

  /// The cost of a word by its frequency alone, in steps of the file.
  @inline(__always)
  func steps(of word: UInt16) -> Int32 { Int32(one.probability[Int(word)]) }

  /// The nodes of the n-grams of two and three words that a word ends after a context; −1 where the model has none.
  @inline(__always)
  func pair(_ word: UInt16, in scope: Scope) -> Int32 { find(word, in: scope.pairs, of: two.words) }
  @inline(__always)
  func triple(_ word: UInt16, in scope: Scope) -> Int32 { find(word, in: scope.triples, of: three.words) }

  /// The cost from the longest n-gram that the model has; for each shorter one that is tried, the context's back-off is
  /// added. `alone` is what the word costs by its frequency; `pair` and `triple` are the nodes of the n-grams of two and
  /// three words, −1 for none. Costs are added in steps of the file, since probabilities and back-offs are bytes.
  @inline(__always)
  func cost(
    of word: UInt16, alone: Int32, after scope: Scope, pair: Int32, triple: Int32
  ) -> (cost: Float, next: Context) {
    let next = word == Symbol.boundary ? Context.start : Context(trigram: triple, bigram: pair, word: word)
    let quad = find(word, in: scope.quads, of: four.words)
    if quad >= 0 { return (Float(four.probability[Int(quad)]) * ModelLayout.step, next) }
    var total = scope.third
    if triple >= 0 { return (Float(total + Int32(three.probability[Int(triple)])) * ModelLayout.step, next) }
    total += scope.second
    if pair >= 0 { return (Float(total + Int32(two.probability[Int(pair)])) * ModelLayout.step, next) }
    return (Float(total + scope.first + alone) * ModelLayout.step, next)
  }

  /// The index of a word in a sorted range; −1 where it is not there. Each step is added as a shifted bit and not by a
  /// branch, which no processor could foretell.
  @inline(__always)
  private func find(_ word: UInt16, in range: Range<Int>, of words: UnsafePointer<UInt16>) -> Int32 {
    let count = range.count
    if count == 0 { return -1 }
    // The greatest power of two that the range holds: from its start or from its end.
    var shift = UInt64(Int.bitWidth - 1 - count.leadingZeroBitCount)
    let start = range.upperBound &- (1 << Int(shift))
    var low = words[start] <= word ? start : range.lowerBound
    while shift > 0 {
      shift &-= 1
      let isBeyond: UInt64 = words[low &+ (1 << Int(shift))] <= word ? 1 : 0
      low &+= Int(truncatingIfNeeded: isBeyond &<< shift)
    }
    return words[low] == word ? Int32(truncatingIfNeeded: low) : -1
  }
}
