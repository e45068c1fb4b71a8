internal import CXML

/// One pass over the XML of a part, by libxml2's push parser: it holds the piece that it reads and no tree.
///
/// Parts of a workbook have no document type. One that has is refused at its first sign, before it can define entities;
/// nothing is fetched. libxml2's own limits on depth, names and attributes stand (no `XML_PARSE_HUGE`).
final class XMLPass {
  /// No part of a workbook may be larger than this, in bytes; 250,000 rows of 46 columns are 500 MB.
  static let limit = 1 << 29

  private let context: xmlParserCtxtPtr
  private let reader: any PartReader
  /// The parser keeps every name once, so that two are one where their addresses are.
  private let elements: [(name: UnsafePointer<xmlChar>, element: PartElement)]
  private var hasDocumentType = false

  private init?(_ reader: any PartReader) {
    _ = Self.start
    var handler = Self.handler
    guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return nil }
    // Without `XML_PARSE_NOENT` an `&amp;` in an attribute would come as `&#38;`.
    let options = XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOWARNING.rawValue))
    self.context = context
    self.reader = reader
    elements = PartElement.allCases.compactMap { element in
      xmlDictLookup(context.pointee.dict, element.rawValue, -1).map { ($0, element) }
    }
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Reads a part from its beginning to its end, or until `reader` has enough.
  ///
  /// - Throws: a `PartProblem` where it is not there, damaged, encrypted, too large, or has a document type.
  static func read(_ part: String, of zip: ZipArchive, with reader: any PartReader) throws(PartProblem) {
    guard let pass = XMLPass(reader) else { throw PartProblem(.tooLarge, part) }
    try zip.forEachPiece(of: part, limit: limit) { piece in
      xmlParseChunk(
        pass.context, UnsafeRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self),
        Int32(piece.count), 0)
      return pass.goesOn
    }
    if pass.goesOn { xmlParseChunk(pass.context, nil, 0, 1) }
    if let problem = pass.problem { throw PartProblem(problem, part) }
  }

  private var goesOn: Bool { context.pointee.disableSAX == 0 && context.pointee.wellFormed != 0 }

  private var problem: PartProblem.Kind? {
    if hasDocumentType { return .hasDocumentType }
    switch reader.ending {
    case .done: return nil
    case .tooLarge: return .tooLarge
    case .tooManyRows: return .tooManyRows
    case nil: return context.pointee.wellFormed == 0 ? .damaged : nil
    }
  }

  private static let start: Void = xmlInitParser()

  private func element(_ name: UnsafePointer<xmlChar>?) -> PartElement? {
    for known in elements where known.name == name { return known.element }
    return nil
  }

  private func stopIfEnough() { if reader.ending != nil { xmlStopParser(context) } }

  private static func pass(_ data: UnsafeMutableRawPointer?) -> XMLPass? {
    data.map { Unmanaged<XMLPass>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Everything but elements, texts and document types is passed over.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      XMLPass.pass(data)?.start(name, PartAttributes(pointers: attributes, count: Int(count)))
    }
    handler.endElementNs = { data, name, _, _ in XMLPass.pass(data)?.end(name) }
    handler.characters = { data, text, count in
      XMLPass.pass(data)?.take(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.internalSubset = { data, _, _, _ in XMLPass.pass(data)?.refuseDocumentType() }
    return handler
  }

  private func start(_ name: UnsafePointer<xmlChar>?, _ attributes: PartAttributes) {
    guard let element = element(name) else { return }
    reader.start(element, attributes)
    stopIfEnough()
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard let element = element(name) else { return }
    reader.end(element)
    stopIfEnough()
  }

  private func refuseDocumentType() {
    hasDocumentType = true
    xmlStopParser(context)
  }

  private func take(_ text: UnsafeBufferPointer<UInt8>) {
    reader.text(text)
    stopIfEnough()
  }
}
