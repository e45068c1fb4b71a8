/// Numbers the distinct byte strings of a corpus in order of appearance. A hash table with open addressing over one
/// heap, so that no `String` is made for 70 million tokens.
struct TypeTable {
  private var heap: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [UInt32]
  private var mask: Int

  init(capacity: Int = 1 << 21) {
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  var count: Int { starts.count - 1 }

  /// The number of a byte string, from 0; a new string gets the next one.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: hash(bytes)) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if equals(index, bytes) { return index }
      slot = (slot + 1) & mask
    }
    heap.append(contentsOf: bytes)
    starts.append(heap.count)
    slots[slot] = UInt32(count)
    if count * 2 > mask { grow() }
    return count - 1
  }

  /// The string of a number.
  func text(_ index: Int) -> String {
    String(decoding: heap[starts[index]..<starts[index + 1]], as: UTF8.self)
  }

  private func equals(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == bytes.count else { return false }
    for offset in 0..<bytes.count where heap[start + offset] != bytes[offset] { return false }
    return true
  }

  /// FNV-1a of 64 bits.
  private func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value ^ (value >> 29)
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: mask + 1)
    for index in 0..<count {
      var slot = Int(truncatingIfNeeded: hash(heap[starts[index]..<starts[index + 1]])) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
