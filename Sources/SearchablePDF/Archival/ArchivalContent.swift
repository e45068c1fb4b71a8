internal import PDFSyntax

/// What ISO 19005-2 says of the operators of one content stream.
struct ArchivalContent {
  /// Each once, in the order found.
  private(set) var kinds: [ArchivalObstacle.Kind] = []

  private let rules: ArchivalRules
  private let resources: PDFObject?
  private var depth = 0

  /// `resources` are the stream's own: none of another's may be used (6.2.2).
  init(_ bytes: [UInt8], _ resources: PDFObject?, _ rules: ArchivalRules) {
    self.rules = rules
    self.resources = resources
    for operation in ContentOperations(bytes) {
      take(operation)
      if operation.name == "BI" { takeImage(bytes[operation.range]) }
    }
  }

  private mutating func note(_ found: [ArchivalObstacle.Kind]) {
    for kind in found where !kinds.contains(kind) { kinds.append(kind) }
  }

  private mutating func take(_ operation: ContentOperation) {
    if !Self.operators.contains(operation.name) { note([.operators]) }
    for operand in operation.operands { check(operand) }
    let last = operation.operands.last
    switch operation.name {
    case "q":
      depth += 1
      if depth > Self.deepest { note([.depth]) }
    case "Q": depth -= 1
    case "rg", "RG": note(rules.against(device: 3))
    case "k", "K": note(rules.against(device: 4))
    case "cs", "CS": if let last { takeSpace(last) }
    case "ri": if !ArchivalRules.renderingIntents.contains(Self.text(last)) { note([.intents]) }
    case "Do": look(for: last, in: "/XObject")
    case "gs": look(for: last, in: "/ExtGState")
    case "sh": look(for: last, in: "/Shading")
    case "Tf": look(for: operation.operands.first, in: "/Font")
    default: break
    }
  }

  private mutating func takeSpace(_ operand: ArraySlice<UInt8>) {
    let name = Self.text(operand)
    if name == "/Pattern" { return }
    if let parts = ArchivalRules.colours(of: name) { return note(rules.against(device: parts)) }
    look(for: operand, in: "/ColorSpace")
  }

  private mutating func look(for name: ArraySlice<UInt8>?, in kind: String) {
    let document = rules.document
    // A name may be written with bytes as numbers, which the reader of operators leaves as they are.
    guard let name, !name.contains(UInt8(ascii: "#")) else { return }
    if resources.flatMap({ document[$0, kind] }).flatMap({ document[$0, Self.text(name)] }) == nil {
      note([.resources])
    }
  }

  /// An image among the operators, from `BI` to `EI`: its entries stand before `ID`.
  private mutating func takeImage(_ bytes: ArraySlice<UInt8>) {
    var reader = ContentOperations(Array(bytes.dropFirst(2)))
    guard let entries = reader.next(), entries.name == "ID" else { return note([.operators]) }
    let words = entries.operands.flatMap { $0.first == UInt8(ascii: "[") ? ContentOperations.elements(of: $0) : [$0] }
    for (key, value) in zip(words, words.dropFirst()) {
      let key = Self.text(key), value = Self.text(value)
      if ["/I", "/Interpolate"].contains(key), value == "true" { note([.interpolation]) }
      if ["/Intent"].contains(key), !ArchivalRules.renderingIntents.contains(value) { note([.intents]) }
    }
    for word in words.map({ Self.text($0) }) {
      if word == "/LZW" || word == "/LZWDecode" { note([.lzw]) }
      if word == "/Crypt" { note([.encryption]) }
      if let parts = ArchivalRules.colours(of: word) { note(rules.against(device: parts)) }
    }
  }

  /// Limits of readers (6.1.13).
  private mutating func check(_ operand: ArraySlice<UInt8>) {
    guard operand.count > 10 else { return }
    if operand.first == UInt8(ascii: "/") {
      if operand.count > 128 { note([.limits]) }
    } else if let number = Double(token: operand) {
      if abs(number) > 2_147_483_648 { note([.limits]) }
    } else if operand.count > 32_767 {
      let parts = operand.first == UInt8(ascii: "[") ? ContentOperations.elements(of: operand) : [operand]
      if parts.contains(where: { ContentOperations.bytesOfStrings(in: $0) > 32_767 }) { note([.limits]) }
    }
  }

  private static func text(_ token: ArraySlice<UInt8>?) -> String {
    token.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// How many graphics states may be saved within one another.
  private static let deepest = 28

  /// All that ISO 32000-1 knows (annex A); others are not allowed even between `BX` and `EX`.
  private static let operators: Set<String> = [
    "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EMC",
    "ET",
    "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG",
    "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr",
    "Ts",
    "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\"",
  ]
}
