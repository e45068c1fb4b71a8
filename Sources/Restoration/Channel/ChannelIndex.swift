internal import Foundation

/// A confusion table arranged for search: its rules by the characters that were read.
///
/// A *channel* is what garbles letters, here a recogniser: it turns the meant letters into the seen characters with
/// some probability (noisy-channel model). Characters have codes of one byte; code 0 stands for all that the table does
/// not know.
struct ChannelIndex: Sendable {
  typealias Entry = RuleTable.Entry

  /// How many codes of characters there are.
  static let codeCount = 256
  /// Characters below this, which Latin and Vietnamese text consists of, have their codes in a table.
  private static let commonCount = 0x2000

  /// By number of a character, its code.
  private var codes: [UInt32: UInt8] = [:]
  /// The same for the common characters, by their number.
  private var common = [UInt8](repeating: 0, count: ChannelIndex.commonCount)
  private var scalars: [UInt32] = [0]
  /// By what was read, packed as a key: what may be meant.
  private var entries = RuleTable()
  /// By code of a letter, the keys of its rules for that letter alone.
  private var keys: [UInt8: [UInt64]] = [:]
  /// By code, the cost of a letter of which nothing was read, nats.
  private(set) var deletion: [Float]
  /// By code, the code of the capital.
  private(set) var capital: [UInt8]

  init(_ table: ConfusionTable) {
    deletion = Array(repeating: DecoderWeights.Unseen.deletion, count: Self.codeCount)
    capital = (0...255).map { UInt8($0) }
    for rule in table.rules { add(rule) }
    for rule in LookalikeRules.all { cap(code(of: rule.meant.value), seen: code(of: rule.seen.value)) }
    for scalar in "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵfjwz"
      .unicodeScalars
    {
      capital[Int(code(of: scalar.value))] = code(of: capitalLetter(scalar.value))
    }
  }

  /// The code of a character, a new one if need be; 0 where all codes are in use.
  private mutating func code(of scalar: UInt32) -> UInt8 {
    if let known = codes[scalar] { return known }
    guard scalars.count < Self.codeCount else { return 0 }
    codes[scalar] = UInt8(scalars.count)
    if scalar < Self.commonCount { common[Int(scalar)] = UInt8(scalars.count) }
    scalars.append(scalar)
    return UInt8(scalars.count - 1)
  }

  /// The code of a character; 0 where it has none.
  func knownCode(of scalar: UInt32) -> UInt8 {
    scalar < Self.commonCount ? common[Int(scalar)] : codes[scalar] ?? 0
  }

  /// The codes of a text's characters.
  func codes(of text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { result.append(knownCode(of: scalar.value)) }
    return result
  }

  private mutating func add(_ rule: ConfusionTable.Rule) {
    guard let last = rule.meant.last, rule.meant.count <= 2, rule.seen.count <= ConfusionTable.longestSeen else {
      return
    }
    let entry = Entry(first: rule.meant.count == 2 ? code(of: rule.meant[0]) : 0, last: code(of: last), cost: rule.cost)
    if entry.last == 0 { return }
    if rule.seen.isEmpty {
      if rule.meant.count == 1 { deletion[Int(entry.last)] = min(rule.cost, DecoderWeights.Unseen.deletion) }
      return
    }
    insert(entry, at: Self.key(rule.seen.map { code(of: $0) }[...]))
  }

  /// Up to four codes and their number in one key.
  private static func key(_ seen: ArraySlice<UInt8>) -> UInt64 {
    RuleTable.key(seen.reduce(0) { $0 << 8 | UInt64($1) }, seen.count)
  }

  /// Multiplies the probability of every rule for a letter alone by a share, 0…1.
  mutating func scale(_ letter: UInt8, by share: Float) {
    let cost = -log(share)
    deletion[Int(letter)] += cost
    for key in keys[letter] ?? [] {
      for index in entries[key].indices where entries[key][index].last == letter && entries[key][index].first == 0 {
        entries[key][index].cost += cost
      }
    }
  }

  /// Adds to the probability that a letter is read as `seen`.
  mutating func mix(_ letter: UInt8, seen: [UInt8], probability: Float) {
    if seen.isEmpty {
      deletion[Int(letter)] = -log(exp(-deletion[Int(letter)]) + probability)
      return
    }
    let key = Self.key(seen[...])
    if let index = entries[key].firstIndex(where: { $0.last == letter && $0.first == 0 }) {
      entries[key][index].cost = -log(exp(-entries[key][index].cost) + probability)
    } else {
      insert(Entry(first: 0, last: letter, cost: -log(probability)), at: key)
    }
  }

  /// Sees to it that reading `seen` for a letter costs no more than what looks alike costs.
  private mutating func cap(_ letter: UInt8, seen: UInt8) {
    let key = Self.key([seen]), most = DecoderWeights.Unseen.lookalike
    if let index = entries[key].firstIndex(where: { $0.last == letter && $0.first == 0 }) {
      entries[key][index].cost = min(entries[key][index].cost, most)
    } else {
      insert(Entry(first: 0, last: letter, cost: most), at: key)
    }
  }

  private mutating func insert(_ entry: Entry, at key: UInt64) {
    entries[key].append(entry)
    if entry.first == 0 { keys[entry.last, default: []].append(key) }
  }

  /// The rules that explain a part of what was read; none where that is too long to be a word.
  func edges(_ seen: [UInt8]) -> SeenEdges {
    guard seen.count <= SeenEdges.longest else { return SeenEdges() }
    var found: [SeenEdges.Edge] = []
    for from in seen.indices {
      var codes: UInt64 = 0
      for to in (from + 1)...min(from + ConfusionTable.longestSeen, seen.count) {
        codes = codes << 8 | UInt64(seen[to - 1])
        for rule in entries[RuleTable.key(codes, to - from)] {
          found.append(
            SeenEdges.Edge(first: rule.first, last: rule.last, from: UInt8(from), to: UInt8(to), cost: rule.cost))
        }
      }
    }
    return SeenEdges(found)
  }
}
