internal import CXML
internal import DocumentModel
internal import Foundation

/// Takes the elements of an XML file one after another.
protocol XMLTaker: AnyObject {
  /// Attributes come by name without its prefix.
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
}

/// A schema that was read from the program's own folder.
final class XMLSchemaFile {
  fileprivate let schema: xmlSchemaPtr

  /// Nil where it is not there or no schema.
  init?(path: String) {
    guard let context = xmlSchemaNewParserCtxt(path) else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
    guard let schema = xmlSchemaParse(context) else { return nil }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }
}

/// One pass over an XML file by libxml2's reader, against a schema where there is one. No tree is held, nothing is fetched,
/// and a document type ends it before an entity can be used.
final class XMLWalk {
  private let stream: any EntryStream
  private let limit: Int
  private var taken = 0
  private(set) var findings: [Message] = []
  private var errors = 0
  /// What was asked of the reader, which then leaves it to be freed here.
  private var document: xmlDocPtr?

  /// No more of them are told of one file.
  private static let mostFindings = 5

  deinit { xmlFreeDoc(document) }

  private init(_ stream: any EntryStream, limit: Int) { (self.stream, self.limit) = (stream, limit) }

  /// What is wrong with the file; empty where it was read to its end and is valid.
  static func read(
    _ stream: any EntryStream, limit: Int, schema: XMLSchemaFile? = nil, into taker: any XMLTaker
  ) -> [Message] {
    let walk = XMLWalk(stream, limit: limit)
    walk.run(schema, taker)
    return walk.findings
  }

  private func run(_ schema: XMLSchemaFile?, _ taker: any XMLTaker) {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let own = Unmanaged.passUnretained(self).toOpaque()
    let reader = xmlReaderForIO(
      { context, buffer, count in
        guard let context, let buffer else { return -1 }
        return Unmanaged<XMLWalk>.fromOpaque(context).takeUnretainedValue()
          .give(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
      }, nil, own, nil, nil, Int32(options))
    guard let reader else { return findings.append(.badXML("libxml2")) }
    defer { xmlFreeTextReader(reader) }
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error else { return }
        Unmanaged<XMLWalk>.fromOpaque(context).takeUnretainedValue().note(error.pointee)
      }, own)
    if let schema { xmlTextReaderSetSchema(reader, schema.schema) }
    walk(reader, taker)
  }

  private func walk(_ reader: xmlTextReaderPtr, _ taker: any XMLTaker) {
    var result = xmlTextReaderRead(reader)
    while result == 1 {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): start(reader, taker)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): taker.end(string(xmlTextReaderConstLocalName(reader)))
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
        taker.text(string(xmlTextReaderConstValue(reader)))
      case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
        return findings.append(.hasDocumentType)
      default: break
      }
      result = xmlTextReaderRead(reader)
    }
    if result < 0 { noteEnd(reader) }
  }

  /// What ended the reading before the end of the file. The reader may end before it comes to tell of a document type.
  private func noteEnd(_ reader: xmlTextReaderPtr) {
    document = xmlTextReaderCurrentDoc(reader)
    if document?.pointee.intSubset != nil {
      findings.append(.hasDocumentType)
    } else if !findings.contains(where: { Self.unreadable.contains($0.code) }) {
      findings.append(taken > limit ? .xmlTooLarge : .badXML("libxml2"))
    }
  }

  /// Codes of what keeps a file from being read to its end.
  static let unreadable: Set<String> = ["bad-xml", "has-document-type", "xml-too-large"]

  private func start(_ reader: xmlTextReaderPtr, _ taker: any XMLTaker) {
    let name = string(xmlTextReaderConstLocalName(reader))
    var attributes: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      attributes[string(xmlTextReaderConstLocalName(reader))] = string(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    taker.start(name, attributes)
    if xmlTextReaderIsEmptyElement(reader) == 1 { taker.end(name) }
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  private func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    guard let count = stream.read(into: buffer) else { return -1 }
    taken += count
    return taken > limit ? -1 : Int32(count)
  }

  private func note(_ error: xmlError) {
    errors += 1
    guard errors <= Self.mostFindings else { return }
    let reason = error.message.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) } ?? "?"
    let isOfSchema = error.domain == Int32(XML_FROM_SCHEMASV.rawValue)
    findings.append(
      taken > limit ? .xmlTooLarge : isOfSchema ? .againstSchema(reason, line: Int(error.line)) : .badXML(reason))
  }
}
