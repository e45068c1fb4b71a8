/// Counts of features at groups of words that fit into little memory: two tables of bytes, of which the lesser count
/// holds (a count–min sketch). A count may be too high, never too low.
final class ContextCounts {
  private let mask: UInt64
  private let first, second: UnsafeMutablePointer<UInt8>

  /// `logSlots` is the binary logarithm of the number of counts in each table.
  init(logSlots: Int) {
    let slots = 1 << logSlots
    mask = UInt64(slots - 1)
    first = .allocate(capacity: slots)
    second = .allocate(capacity: slots)
    first.initialize(repeating: 0, count: slots)
    second.initialize(repeating: 0, count: slots)
  }

  deinit {
    first.deallocate()
    second.deallocate()
  }

  @inline(__always)
  func add(_ key: UInt64) {
    let (a, b) = places(key)
    if first[a] < .max { first[a] += 1 }
    if second[b] < .max { second[b] += 1 }
  }

  /// Whether a key was added as often as `least`, 255 at most.
  @inline(__always)
  func has(_ key: UInt64, least: UInt8) -> Bool {
    let (a, b) = places(key)
    return first[a] >= least && second[b] >= least
  }

  @inline(__always)
  private func places(_ key: UInt64) -> (Int, Int) {
    (Int(key & mask), Int(key >> 32 & mask))
  }
}
