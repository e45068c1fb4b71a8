internal import CQPDF
internal import Foundation

/// The objects of a PDF, as qpdf reads them, for questions that poppler's programs do not answer. The file is read and
/// never written. Of one function at a time: qpdf's data is not to be shared.
final class PDFObjects {
  /// Good for its own file only.
  struct Object {
    fileprivate let handle: qpdf_oh
  }

  private let data: qpdf_data

  /// Nil where qpdf cannot read the file, or it needs a password.
  init?(reading path: String) {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    if hasFailed(qpdf_read(data, path, nil)) { return nil }
  }

  private init?() {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    if hasFailed(qpdf_empty_pdf(data)) { return nil }
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  /// Bit 0 is a warning: what qpdf could mend is no failure.
  private func hasFailed(_ code: QPDF_ERROR_CODE) -> Bool { code & 2 != 0 }

  var root: Object { Object(handle: qpdf_get_root(data)) }

  /// Every page, with what it inherits written into it; nil where the page tree is damaged.
  func pages() -> [Object]? {
    if hasFailed(qpdf_push_inherited_attributes_to_page(data)) { return nil }
    let count = qpdf_get_num_pages(data)
    return count < 0 ? nil : (0..<Int(count)).map { Object(handle: qpdf_get_page_n(data, $0)) }
  }

  /// An entry of a dictionary or of a stream's dictionary; nil where it is missing or null.
  subscript(object: Object, key: String) -> Object? {
    let dictionary = isStream(object) ? qpdf_oh_get_dict(data, object.handle) : object.handle
    guard qpdf_oh_is_dictionary(data, dictionary) != QPDF_FALSE else { return nil }
    let value = qpdf_oh_get_key(data, dictionary, key)
    return qpdf_oh_is_null(data, value) != QPDF_FALSE ? nil : Object(handle: value)
  }

  /// The values of a dictionary.
  func values(of dictionary: Object) -> [Object] {
    guard qpdf_oh_is_dictionary(data, dictionary.handle) != QPDF_FALSE else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
    while qpdf_oh_dict_more_keys(data) != QPDF_FALSE {
      if let key = qpdf_oh_dict_next_key(data) { keys.append(String(cString: key)) }
    }
    return keys.compactMap { self[dictionary, $0] }
  }

  func items(of array: Object) -> [Object] {
    guard qpdf_oh_is_array(data, array.handle) != QPDF_FALSE else { return [] }
    return (0..<max(0, qpdf_oh_get_array_n_items(data, array.handle))).map {
      Object(handle: qpdf_oh_get_array_item(data, array.handle, $0))
    }
  }

  func isStream(_ object: Object) -> Bool { qpdf_oh_is_stream(data, object.handle) != QPDF_FALSE }

  /// The name without its slash; nil for an object of another kind.
  func name(_ object: Object?) -> String? {
    guard let object, qpdf_oh_is_name(data, object.handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_name(data, object.handle).map { String(cString: $0 + 1) }
  }

  func number(_ object: Object?) -> Double? {
    guard let object, qpdf_oh_is_number(data, object.handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_numeric_value(data, object.handle)
  }

  func numbers(_ object: Object?) -> [Double] { object.map { items(of: $0).compactMap(number) } ?? [] }

  func string(_ object: Object?) -> String? {
    guard let object, qpdf_oh_is_string(data, object.handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_utf8_value(data, object.handle).map { String(cString: $0) }
  }

  func isTrue(_ object: Object?) -> Bool {
    guard let object, qpdf_oh_is_bool(data, object.handle) != QPDF_FALSE else { return false }
    return qpdf_oh_get_bool_value(data, object.handle) != QPDF_FALSE
  }
}

// MARK: Streams

extension PDFObjects {
  /// Packed bytes of a content that is unpacked. Deflate packs a thousandfold at most, so that a content made to fill the
  /// memory takes 64 MB; a page that is one image, or a few words, has a hundred bytes.
  private static let mostPacked = 64 << 10

  /// The streams of a page's content as one; nil where they cannot be decoded or are long.
  func content(of page: Object) -> [UInt8]? {
    guard let contents = self[page, "/Contents"] else { return [] }
    let streams = isStream(contents) ? [contents] : items(of: contents)
    guard streams.reduce(0, { $0 + (packed($1) ?? Self.mostPacked + 1) }) <= Self.mostPacked else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_page_content_data(data, page.handle, &buffer, &length)
    defer { free(buffer) }
    return hasFailed(code) ? nil : [UInt8](UnsafeBufferPointer(start: buffer, count: length))
  }

  /// How many bytes a stream has as it stands in the file; nil where it cannot be read.
  private func packed(_ stream: Object) -> Int? {
    guard isStream(stream) else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_stream_data(data, stream.handle, qpdf_dl_none, nil, &buffer, &length)
    free(buffer)
    return hasFailed(code) ? nil : length
  }
}

// MARK: A page alone

extension PDFObjects {
  /// A file of this page with only those of its annotations for which the condition holds; nil where it cannot be made.
  func file(of page: Object, keepingAnnotations isKept: (Object) -> Bool) -> [UInt8]? {
    let kept = qpdf_oh_new_array(data)
    for annotation in self[page, "/Annots"].map(items) ?? [] where isKept(annotation) {
      qpdf_oh_append_item(data, kept, annotation.handle)
    }
    qpdf_oh_replace_key(data, page.handle, "/Annots", kept)
    guard let copy = PDFObjects(), !hasFailed(qpdf_add_page(copy.data, data, page.handle, QPDF_FALSE)),
      !hasFailed(qpdf_init_write_memory(copy.data))
    else { return nil }
    qpdf_set_preserve_encryption(copy.data, QPDF_FALSE)
    guard !hasFailed(qpdf_write(copy.data)) else { return nil }
    return [UInt8](
      UnsafeBufferPointer(start: qpdf_get_buffer(copy.data), count: qpdf_get_buffer_length(copy.data)))
  }
}
