internal import CXML
internal import DocumentModel
internal import Foundation

/// XML that is written as a stream by libxml2's writer, which escapes what has to be escaped: no tree is held.
final class XMLStream {
  typealias Target = (UnsafeRawBufferPointer) throws(Failure) -> Void

  /// What libxml2 hands its bytes to.
  private final class Outlet {
    let write: Target
    var failure: Failure?

    init(_ write: @escaping Target) { self.write = write }

    /// Takes all bytes, and loses them after a failure: libxml2 would print one of its own, and `finish` tells of it.
    func take(_ bytes: UnsafeRawBufferPointer) -> Int32 {
      guard failure == nil else { return Int32(bytes.count) }
      do {
        try write(bytes)
      } catch {
        failure = error
      }
      return Int32(bytes.count)
    }
  }

  private let writer: xmlTextWriterPtr
  private let outlet: Outlet

  /// - Throws: a failure where libxml2 has no memory.
  init(_ write: @escaping Target) throws(Failure) {
    outlet = Outlet(write)
    let context = Unmanaged.passUnretained(outlet).toOpaque()
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes else { return -1 }
        let outlet = Unmanaged<Outlet>.fromOpaque(context).takeUnretainedValue()
        return outlet.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      }, nil, context, nil)
    guard let buffer, let writer = xmlNewTextWriter(buffer) else {
      throw Failure(.internalError, .cannotWrite("XML", "xmlNewTextWriter"))
    }
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit { xmlFreeTextWriter(writer) }

  /// An element with its attributes, those that are nil left out, and what is inside.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ inside: () -> Void = {}) {
    xmlTextWriterStartElement(writer, name)
    for (name, value) in attributes {
      if let value { xmlTextWriterWriteAttribute(writer, name, value) }
    }
    inside()
    xmlTextWriterEndElement(writer)
  }

  /// An element that holds text; nothing where the text is nil.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String?) {
    guard let text else { return }
    element(name, attributes) { if !text.isEmpty { xmlTextWriterWriteString(writer, text) } }
  }

  /// - Throws: what went wrong with the bytes, if anything did.
  func finish() throws(Failure) {
    xmlTextWriterEndDocument(writer)
    let result = xmlTextWriterFlush(writer)
    if let failure = outlet.failure { throw failure }
    if result < 0 { throw Failure(.internalError, .cannotWrite("XML", "xmlTextWriterFlush")) }
  }
}
