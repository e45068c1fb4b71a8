/// Four words at a time: probabilities of Vietnamese syllables, searched in place in the mapped file.
///
/// A trie by context: the children of a node are the words seen after it, sorted.
struct LanguageModel: Sendable {
  /// What the model remembers of the words so far: the longest kept n-grams that end here. −1 where there is none.
  struct Context: Hashable, Sendable {
    var trigram: Int32 = -1
    var bigram: Int32 = -1
    var word: UInt16 = Symbol.boundary

    static let start = Context()
  }

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
    // Single words stand by number and need no list of words; four words have no back-off and no children.
    one = level(.keyEnds, .probability1, .backoff1, .children1)
    two = level(.words2, .probability2, .backoff2, .children2)
    three = level(.words3, .probability3, .backoff3, .children3)
    four = level(.words4, .probability4, .probability4, .children3)
  }

  /// The cost (negative logarithm, nats) of a word alone.
  func cost(of word: UInt16) -> Float { Float(one.probability[Int(word)]) * 0.0625 }

  /// The cost of a word after a context, nats, and the context after it.
  func cost(of word: UInt16, after context: Context) -> (cost: Float, next: Context) {
    let pair = find(word, in: one.children(Int(context.word)), of: two.words)
    let triple = context.bigram >= 0 ? find(word, in: two.children(Int(context.bigram)), of: three.words) : -1
    return cost(of: word, after: context, pair: pair, triple: triple)
  }

  /// The same for one word after many contexts: those that share their last words share the search.
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

  @inline(__always)
  private func cost(
    of word: UInt16, after context: Context, pair: Int, triple: Int
  ) -> (cost: Float, next: Context) {
    let next =
      word == Symbol.boundary
      ? Context.start
      : Context(trigram: Int32(truncatingIfNeeded: triple), bigram: Int32(truncatingIfNeeded: pair), word: word)
    var total: Int32 = 0
    if context.trigram >= 0 {
      let node = Int(context.trigram)
      let quad = find(word, in: three.children(node), of: four.words)
      if quad >= 0 { return (Float(four.probability[quad]) * 0.0625, next) }
      total += 192 - Int32(three.backoff[node])
    }
    if triple >= 0 { return (Float(total + Int32(three.probability[triple])) * 0.0625, next) }
    if context.bigram >= 0 { total += 192 - Int32(two.backoff[Int(context.bigram)]) }
    if pair >= 0 { return (Float(total + Int32(two.probability[pair])) * 0.0625, next) }
    total += 192 - Int32(one.backoff[Int(context.word)]) + Int32(one.probability[Int(word)])
    return (Float(total) * 0.0625, next)
  }

  @inline(__always)
  private func find(_ word: UInt16, in range: Range<Int>, of words: UnsafePointer<UInt16>) -> Int {
    var low = range.lowerBound, count = range.count
    while count > 8 {
      let half = count >> 1
      if words[low + half] <= word { low += half }
      count -= half
    }
    for index in low..<(low + count) where words[index] == word { return index }
    return -1
  }
}

/// What was found for one word after the contexts of a unit: scratch of one decoder.
final class LookupMemo {
  static let unknown: Int32 = -2
  /// More contexts than any beam keeps.
  private static let slots = 256
  let pairs = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)
  let triples = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)

  deinit {
    pairs.deallocate()
    triples.deallocate()
  }

  /// Forgets what stands in the first slots.
  @inline(__always)
  func reset(_ count: Int) {
    pairs.update(repeating: Self.unknown, count: min(count, Self.slots))
    triples.update(repeating: Self.unknown, count: min(count, Self.slots))
  }
}
