internal import CZlib

/// Takes bytes out of a deflate stream (RFC 1951).
enum Inflation {
  /// Nil for a damaged stream, or one that makes more than `limit` bytes: a small file can be made to grow without end.
  static func inflated(_ bytes: ArraySlice<UInt8>, expecting size: Int, limit: Int) -> [UInt8]? {
    guard size <= limit else { return nil }
    var stream = z_stream()
    let start = inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard start == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = Array(bytes)
    var output = [UInt8](repeating: 0, count: size)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    return status == Z_STREAM_END && Int(stream.total_out) == size ? output : nil
  }
}
