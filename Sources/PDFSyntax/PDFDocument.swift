internal import CQPDF
package import DocumentModel
internal import Foundation

/// An object of a PDF: a number that qpdf knows it by, good for its own document only.
package struct PDFObject: Hashable {
  fileprivate let handle: qpdf_oh
}

/// A PDF in memory, held by qpdf. It has one owner and is freed with it.
package final class PDFDocument {
  private let data: qpdf_data
  /// The bytes of a document that was not read from a file.
  private var kept: UnsafeMutableRawBufferPointer?

  /// A document without pages.
  package init() throws(Failure) {
    guard let data = qpdf_init() else { throw Failure(.internalError, .cannotMakePDF("qpdf_init")) }
    self.data = data
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    try check(qpdf_empty_pdf(data))
  }

  /// The document of a file. The file is read and never written.
  package init(reading path: String) throws(Failure) {
    guard let data = qpdf_init() else { throw Failure(.internalError, .cannotMakePDF("qpdf_init")) }
    self.data = data
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    try check(qpdf_read(data, path, nil))
  }

  /// The document of bytes, which are copied; qpdf refers to them as long as the document lives.
  package init(bytes: [UInt8]) throws(Failure) {
    guard let data = qpdf_init() else { throw Failure(.internalError, .cannotMakePDF("qpdf_init")) }
    self.data = data
    let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    kept.copyBytes(from: bytes)
    self.kept = kept
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    let start = kept.baseAddress?.assumingMemoryBound(to: CChar.self)
    try check(qpdf_read_memory(data, "memory", start, UInt64(bytes.count), nil))
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
    kept?.deallocate()
  }

  private func check(_ code: QPDF_ERROR_CODE) throws(Failure) {
    // Bit 0 is a warning: what qpdf could mend is no failure.
    guard code & 2 != 0 else { return }
    let error = qpdf_get_error(data)
    let reason = qpdf_get_error_full_text(data, error).map { String(cString: $0) } ?? "?"
    throw Failure(.badInput, .cannotMakePDF(reason))
  }
}

// MARK: Pages

extension PDFDocument {
  /// As the file's first line says it, like `1.7`.
  package var version: String { qpdf_get_pdf_version(data).map { String(cString: $0) } ?? "" }

  package var root: PDFObject { PDFObject(handle: qpdf_get_root(data)) }
  package var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(data)) }

  /// Every page, with what it inherits from the page tree written into it.
  package func pages() throws(Failure) -> [PDFObject] {
    try check(qpdf_push_inherited_attributes_to_page(data))
    let count = qpdf_get_num_pages(data)
    guard count >= 0 else { throw Failure(.badInput, .cannotMakePDF("page tree")) }
    return (0..<Int(count)).map { PDFObject(handle: qpdf_get_page_n(data, $0)) }
  }

  /// Adds a page behind the last one; `source` is the document that it belongs to, this one for nil.
  ///
  /// - Throws: a failure where qpdf cannot take it over.
  package func append(page: PDFObject, of source: PDFDocument? = nil) throws(Failure) {
    try check(qpdf_add_page(data, (source ?? self).data, page.handle, QPDF_FALSE))
  }

  /// Takes away every page but these, counted from 1.
  ///
  /// - Throws: a failure where there are no such pages.
  package func keepPages(_ kept: ClosedRange<Int>) throws(Failure) {
    let all = try pages()
    guard kept.lowerBound >= 1, kept.upperBound <= all.count else {
      throw Failure(.badInput, .cannotMakePDF("pages \(kept.lowerBound)-\(kept.upperBound) of \(all.count)"))
    }
    for (index, page) in all.enumerated() where !kept.contains(index + 1) {
      try check(qpdf_remove_page(data, page.handle))
    }
  }

  /// The streams of a page's content as one; nil where it cannot be decoded.
  package func content(of page: PDFObject) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_page_content_data(data, page.handle, &buffer, &length)
    return Self.taken(buffer, length, succeeded: code & 2 == 0)
  }

  fileprivate static func taken(
    _ buffer: UnsafeMutablePointer<UInt8>?, _ length: Int, succeeded: Bool
  ) -> [UInt8]? {
    defer { free(buffer) }
    guard succeeded else { return nil }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: length))
  }
}

