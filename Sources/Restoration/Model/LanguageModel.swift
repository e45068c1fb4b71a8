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
    let pair = find(word, in: one.children(Int(context.word)), of: two.words)
    let triple = context.bigram >= 0 ? find(word, in: two.children(Int(context.bigram)), of: three.words) : -1
    return cost(of: word, after: context, pair: pair, triple: triple)
  }

  /// The same for one word after many contexts, of which those with the same last words share the search. `memo` holds
  /// what was found for this word after other contexts; `wordSlot` and `pairSlot` are the places in it of the context's
  /// last word and of its last two.
  @inline(__always)
  func cost(
    of word: UInt16, after context: Context, memo: LookupMemo, wordSlot: Int, pairSlot: Int
  ) -> (cost: Float, next: Context) {
    if memo.pairs[wordSlot] == LookupMemo.unknown {
      memo.pairs[wordSlot] = Int32(truncatingIfNeeded: find(word, in: one.children(Int(context.word)), of: two.words))
    }
    if memo.triples[pairSlot] == LookupMemo.unknown {
      let triple = context.bigram >= 0 ? find(word, in: two.children(Int(context.bigram)), of: three.words) : -1
      memo.triples[pairSlot] = Int32(truncatingIfNeeded: triple)
    }
    return cost(of: word, after: context, pair: Int(memo.pairs[wordSlot]), triple: Int(memo.triples[pairSlot]))
  }

  /// The cost from the longest n-gram that the model has; for each shorter one that is tried, the context's back-off is
  /// added. `pair` and `triple` are the nodes of the n-grams of two and three words, −1 for none.
  @inline(__always)
  private func cost(
    of word: UInt16, after context: Context, pair: Int, triple: Int
  ) -> (cost: Float, next: Context) {
    let next =
      word == Symbol.boundary
      ? Context.start
      : Context(trigram: Int32(truncatingIfNeeded: triple), bigram: Int32(truncatingIfNeeded: pair), word: word)
    // In steps of the file, since probabilities and back-offs are bytes.
    var total: Int32 = 0
    if context.trigram >= 0 {
      let node = Int(context.trigram)
      let quad = find(word, in: three.children(node), of: four.words)
      if quad >= 0 { return (Float(four.probability[quad]) * ModelLayout.step, next) }
      total += ModelLayout.backoffZero - Int32(three.backoff[node])
    }
    if triple >= 0 { return (Float(total + Int32(three.probability[triple])) * ModelLayout.step, next) }
    if context.bigram >= 0 { total += ModelLayout.backoffZero - Int32(two.backoff[Int(context.bigram)]) }
    if pair >= 0 { return (Float(total + Int32(two.probability[pair])) * ModelLayout.step, next) }
    total += ModelLayout.backoffZero - Int32(one.backoff[Int(context.word)]) + Int32(one.probability[Int(word)])
    return (Float(total) * ModelLayout.step, next)
  }

  /// Words that are compared one by one at the end of a binary search, which is faster than halving them.
  private static let shortRange = 8

  /// The index of a word in a sorted range; −1 where it is not there.
  @inline(__always)
  private func find(_ word: UInt16, in range: Range<Int>, of words: UnsafePointer<UInt16>) -> Int {
    var low = range.lowerBound, count = range.count
    while count > Self.shortRange {
      let half = count >> 1
      if words[low + half] <= word { low += half }
      count -= half
    }
    for index in low..<(low + count) where words[index] == word { return index }
    return -1
  }
}

/// The nodes that were found for one word after the contexts of a unit. Each decoder has one of its own.
final class LookupMemo {
  /// Not looked up yet; −1 is "looked up and not there".
  static let unknown: Int32 = -2
  /// More contexts than a beam keeps.
  private static let slots = 256
  let pairs = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)
  let triples = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)

  deinit {
    pairs.deallocate()
    triples.deallocate()
  }

  /// Empties the first slots.
  @inline(__always)
  func reset(_ count: Int) {
    pairs.update(repeating: Self.unknown, count: min(count, Self.slots))
    triples.update(repeating: Self.unknown, count: min(count, Self.slots))
  }
}
