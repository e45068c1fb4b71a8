internal import CTIFFRows

/// The rows of a page of a TIFF file, read from the file as they are asked for.
struct TIFFRows: PixelRows, ~Copyable {
  let shape: RowShape
  private let rows: OpaquePointer
  private let row: UnsafeMutablePointer<UInt8>

  /// Nil where the rows of the page cannot be had one by one; `frame` is 0-based.
  init?(file: String, frame: Int) {
    var found = tiff_shape()
    guard let rows = tiff_rows_open(file, Int32(frame), &found) else { return nil }
    self.rows = rows
    row = .allocate(capacity: Int(found.width) * Int(found.samples) * Int(found.bits) / 8)
    // The library gives numbers of 16 bits in the machine's own order: the higher byte is the second.
    shape = RowShape(
      width: Int(found.width), height: Int(found.height), samples: Int(found.samples), bits: Int(found.bits),
      highByte: found.bits == 16 && Int.isLittleEndian ? 1 : 0, isInverted: found.is_inverted,
      dpi: PageImage.square(x: Int(found.x_resolution.rounded()), y: Int(found.y_resolution.rounded())))
  }

  deinit {
    tiff_rows_close(rows)
    row.deallocate()
  }

  mutating func next() -> UnsafePointer<UInt8>? { tiff_rows_next(rows, row) ? UnsafePointer(row) : nil }
}

extension Int {
  fileprivate static var isLittleEndian: Bool { 1.littleEndian == 1 }
}
