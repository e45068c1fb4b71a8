internal import Foundation

/// Parts what comes out of a pipe into lines.
struct LineBuffer {
  /// The longest line, in bytes; a longer one is an error of the other side.
  static let mostBytes = 256 << 20

  private var rest: [UInt8] = []
  private(set) var isTooLong = false

  /// The next whole line, without its end; nil where there is none yet.
  mutating func next() -> [UInt8]? {
    guard let newline = rest.firstIndex(of: 0x0A) else { return nil }
    defer { rest.removeSubrange(...newline) }
    return Array(rest[..<newline])
  }

  /// Reads what is there; false at the end of the stream.
  mutating func fill(from descriptor: Int32) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return false }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      rest += chunk[..<count]
      if rest.count > Self.mostBytes {
        isTooLong = true
        return false
      }
      if count < chunk.count { return true }
    }
  }

  mutating func append(_ line: [UInt8]) { rest += line + [0x0A] }

  /// Keeps the last `count` bytes only: the reason of a crash is written last.
  mutating func keepLast(_ count: Int) {
    if rest.count > count { rest.removeFirst(rest.count - count) }
  }

  var text: String { String(decoding: rest, as: UTF8.self) }
}
