/// What may be meant, by what was read: a table with open addressing, which is asked for every few characters of every word.
struct RuleTable: Sendable {
  /// One or two letters that may be meant; `first` is 0 for one.
  struct Entry: Sendable {
    var first, last: UInt8
    /// Nats.
    var cost: Float
  }

  /// Keys of what was read, 0 where a slot is free, and beside each its entries.
  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 13)
  private var lists: [[Entry]] = Array(repeating: [], count: 1 << 13)
  private var count = 0

  /// Up to four codes and their number in one key, which is never 0.
  static func key(_ codes: UInt64, _ count: Int) -> UInt64 { UInt64(count) << 32 | codes }

  /// The entries of a key; none where there are none.
  subscript(key: UInt64) -> [Entry] {
    @inline(__always) get { lists[slot(of: key)] }
    _modify {
      if keys[slot(of: key)] == 0 { take(key) }
      yield &lists[slot(of: key)]
    }
  }

  /// The slot of a key, or the free one in which it would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Takes a slot for a new key. At most half of all slots are in use.
  private mutating func take(_ key: UInt64) {
    if 2 * (count + 1) > keys.count { grow() }
    keys[slot(of: key)] = key
    count += 1
  }

  private mutating func grow() {
    let old = zip(keys, lists).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: 2 * keys.count)
    lists = Array(repeating: [], count: keys.count)
    for (key, list) in old {
      keys[slot(of: key)] = key
      lists[slot(of: key)] = list
    }
  }
}
