/// The texts that cells share, in blocks: a million strings of their own would take ten times as much, and one buffer twice
/// as much while it grows.
struct SharedStrings {
  /// All texts together may take so much, in bytes: a file of a hundredth of it can say so. The sheets of a fonds have less
  /// than a tenth.
  static let most = 256 << 20
  private static let blockSize = 1 << 20

  private var blocks: [[UInt8]] = []
  /// Block and place of the beginning of every text, and where it ends.
  private var places: [(block: UInt32, start: UInt32, end: UInt32)] = []
  private(set) var size = 0

  subscript(_ index: Int) -> String {
    guard places.indices.contains(index) else { return "" }
    let place = places[index]
    return String(decoding: blocks[Int(place.block)][Int(place.start)..<Int(place.end)], as: UTF8.self)
  }

  fileprivate mutating func append(_ text: some Collection<UInt8>) {
    let count = text.count
    if blocks.isEmpty || blocks[blocks.count - 1].count + count > Self.blockSize {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(max(count, Self.blockSize))
    }
    let block = blocks.count - 1, start = blocks[block].count
    blocks[block].append(contentsOf: text)
    places.append((UInt32(block), UInt32(start), UInt32(start + count)))
    size += count + MemoryLayout<(UInt32, UInt32, UInt32)>.size
  }

  /// Signs that XML cannot hold are written `_x000D_`; such a text itself begins with `_x005F_`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}

/// Reads them. A shared string may be in several runs of type; phonetic hints are not part of it.
final class SharedStringsReader: PartReader {
  private(set) var strings = SharedStrings()
  private var isText = false, isHint = false
  private var text: [UInt8] = []

  private let most: Int

  /// - Parameter most: bytes that all texts may take together.
  init(most: Int = SharedStrings.most) { self.most = most }

  var ending: PartEnding? { strings.size + text.count > most ? .tooLarge : nil }

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    switch element {
    case .text: isText = true
    case .hint: isHint = true
    default: break
    }
  }

  func end(_ element: PartElement) {
    switch element {
    case .string: endString()
    case .text: isText = false
    case .hint: isHint = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, !isHint { text.append(contentsOf: bytes) }
  }

  private func endString() {
    if text.contains(0x5F) {
      strings.append(Array(SharedStrings.unescaped(String(decoding: text, as: UTF8.self)).utf8))
    } else {
      strings.append(text)
    }
    text.removeAll(keepingCapacity: text.count < 1 << 16)
  }
}
