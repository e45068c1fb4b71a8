internal import CXML

/// Elements of the parts of a workbook that are looked at.
enum PartElement: String, CaseIterable {
  case cell = "c", value = "v", row, text = "t", inline = "is", hint = "rPh", string = "si"
  case data = "sheetData", merged = "mergeCell"
  case format = "numFmt", cellFormats = "cellXfs", cellFormat = "xf"
  case properties = "workbookPr", sheet, relationship = "Relationship"
}

/// What reads a part, an element after another.
protocol PartReader: AnyObject {
  func start(_ element: PartElement, _ attributes: PartAttributes)
  func end(_ element: PartElement)
  /// What stands in an element, in one piece or several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether the rest is of no interest, or may not be read.
  var ending: PartEnding? { get }
}

enum PartEnding {
  case done, tooLarge, tooManyRows
}

extension PartReader {
  func end(_ element: PartElement) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var ending: PartEnding? { nil }
}

/// The attributes of an element, by their names without prefixes.
struct PartAttributes {
  /// Five pointers each: name, prefix, namespace, start and end of the value.
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  subscript(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers else { return nil }
    for index in 0..<count {
      let attribute = pointers + 5 * index
      guard let key = attribute[0], xmlStrEqual(key, name.utf8Start) != 0, let start = attribute[3],
        let end = attribute[4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }
}