// MARK: Objects

extension PDFDocument {
  /// The object that a text in PDF syntax describes, which may not refer to others; null where the text is no PDF syntax.
  package func parsed(_ text: String) -> PDFObject {
    let parsed = qpdf_oh_parse(data, text)
    return qpdf_oh_is_initialized(data, parsed) != QPDF_FALSE ? PDFObject(handle: parsed) : null
  }

  package func text(_ value: String) -> PDFObject { PDFObject(handle: qpdf_oh_new_unicode_string(data, value)) }
  package func array(_ items: [PDFObject]) -> PDFObject {
    let array = PDFObject(handle: qpdf_oh_new_array(data))
    for item in items { qpdf_oh_append_item(data, array.handle, item.handle) }
    return array
  }

  package func indirect(_ object: PDFObject) -> PDFObject {
    PDFObject(handle: qpdf_make_indirect_object(data, object.handle))
  }

  /// A new stream with these bytes, which are in the form that `/Filter` of the dictionary says.
  package func stream(_ bytes: [UInt8], dictionary: String = "<< >>") -> PDFObject {
    let stream = PDFObject(handle: qpdf_oh_new_stream(data))
    let entries = parsed(dictionary)
    for key in keys(of: entries) where key != "/Filter" && key != "/DecodeParms" {
      self[stream, key] = self[entries, key]
    }
    replaceData(
      of: stream, with: bytes, filter: self[entries, "/Filter"] ?? null,
      parameters: self[entries, "/DecodeParms"] ?? null)
    return stream
  }

  package func replaceData(of stream: PDFObject, with bytes: [UInt8]) {
    replaceData(of: stream, with: bytes, filter: null, parameters: null)
  }

  private func replaceData(of stream: PDFObject, with bytes: [UInt8], filter: PDFObject, parameters: PDFObject) {
    bytes.withUnsafeBufferPointer {
      qpdf_oh_replace_stream_data(data, stream.handle, $0.baseAddress, $0.count, filter.handle, parameters.handle)
    }
  }

