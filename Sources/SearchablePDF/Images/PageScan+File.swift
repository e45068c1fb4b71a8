extension PageScan {
  /// The image of a file with its bytes as they stand; nil for an image that a PDF cannot hold so and that has to be
  /// decoded. `frame` counts the pages of a TIFF from 0.
  public init?(_ bytes: [UInt8], frame: Int) {
    let isTIFF = bytes.starts(with: [0x49, 0x49, 0x2A]) || bytes.starts(with: [0x4D, 0x4D, 0x00])
    guard let scan = isTIFF ? Self.tiff(bytes, frame: frame) : Self.jpeg(bytes) ?? Self.png(bytes) else { return nil }
    self = scan
  }
}
