internal import DocumentModel
internal import Foundation
internal import PDFSyntax

/// What a PDF's signatures cover and where they show (ISO 32000-1, 12.8). Whether a certificate is valid is not judged.
struct PDFSignature: Sendable, Hashable {
  var isThere: Bool
  /// Whether one signature covers every byte of the file but its own value.
  var coversAll: Bool
  /// Whether a field of a signature stands in the upper right quarter of the first page.
  var isShown: Bool

  static let none = PDFSignature(isThere: false, coversAll: false, isShown: false)
}

extension PDFSignature {
  /// `size` is the bytes of the file.
  init(of document: PDFDocument, firstPage: PDFObject?, size: Int) {
    self = .none
    let form = document[document.root, "/AcroForm"]
    var waiting = form.flatMap { document[$0, "/Fields"] }.map(document.items) ?? []
    var count = 0
    // A damaged form may run in a circle.
    while let field = waiting.popLast(), count < 10_000 {
      count += 1
      let kids = document[field, "/Kids"].map(document.items) ?? []
      waiting += kids
      guard document[field, "/FT"].flatMap(document.name) == "/Sig", let value = document[field, "/V"] else { continue }
      isThere = true
      coversAll = coversAll || Self.covers(value, of: document, size: size)
      isShown = isShown || ([field] + kids).contains { Self.isShown($0, on: firstPage, of: document) }
    }
  }

  /// Two ranges from the beginning to the end, between them nothing but the value in hexadecimal digits.
  private static func covers(_ value: PDFObject, of document: PDFDocument, size: Int) -> Bool {
    let range = (document[value, "/ByteRange"].map(document.numbers) ?? []).compactMap { Int(exactly: $0) }
    guard range.count == 4, range.allSatisfy({ (0...size).contains($0) }), let contents = document[value, "/Contents"],
      let length = document.byteCount(ofString: contents)
    else { return false }
    // The value is written as `<…>`, two digits a byte.
    return range[0] == 0 && range[1] > 0 && range[1] + 2 * length + 2 == range[2] && range[2] + range[3] == size
  }

  private static func isShown(_ widget: PDFObject, on page: PDFObject?, of document: PDFDocument) -> Bool {
    guard let page, let rectangle = document[widget, "/Rect"].map(document.numbers), rectangle.count == 4,
      let own = document.identity(of: widget), !document.isHidden(annotation: widget)
    else { return false }
    let isOnPage = (document[page, "/Annots"].map(document.items) ?? []).contains { document.identity(of: $0) == own }
    let width = abs(rectangle[2] - rectangle[0]), height = abs(rectangle[3] - rectangle[1])
    guard isOnPage, width > 0, height > 0 else { return false }
    let turn = document[page, "/Rotate"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    return isUpperRight(
      (rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2, box: document.mediaBox(of: page), turn: turn
    )
  }

  /// Whether a place of a page is in its upper right quarter once the page is turned clockwise by `turn` degrees.
  static func isUpperRight(_ x: Double, _ y: Double, box: [Double], turn: Int) -> Bool {
    let right = x > (box[0] + box[2]) / 2, up = y > (box[1] + box[3]) / 2
    switch ((turn % 360) + 360) % 360 {
    case 90: return !right && up
    case 180: return !right && !up
    case 270: return right && !up
    default: return right && up
    }
  }
}