  /// The decoded bytes of a stream; nil where they cannot be decoded without loss.
  package func data(of stream: PDFObject) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var isDecoded = QPDF_FALSE
    let code = qpdf_oh_get_stream_data(data, stream.handle, qpdf_dl_generalized, &isDecoded, &buffer, &length)
    return Self.taken(buffer, length, succeeded: code & 2 == 0 && isDecoded != QPDF_FALSE)
  }

  /// The bytes of a stream as it stands in the file; nil where it cannot be read.
  package func packedData(of stream: PDFObject) -> [UInt8]? {
    guard isStream(stream) else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_stream_data(data, stream.handle, qpdf_dl_none, nil, &buffer, &length)
    return Self.taken(buffer, length, succeeded: code & 2 == 0)
  }

  /// How many bytes a stream has as it stands in the file; nil where it cannot be read.
  package func packedSize(of stream: PDFObject) -> Int? { packedData(of: stream)?.count }

  package var null: PDFObject { PDFObject(handle: qpdf_oh_new_null(data)) }

  /// An entry of a dictionary or of a stream's dictionary; nil where it is missing or null.
  package subscript(object: PDFObject, key: String) -> PDFObject? {
    get {
      let dictionary = isStream(object) ? qpdf_oh_get_dict(data, object.handle) : object.handle
      guard qpdf_oh_is_dictionary(data, dictionary) != QPDF_FALSE else { return nil }
      let value = qpdf_oh_get_key(data, dictionary, key)
      return qpdf_oh_is_null(data, value) != QPDF_FALSE ? nil : PDFObject(handle: value)
    }
    set {
      let dictionary = isStream(object) ? qpdf_oh_get_dict(data, object.handle) : object.handle
      guard qpdf_oh_is_dictionary(data, dictionary) != QPDF_FALSE else { return }
      if let newValue {
        qpdf_oh_replace_key(data, dictionary, key, newValue.handle)
      } else {
        qpdf_oh_remove_key(data, dictionary, key)
      }
    }
  }

  package func keys(of object: PDFObject) -> [String] {
    let dictionary = isStream(object) ? qpdf_oh_get_dict(data, object.handle) : object.handle
    guard qpdf_oh_is_dictionary(data, dictionary) != QPDF_FALSE else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    while qpdf_oh_dict_more_keys(data) != QPDF_FALSE {
      if let key = qpdf_oh_dict_next_key(data) { keys.append(String(cString: key)) }
    }
    return keys
  }

  package func items(of object: PDFObject) -> [PDFObject] {
    guard isArray(object) else { return [] }
    return (0..<max(0, qpdf_oh_get_array_n_items(data, object.handle))).map {
      PDFObject(handle: qpdf_oh_get_array_item(data, object.handle, $0))
    }
  }

  package func isStream(_ object: PDFObject) -> Bool { qpdf_oh_is_stream(data, object.handle) != QPDF_FALSE }
  package func isDictionary(_ object: PDFObject) -> Bool { qpdf_oh_is_dictionary(data, object.handle) != QPDF_FALSE }
  package func isArray(_ object: PDFObject) -> Bool { qpdf_oh_is_array(data, object.handle) != QPDF_FALSE }

  /// The name with its slash; nil for an object of another kind.
  package func name(_ object: PDFObject) -> String? {
    guard qpdf_oh_is_name(data, object.handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_name(data, object.handle).map { String(cString: $0) }
  }

  package func isTrue(_ object: PDFObject) -> Bool {
    qpdf_oh_is_bool(data, object.handle) != QPDF_FALSE && qpdf_oh_get_bool_value(data, object.handle) != QPDF_FALSE
  }

  package func number(_ object: PDFObject) -> Double? {
    qpdf_oh_is_number(data, object.handle) != QPDF_FALSE ? qpdf_oh_get_numeric_value(data, object.handle) : nil
  }

  /// The numbers of an array, without what is none; empty for an object of another kind.
  package func numbers(_ object: PDFObject) -> [Double] { items(of: object).compactMap(number) }

  /// A text string; nil for an object of another kind.
  package func string(_ object: PDFObject) -> String? {
    guard qpdf_oh_is_string(data, object.handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_utf8_value(data, object.handle).map { String(cString: $0) }
  }

  /// How many bytes a string has as it stands, encoded text or not; nil for an object of another kind.
  package func byteCount(ofString object: PDFObject) -> Int? {
    guard qpdf_oh_is_string(data, object.handle) != QPDF_FALSE else { return nil }
    var length = 0
    return qpdf_oh_get_binary_string_value(data, object.handle, &length) == nil ? nil : length
  }

  /// What tells an indirect object from every other; nil for one that is written where it stands.
  package func identity(of object: PDFObject) -> Int? {
    let id = qpdf_oh_get_object_id(data, object.handle)
    return id == 0 ? nil : Int(id)
  }
}

// MARK: Writing

extension PDFDocument {
  /// The whole file. Streams are written as they were read; what is not compressed yet is. The same document gives
  /// the same bytes.
  package func written() throws(Failure) -> [UInt8] {
    try check(qpdf_init_write_memory(data))
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    qpdf_set_minimum_pdf_version(data, "1.7")
    qpdf_set_preserve_encryption(data, QPDF_FALSE)
    qpdf_set_newline_before_endstream(data, QPDF_TRUE)
    qpdf_set_deterministic_ID(data, QPDF_TRUE)
    try check(qpdf_write(data))
    return [UInt8](UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }
}

extension Message {
  package static func cannotMakePDF(_ reason: String) -> Message {
    Message(
      "cannot-make-pdf", vi: "Không tạo được PDF tìm kiếm được (\(reason)). Các tệp khác vẫn được ghi.",
      en: "No searchable PDF could be made (\(reason)). The other files are written all the same.")
  }
}
