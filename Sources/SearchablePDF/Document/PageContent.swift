internal import DocumentModel
internal import PDFSyntax

/// What a page's content holds that matters for words laid over it; the forms that it draws are included.
struct PageContent {
  /// How the unit square of each image lies on the page, in the order in which they are drawn.
  private(set) var images: [AffineMap] = []
  /// How many pieces of text are shown, and how many are invisible (text rendering mode 3).
  private(set) var visibleTexts = 0, hiddenTexts = 0
  /// How many graphics states the page saves (`q`) and does not restore (`Q`).
  private(set) var openStates = 0
  /// Whether colours are mixed from printing inks (CMYK), which the sRGB output intent of PDF/A does not cover.
  private(set) var usesInks = false
  /// The content streams that held invisible text, now without it, by the object that they belong to.
  private(set) var cleaned: [PDFObject: [UInt8]] = [:]

  private let document: PDFDocument

  init(of page: PDFObject, in document: PDFDocument) {
    self.document = document
    guard let bytes = document.content(of: page) else { return }
    let resources = document[page, "/Resources"]
    openStates = scan(bytes, of: page, resources, from: State(), depth: 0)
  }

  private struct State {
    var map = AffineMap.identity
    var isHidden = false
  }

  /// How deep forms are followed that draw other forms. A damaged form may draw itself, which would never end.
  private static let deepest = 8

  /// Reads a content stream and returns how many graphics states it leaves open.
  private mutating func scan(
    _ bytes: [UInt8], of owner: PDFObject, _ resources: PDFObject?, from outer: State, depth: Int
  ) -> Int {
    var state = outer
    var saved: [State] = []
    var hidden: [Range<Int>] = []
    for operation in ContentOperations(bytes) {
      switch operation.name {
      case "q": saved.append(state)
      case "Q": if let last = saved.popLast() { state = last }
      case "cm": if let map = AffineMap(operation.operands) { state.map = map.then(state.map) }
      case "Tr": state.isHidden = operation.operands.last.map { $0.elementsEqual("3".utf8) } ?? false
      case "Tj", "TJ", "'", "\"":
        if state.isHidden { hidden.append(operation.range) } else { visibleTexts += 1 }
      case "BI": images.append(state.map)
      case "Do": draw(operation.operands.last, resources, state, depth)
      case "k", "K": usesInks = true
      case "cs", "CS":
        if operation.operands.last?.elementsEqual("/DeviceCMYK".utf8) == true { usesInks = true }
      default: break
      }
    }
    hiddenTexts += hidden.count
    if !hidden.isEmpty { cleaned[owner] = Self.without(hidden, bytes) }
    return saved.count
  }

  private mutating func draw(_ name: ArraySlice<UInt8>?, _ resources: PDFObject?, _ state: State, _ depth: Int) {
    guard let name, let resources, let objects = document[resources, "/XObject"],
      let object = document[objects, String(decoding: name, as: UTF8.self)],
      let kind = document[object, "/Subtype"].flatMap(document.name)
    else { return }
    if kind == "/Image" { images.append(state.map) }
    guard kind == "/Form", depth < Self.deepest, let bytes = document.data(of: object) else { return }
    var inner = state
    let matrix = document[object, "/Matrix"].map(document.numbers) ?? []
    if let map = AffineMap(matrix) { inner.map = map.then(state.map) }
    _ = scan(bytes, of: object, document[object, "/Resources"] ?? resources, from: inner, depth: depth + 1)
  }

  private static func without(_ ranges: [Range<Int>], _ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var position = 0
    for range in ranges {
      kept += bytes[position..<range.lowerBound]
      kept.append(0x0A)
      position = range.upperBound
    }
    return kept + bytes[position...]
  }
}

extension AffineMap {
  fileprivate init?(_ operands: [ArraySlice<UInt8>]) {
    self.init(operands.suffix(6).compactMap { Double(String(decoding: $0, as: UTF8.self)) })
  }

  fileprivate init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }
}
