/// Counts of features at groups of words that fit into little memory: two tables of bytes, of which the lesser count
/// holds (a count–min sketch). A count may be too high, never too low.
final class ContextCounts {
  private static let slots = 1 << 28
  private let first = UnsafeMutablePointer<UInt8>.allocate(capacity: ContextCounts.slots)
  private let second = UnsafeMutablePointer<UInt8>.allocate(capacity: ContextCounts.slots)

  init() {
    first.initialize(repeating: 0, count: Self.slots)
    second.initialize(repeating: 0, count: Self.slots)
  }

  deinit {
    first.deallocate()
    second.deallocate()
  }

  @inline(__always)
  func add(_ key: UInt64) {
    let (a, b) = Self.places(key)
    if first[a] < .max { first[a] += 1 }
    if second[b] < .max { second[b] += 1 }
  }

  /// Whether a key was added as often as `least`, 255 at most.
  @inline(__always)
  func has(_ key: UInt64, least: UInt8) -> Bool {
    let (a, b) = Self.places(key)
    return first[a] >= least && second[b] >= least
  }

  @inline(__always)
  private static func places(_ key: UInt64) -> (Int, Int) {
    (Int(key & UInt64(slots - 1)), Int(key >> 32 & UInt64(slots - 1)))
  }
}
