package import DocumentModel

/// What pages, annotations and attached files say in the same way everywhere (ISO 32000-1).
extension PDFDocument {
  /// Left, bottom, right and top of a page's media box in points; Letter where it says none.
  package func mediaBox(of page: PDFObject) -> [Double] {
    let box = self[page, "/MediaBox"].map(numbers) ?? []
    guard box.count == 4 else { return [0, 0, 612, 792] }
    return [min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])]
  }

  /// Whether an annotation is hidden or kept from the screen (12.5.3, bits 2 and 6).
  package func isHidden(annotation: PDFObject) -> Bool {
    let flags = self[annotation, "/F"].flatMap(number).flatMap { Int(exactly: $0) } ?? 0
    return flags & 0b10_0010 != 0
  }

  /// The name of an attached file; nil where it has none.
  package func fileName(of specification: PDFObject) -> String? {
    self[specification, "/UF"].flatMap(string) ?? self[specification, "/F"].flatMap(string)
  }
}

extension Double {
  /// A number as a content stream writes it; nil for anything else.
  package init?(token: ArraySlice<UInt8>) {
    guard let value = Double(String(decoding: token, as: UTF8.self)), value.isFinite else { return nil }
    self = value
  }
}

extension AffineMap {
  /// The matrix that is the last six operands of an operator; nil where they are no numbers.
  package init?(_ operands: [ArraySlice<UInt8>]) { self.init(operands.suffix(6).compactMap(Double.init(token:))) }

  /// The six numbers of a matrix; nil for another count.
  package init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }
}
