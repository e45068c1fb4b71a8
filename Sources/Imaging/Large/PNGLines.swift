internal import CZlib

/// The unpacked lines of a PNG, one after the other, without their filter.
struct PNGLines: ~Copyable {
  private var chunks: PNGChunks
  private let stream: UnsafeMutablePointer<z_stream>
  /// The filter's byte and a line, and the line before it.
  private var row: UnsafeMutablePointer<UInt8>, before: UnsafeMutablePointer<UInt8>
  private let longest: Int
  /// How far back the pixel on the left is, bytes.
  private let pixel: Int

  /// `chunks` stands before the pixels; a line has at most `longest` bytes. Nil without memory.
  init?(_ chunks: PNGChunks, longest: Int, pixel: Int) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      return nil
    }
    (self.chunks, self.stream, self.longest, self.pixel) = (chunks, stream, longest, pixel)
    (row, before) = (.allocate(capacity: longest + 1), .allocate(capacity: longest + 1))
    row.initialize(repeating: 0, count: longest + 1)
    before.initialize(repeating: 0, count: longest + 1)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    row.deallocate()
    before.deallocate()
  }

  /// Nothing stands above the next line.
  mutating func startPass() { row.update(repeating: 0, count: longest + 1) }

  /// The next line of so many bytes, which holds until the next call; nil where the file is damaged.
  mutating func next(_ length: Int) -> UnsafePointer<UInt8>? {
    swap(&row, &before)
    stream.pointee.next_out = row
    stream.pointee.avail_out = UInt32(length + 1)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        guard let data = chunks.nextData(), let start = data.baseAddress else { return nil }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
        stream.pointee.avail_in = UInt32(data.count)
      }
      let status = inflate(stream, Z_NO_FLUSH)
      guard status == Z_OK || status == Z_STREAM_END && stream.pointee.avail_out == 0 else { return nil }
    }
    return unfilter(length) ? UnsafePointer(row + 1) : nil
  }

  /// Adds what the filter took away: the byte on the left, the one above, or what both foretell.
  private func unfilter(_ length: Int) -> Bool {
    let here = row + 1, above = before + 1
    switch row[0] {
    case 0: break
    case 1: for x in stride(from: pixel, to: length, by: 1) { here[x] &+= here[x - pixel] }
    case 2: for x in 0..<length { here[x] &+= above[x] }
    case 3:
      for x in 0..<length {
        here[x] &+= UInt8((Int(x < pixel ? 0 : here[x - pixel]) + Int(above[x])) / 2)
      }
    case 4:
      for x in 0..<min(pixel, length) { here[x] &+= above[x] }
      for x in stride(from: pixel, to: length, by: 1) {
        here[x] &+= Self.paeth(Int(here[x - pixel]), Int(above[x]), Int(above[x - pixel]))
      }
    default: return false
    }
    return true
  }

  /// Of left, above and above on the left, the one that is nearest to what they foretell.
  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let toLeft = abs(above - corner), toAbove = abs(left - corner), toCorner = abs(left + above - 2 * corner)
    if toLeft <= toAbove, toLeft <= toCorner { return UInt8(left) }
    return UInt8(toAbove <= toCorner ? above : corner)
  }
}
