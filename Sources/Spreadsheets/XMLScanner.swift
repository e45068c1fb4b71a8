/// Reads the XML that spreadsheet programs write, piece by piece and without a tree: a sheet may have a million rows.
/// It knows the five named entities and numbers only; a document type, which could define more, is passed over.
struct XMLScanner {
  enum Event {
    /// Name without its prefix.
    case start(String, attributes: ArraySlice<UInt8>, isEmpty: Bool)
    case end(String)
    case text(ArraySlice<UInt8>)
    /// Text that is as it stands, without entities.
    case data(ArraySlice<UInt8>)

    /// What a reader of texts sees; nil for a tag.
    var characters: String? {
      switch self {
      case .text(let bytes): XMLScanner.text(bytes)
      case .data(let bytes): String(decoding: bytes, as: UTF8.self)
      case .start, .end: nil
      }
    }
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Event? {
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        let end = bytes[place...].firstIndex(of: 0x3C) ?? bytes.count
        defer { place = end }
        return .text(bytes[place..<end])
      }
      if let text = takeCharacterData() { return text }
      guard let close = endOfTag() else { break }
      let inside = bytes[(place + 1)..<close]
      place = close + 1
      switch inside.first {
      case 0x3F, 0x21, nil: continue
      case 0x2F: return .end(Self.name(inside.dropFirst()))
      default:
        let isEmpty = inside.last == 0x2F
        return .start(Self.name(inside), attributes: isEmpty ? inside.dropLast() : inside, isEmpty: isEmpty)
      }
    }
    return nil
  }

  private static let dataStart = Array("<![CDATA[".utf8), dataEnd = Array("]]>".utf8)
  private static let commentStart = Array("<!--".utf8), commentEnd = Array("-->".utf8)

  /// What stands in `<![CDATA[…]]>`; nil where nothing such begins. Nothing in it is an entity.
  private mutating func takeCharacterData() -> Event? {
    guard bytes[place...].starts(with: Self.dataStart) else { return nil }
    let start = place + Self.dataStart.count
    let end = self.start(of: Self.dataEnd, from: start) ?? bytes.count
    place = min(bytes.count, end + Self.dataEnd.count)
    return .data(bytes[start..<end])
  }

  /// The `>` that ends a tag or a comment. One between quotation marks belongs to an attribute.
  private func endOfTag() -> Int? {
    if bytes[place...].starts(with: Self.commentStart) {
      return start(of: Self.commentEnd, from: place + Self.commentStart.count).map { $0 + 2 }
    }
    var quote: UInt8?
    for index in (place + 1)..<bytes.count {
      switch bytes[index] {
      case 0x3E where quote == nil: return index
      case 0x22, 0x27:
        if quote == nil { quote = bytes[index] } else if quote == bytes[index] { quote = nil }
      default: break
      }
    }
    return nil
  }

  private func start(of sought: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].indices.first { bytes[$0] == sought[0] && bytes[$0...].starts(with: sought) }
  }

  private static func name(_ inside: ArraySlice<UInt8>) -> String {
    let name = inside.prefix { $0 > 0x20 && $0 != 0x2F }
    let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  /// The value of an attribute, by its local name.
  static func attribute(_ name: String, in attributes: ArraySlice<UInt8>) -> String? {
    var rest = attributes.drop { $0 > 0x20 }
    while let start = rest.firstIndex(where: { $0 > 0x20 }), let equals = rest[start...].firstIndex(of: 0x3D) {
      let key = rest[start..<equals].prefix { $0 > 0x20 }
      guard let open = rest[equals...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let close = rest[(open + 1)...].firstIndex(of: rest[open])
      else { return nil }
      let local = key.lastIndex(of: 0x3A).map { key[($0 + 1)...] } ?? key
      if local.elementsEqual(name.utf8) { return text(rest[(open + 1)..<close]) }
      rest = rest[(close + 1)...]
    }
    return nil
  }

  /// Text with its entities written out.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var result = "", rest = bytes
    while let start = rest.firstIndex(of: 0x26), let end = rest[start...].firstIndex(of: 0x3B) {
      result += String(decoding: rest[..<start], as: UTF8.self)
      result += entity(String(decoding: rest[(start + 1)..<end], as: UTF8.self))
      rest = rest[(end + 1)...]
    }
    return result + String(decoding: rest, as: UTF8.self)
  }

  private static func entity(_ name: String) -> String {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let text = known[name] { return text }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
  }
}
