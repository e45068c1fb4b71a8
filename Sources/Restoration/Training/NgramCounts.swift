/// The distinct n-grams of one length with their counts, sorted. A key has 16 bits for each word, the last word in the
/// lowest.
struct NgramList {
  var keys: [UInt64] = []
  /// How often each occurs.
  var raw: [UInt32] = []
  /// The count from which Kneser–Ney estimates: for the longest n-grams how often each occurs, for the others the
  /// number of distinct words seen before it.
  var adjusted: [UInt32] = []
  /// Whether the model may hold it, since it is in a text without copyright or was seen often enough.
  var isFree: [Bool] = []

  var count: Int { keys.count }

  mutating func append(_ key: UInt64, raw: UInt32, adjusted: UInt32, isFree: Bool) {
    keys.append(key)
    self.raw.append(raw)
    self.adjusted.append(adjusted)
    self.isFree.append(isFree)
  }

  /// The index of a key; nil where it is not there.
  func index(of key: UInt64) -> Int? { keys.sortedIndex(of: key) }
}

/// Counts of n-grams of one to four words.
struct NgramCounts {
  static let order = 4
  /// Logarithm of the probability that stands for an n-gram that was never counted.
  static let logUnseen: Float = -20
  /// N-grams of texts with copyright must be seen this often to be kept.
  static let leastClosed: UInt32 = 3

  /// `levels[n]` holds the n-grams of n words; `levels[0]` is empty.
  private(set) var levels: [NgramList]

  init(tokens: [UInt16], sections: [(range: Range<Int>, isOpen: Bool)]) {
    let open = Self.keys(tokens, sections.filter(\.isOpen).map(\.range))
    let closed = Self.keys(tokens, sections.filter { !$0.isOpen }.map(\.range))
    levels = Array(repeating: NgramList(), count: Self.order + 1)
    var truncated = Array(repeating: NgramList(), count: Self.order + 1)
    Self.merge(open, closed) { key, count, isFree in
      let length = Self.length(key)
      if length == Self.order {
        levels[length].append(key, raw: count, adjusted: count, isFree: isFree)
      } else {
        truncated[length].append(key, raw: count, adjusted: count, isFree: isFree)
      }
    }
    for length in stride(from: Self.order - 1, through: 1, by: -1) {
      levels[length] = Self.suffixes(of: levels[length + 1], length: length, joining: truncated[length])
    }
  }

  /// How many words a key has.
  private static func length(_ key: UInt64) -> Int {
    key >> 48 != 0 ? 4 : key >> 32 != 0 ? 3 : key >> 16 != 0 ? 2 : 1
  }

  /// The longest n-gram that ends at each token, sorted. No context reaches back over a sentence's start.
  private static func keys(_ tokens: [UInt16], _ ranges: [Range<Int>]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      var context: UInt64 = UInt64(Symbol.boundary)
      for index in range {
        let token = UInt64(tokens[index])
        if token == context { continue }
        let key = context << 16 | token
        result.append(key)
        context = token == UInt64(Symbol.boundary) ? token : key & 0xFFFF_FFFF_FFFF
      }
    }
    radixSort(&result)
    return result
  }

  /// Walks two sorted lists as one and calls the body once for each distinct key.
  private static func merge(_ open: [UInt64], _ closed: [UInt64], _ body: (UInt64, UInt32, Bool) -> Void) {
    var i = 0, j = 0
    while i < open.count || j < closed.count {
      let key = min(i < open.count ? open[i] : .max, j < closed.count ? closed[j] : .max)
      var inOpen: UInt32 = 0, inClosed: UInt32 = 0
      while i < open.count, open[i] == key { (i, inOpen) = (i + 1, inOpen + 1) }
      while j < closed.count, closed[j] == key { (j, inClosed) = (j + 1, inClosed + 1) }
      body(key, inOpen + inClosed, inOpen > 0 || inClosed >= leastClosed)
    }
  }

  /// The n-grams of `longer` without their first word, merged with those that begin a sentence, which keep their
  /// counts.
  private static func suffixes(of longer: NgramList, length: Int, joining starts: NgramList) -> NgramList {
    let mask = (UInt64(1) << UInt64(16 * length)) - 1
    var suffixes = NgramList()
    var order = longer.keys.indices.map { UInt32($0) }
    sortBySuffix(&order, longer.keys, mask: mask)
    var position = 0, start = 0
    while position < order.count || start < starts.count {
      let next = position < order.count ? longer.keys[Int(order[position])] & mask : .max
      if start < starts.count, starts.keys[start] < next {
        suffixes.append(
          starts.keys[start], raw: starts.raw[start], adjusted: starts.raw[start], isFree: starts.isFree[start])
        start += 1
        continue
      }
      var raw: UInt32 = 0, kinds: UInt32 = 0, isFree = false
      while position < order.count, longer.keys[Int(order[position])] & mask == next {
        let index = Int(order[position])
        raw += longer.raw[index]
        kinds += 1
        isFree = isFree || longer.isFree[index]
        position += 1
      }
      suffixes.append(next, raw: raw, adjusted: kinds, isFree: isFree || raw >= leastClosed)
    }
    return suffixes
  }

  /// Sorts indices by the low part of their keys.
  private static func sortBySuffix(_ order: inout [UInt32], _ keys: [UInt64], mask: UInt64) {
    var scratch = order
    for shift in stride(from: 0, to: 64, by: 16) where mask >> UInt64(shift) != 0 {
      var starts = Array(repeating: 0, count: 65537)
      for index in order { starts[Int(keys[Int(index)] >> UInt64(shift) & 0xFFFF) + 1] += 1 }
      for word in 1...65536 { starts[word] += starts[word - 1] }
      for index in order {
        let word = Int(keys[Int(index)] >> UInt64(shift) & 0xFFFF)
        scratch[starts[word]] = index
        starts[word] += 1
      }
      swap(&order, &scratch)
    }
  }
}
