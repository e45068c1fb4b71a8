internal import PDFSyntax

/// Objects that are put together from simpler ones, without a call of qpdf's.
extension PDFDocument {
  /// A dictionary from PDF syntax, with more entries.
  func dictionary(_ text: String, _ entries: KeyValuePairs<String, PDFObject>) -> PDFObject {
    let dictionary = parsed(text)
    for (key, value) in entries { self[dictionary, key] = value }
    return dictionary
  }

  /// The dictionary that is an entry of another; made where there is none.
  func dictionary(_ key: String, of object: PDFObject) -> PDFObject {
    if let there = self[object, key], isDictionary(there) { return there }
    self[object, key] = parsed("<< >>")
    return self[object, key] ?? parsed("<< >>")
  }
}
