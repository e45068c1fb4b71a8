/// The bytes of a net: `PENNET1` and a line feed, how many layers, six numbers for each, then the weights and biases of
/// each as half floats. All numbers are little-endian and of 32 bits.
struct PenNetFile {
  private let bytes: [UInt8]
  private static let magic = [UInt8]("PENNET1\n".utf8)
  /// No net of ours has more layers, or more of anything in a layer: what is larger is damage.
  private static let mostLayers = 16, mostOfAnything = 512

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The layers; nil where the bytes are no net, or one that does not make classes out of pictures.
  func layers() -> [PenLayer]? {
    guard bytes.starts(with: Self.magic), let count = number(at: 8), (1...Self.mostLayers).contains(count) else {
      return nil
    }
    var shapes: [[Int]] = []
    for layer in 0..<count {
      let numbers = (0..<6).compactMap { number(at: 12 + 24 * layer + 4 * $0) }
      guard numbers.count == 6, numbers.allSatisfy((1...Self.mostOfAnything).contains) else { return nil }
      shapes.append(numbers)
    }
    guard Self.fit(shapes) else { return nil }
    return filled(shapes, from: 12 + 24 * count)
  }

  private func filled(_ shapes: [[Int]], from start: Int) -> [PenLayer]? {
    let sizes = shapes.map { $0[0] * $0[1] * $0[2] * $0[3] + $0[1] }
    guard bytes.count == start + 2 * sizes.reduce(0, +) else { return nil }
    var offset = start
    return zip(shapes, sizes).map { shape, size in
      defer { offset += 2 * size }
      let values = (0..<size).map { half(at: offset + 2 * $0) }
      return PenLayer(
        inputs: shape[0], outputs: shape[1], kernel: (shape[2], shape[3]), pool: (shape[4], shape[5]),
        weights: Array(values.dropLast(shape[1])), biases: Array(values.suffix(shape[1])))
    }
    .allFinite
  }

  /// Every layer takes what the one before it makes, and the last makes one row of classes.
  private static func fit(_ shapes: [[Int]]) -> Bool {
    var channels = 1, height = PenNet.rows, width = PenNet.columns
    for shape in shapes {
      let rim = PenLayer.rim(of: (shape[2], shape[3]))
      height = (height + 2 * rim.height - shape[2] + 1) / shape[4]
      width = (width + 2 * rim.width - shape[3] + 1) / shape[5]
      guard shape[0] == channels, height > 0, width > 0 else { return false }
      channels = shape[1]
    }
    return channels == PenNet.classes && height == 1
  }

  private func number(at offset: Int) -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private func half(at offset: Int) -> Float {
    Float(Float16(bitPattern: UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8))
  }
}

extension [PenLayer] {
  /// Nil where a weight is no number.
  fileprivate var allFinite: [PenLayer]? {
    allSatisfy { $0.weights.allSatisfy(\.isFinite) && $0.biases.allSatisfy(\.isFinite) } ? self : nil
  }
}
