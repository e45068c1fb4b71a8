/// The texts that cells share, in one buffer: a million strings of their own would take ten times as much.
struct SharedStrings {
  fileprivate var bytes: [UInt8] = []
  /// Where every text ends.
  fileprivate var ends: [Int] = []

  subscript(_ index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
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
    if isText, !isHint { strings.bytes.append(contentsOf: bytes) }
  }

  private func endString() {
    let start = strings.ends.last ?? 0
    if strings.bytes[start...].contains(0x5F) {
      let text = SharedStrings.unescaped(String(decoding: strings.bytes[start...], as: UTF8.self))
      strings.bytes.replaceSubrange(start..., with: text.utf8)
    }
    strings.ends.append(strings.bytes.count)
  }
}
