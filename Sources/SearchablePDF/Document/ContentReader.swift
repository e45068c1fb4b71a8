internal import PDFSyntax
internal import DocumentModel

/// Follows the operators of a page and of the forms that it draws, and notes what is shown, painted and named.
struct ContentReader {
  /// A painting that hides what lies under it.
  struct Cover {
    var area: Area
    var isImage: Bool
  }

  /// A `Tf`: where it stands, what it names, and whether a form may show text in its font.
  struct Naming {
    var owner: PDFObject
    var range: Range<Int>
    var name: String
    var isInherited = false
  }

  var images: [AffineMap] = []
  var texts: [ShownText] = []
  var covers: [Cover] = []
  var namings: [Naming] = []
  /// Where images lie, and how many covers came before each.
  var pictures: [(area: Area, order: Int)] = []
  /// Texts of clip mode by which something that was painted later is cut out.
  var cuttingTexts: Set<Int> = []
  /// The bytes of each stream that was read, and the resources that its names are looked up in.
  var streams: [PDFObject: (bytes: [UInt8], resources: PDFObject?, drawsForms: Bool)] = [:]

  let document: PDFDocument
  var fonts: [Int: ContentFont] = [:]
  var runs = 0

  init(_ document: PDFDocument) { self.document = document }

  /// How deep forms are followed that draw other forms. A damaged form may draw itself, which would never end.
  static let deepest = 8
  /// How many streams one page may have read: forms that draw others twice each grow without bound.
  static let mostStreams = 2000
  var streamCount = 0

  /// Reads a content stream and returns how many graphics states it leaves open.
  mutating func read(
    _ bytes: [UInt8], of owner: PDFObject, _ resources: PDFObject?, from outer: GraphicsState, depth: Int = 0
  ) -> Int {
    streamCount += 1
    guard streamCount <= Self.mostStreams else { return 0 }
    streams[owner] = (bytes, resources, streams[owner]?.drawsForms ?? false)
    var stream = Stream(owner: owner, resources: resources, state: outer, depth: depth)
    for operation in ContentOperations(bytes) {
      if stream.state.style.take(operation.name, operation.operands) { continue }
      if stream.path.take(operation.name, operation.operands) { continue }
      take(operation, &stream)
    }
    return stream.saved.count
  }

  /// What is known while one stream is read.
  struct Stream {
    let owner: PDFObject
    let resources: PDFObject?
    var state: GraphicsState
    let depth: Int
    var saved: [GraphicsState] = []
    var path = PaintedPath()
    var text = AffineMap.identity, line = AffineMap.identity
    /// Texts of clip mode since `BT`, which clip from `ET` on.
    var clipping: [Int] = []
    /// For each marked content that is open whether it is a layer, which may be switched off.
    var layers: [Bool] = []
  }

  mutating func take(_ operation: ContentOperation, _ stream: inout Stream) {
    let operands = operation.operands
    switch operation.name {
    case "BMC", "BDC": stream.layers.append(operands.first?.elementsEqual("/OC".utf8) ?? false)
    case "EMC": _ = stream.layers.popLast()
    case "q": stream.saved.append(stream.state)
    case "Q": if let last = stream.saved.popLast() { stream.state = last }
    case "cm": if let map = AffineMap(operands) { stream.state.map = map.then(stream.state.map) }
    case "w": stream.state.lineWidth = operands.last.flatMap(Double.init(token:)) ?? 1
    case "gs": if let found = resource("/ExtGState", operands.last, stream) { stream.state.take(found, in: document) }
    case "Do": draw(operands.last, &stream)
    case "BI": picture(stream)
    case "sh": paint(stream)
    case "f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "n": finishPath(operation.name, &stream)
    case "g", "rg", "sc", "scn", "k", "cs": colour(operation, &stream)
    default: takeText(operation, &stream)
    }
  }

  private func colour(_ operation: ContentOperation, _ stream: inout Stream) {
    let last = operation.operands.last
    switch operation.name {
    case "k": stream.state.isPlain = true
    case "cs": stream.state.isPlain = last?.elementsEqual("/Pattern".utf8) != true
    default: stream.state.isPlain = last?.first != UInt8(ascii: "/")
    }
  }

  func resource(_ kind: String, _ name: ArraySlice<UInt8>?, _ stream: Stream) -> PDFObject? {
    guard let name, let resources = stream.resources, let all = document[resources, kind] else { return nil }
    return document[all, String(decoding: name, as: UTF8.self)]
  }
}
