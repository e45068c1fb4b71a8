internal import DocumentModel
internal import Foundation
internal import PDFSyntax

/// What a look into a PDF tells, without its being drawn: what it claims, its pages, its words, its signature.
struct PDFLook: Sendable {
  /// `2b` of a file that says it is PDF/A-2b; nil where it says nothing of the kind.
  var claim: String?
  var isEncrypted = false
  var pages = 0
  /// Whether any page writes text, seen or unseen.
  var hasText = false
  /// The coarsest picture that covers half of a page or more, in dots per inch; nil where there is none.
  var resolution: Double?
  var signature: PDFSignature = .none
  /// Whether it is a signed file that its signer wrote anew, drawing the same: its own bytes are what is packed.
  var isRewritten = false

  /// A picture may lose a twentieth of its dots by rounding and deskewing before it counts as coarse.
  static let coarsest = 200.0 * 0.95

  /// - Throws: a failure where it is not there or no PDF.
  init(reading path: String) throws(Failure) {
    var state = stat()
    guard stat(path, &state) == 0 else { throw Failure(.cannotOpenInput, .cannotOpenPayload(path)) }
    try self.init(PDFDocument(reading: path), size: Int(state.st_size))
  }

  init(bytes: [UInt8]) throws(Failure) {
    try self.init(PDFDocument(bytes: bytes), size: bytes.count)
  }

  private init(_ document: PDFDocument, size: Int) throws(Failure) {
    claim = document.archivalClaim.map { "\($0.part)\($0.level)" }
    isEncrypted = document[document.trailer, "/Encrypt"] != nil
    let all = try document.pages()
    pages = all.count
    for page in all { look(at: page, of: document) }
    signature = PDFSignature(of: document, firstPage: all.first, size: size)
  }

  private mutating func look(at page: PDFObject, of document: PDFDocument) {
    var painter = PagePainter(document)
    painter.read(page)
    hasText = hasText || painter.hasText
    if let found = painter.resolution { resolution = min(resolution ?? found, found) }
  }
}

/// Follows the content of a page as far as its pictures and whether it writes text.
private struct PagePainter {
  private let document: PDFDocument
  private(set) var hasText = false
  private(set) var resolution: Double?
  private var pageArea = 1.0

  init(_ document: PDFDocument) { self.document = document }

  mutating func read(_ page: PDFObject) {
    let box = document.mediaBox(of: page)
    pageArea = max(1, (box[2] - box[0]) * (box[3] - box[1]))
    guard let content = document.content(of: page) else { return }
    read(content, resources: document[page, "/Resources"], at: AffineMap.identity, depth: 0)
  }

  private mutating func read(_ content: [UInt8], resources: PDFObject?, at start: AffineMap, depth: Int) {
    var map = start, stack: [AffineMap] = []
    for operation in ContentOperations(content) {
      switch operation.name {
      case "q": if stack.count < 1000 { stack.append(map) }
      case "Q": map = stack.popLast() ?? map
      case "cm": if let own = AffineMap(operation.operands) { map = own.then(map) }
      case "Tj", "TJ", "'", "\"": hasText = true
      case "Do": paint(operation.operands.last, resources, at: map, depth: depth)
      default: break
      }
    }
  }

  private mutating func paint(_ operand: ArraySlice<UInt8>?, _ resources: PDFObject?, at map: AffineMap, depth: Int) {
    guard let operand, let resources, let table = document[resources, "/XObject"],
      let object = document[table, String(decoding: operand, as: UTF8.self)]
    else { return }
    switch document[object, "/Subtype"].flatMap(document.name) {
    case "/Image": measure(object, at: map)
    case "/Form":
      guard depth < 4, let content = document.data(of: object) else { return }
      let own = document[object, "/Matrix"].map(document.numbers).flatMap { AffineMap($0) } ?? .identity
      read(content, resources: document[object, "/Resources"] ?? resources, at: own.then(map), depth: depth + 1)
    default: break
    }
  }

  /// The dots of a picture over the inches that it fills.
  private mutating func measure(_ image: PDFObject, at map: AffineMap) {
    guard let width = document[image, "/Width"].flatMap(document.number),
      let height = document[image, "/Height"].flatMap(document.number)
    else { return }
    let across = (map.a * map.a + map.b * map.b).squareRoot(), up = (map.c * map.c + map.d * map.d).squareRoot()
    guard across * up >= pageArea / 2 else { return }
    let found = min(width / across, height / up) * 72
    resolution = min(resolution ?? found, found)
  }
}

extension Message {
  static func cannotOpenPayload(_ path: String) -> Message {
    Message(
      "cannot-read-file", vi: "Không đọc được tệp “\(path)”.", en: "The file “\(path)” cannot be read.")
  }
}
