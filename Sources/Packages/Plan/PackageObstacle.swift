public import DocumentModel

/// One reason why a dossier cannot be packed. All reasons are given at once.
public struct PackageObstacle: Sendable, Hashable, Codable {
  /// Stable: `missing-field`, `too-long`, `not-a-code`, `bad-date`, `bad-number`, `bad-characters`, `bad-code`,
  /// `totals-differ`, `pages-unknown`, `no-documents`, `dates-reversed`, `secret`, `not-permanent`, `codes-disagree`,
  /// `two-names`, `two-documents`, `path-too-long`, `unsigned`, `bad-moment`, `unknown-choice`, `cannot-read-file`,
  /// `hash-changed`, `not-a-pdf`, `not-pdfa`, `no-text-layer`, `low-resolution`, `pages-differ`,
  /// `signature-partial`, `signature-not-shown`, `not-the-same-pdf`.
  public var code: String
  /// 1-based; nil where the reason is the dossier's.
  public var document: Int?
  public var element: String?
  public var message: Message

  public init(_ message: Message, document: Int? = nil, element: String? = nil) {
    (code, self.document, self.element, self.message) = (message.code, document, element, message)
  }
}

extension Message {
  static func missingField(_ field: PackageField) -> Message {
    Message(
      "missing-field", vi: "Thiếu “\(field.name)” (\(field.element)), trường bắt buộc. Điền vào mục lục.",
      en: "“\(field.element)” is missing, which is mandatory. Fill it in the inventory.")
  }

  static func tooLong(_ field: PackageField, _ count: Int) -> Message {
    let longest = field.longest ?? 0
    return Message(
      "too-long", vi: "“\(field.name)” (\(field.element)) dài \(count) ký tự, tối đa \(longest). Viết gọn lại.",
      en: "“\(field.element)” has \(count) characters; \(longest) are allowed. Shorten it.")
  }

  static func notACode(_ field: PackageField, _ value: String) -> Message {
    Message(
      "not-a-code", vi: "“\(value)” không có trong danh mục của “\(field.name)” (\(field.element)).",
      en: "“\(value)” is not in the list of “\(field.element)”.")
  }

  static func badDate(_ field: PackageField, _ value: String) -> Message {
    Message(
      "bad-date",
      vi: "“\(value)” không phải ngày hợp lệ của “\(field.name)” (\(field.element)). Ngày thiếu không tự thêm.",
      en: "“\(value)” is no date that “\(field.element)” allows. A missing day is never made up.")
  }

  static func badNumber(_ field: PackageField, _ value: String) -> Message {
    Message(
      "bad-number", vi: "“\(value)” của “\(field.name)” (\(field.element)) phải là số nguyên.",
      en: "“\(value)” of “\(field.element)” must be a whole number.")
  }

  static func badCharacters(_ field: PackageField) -> Message {
    Message(
      "bad-characters", vi: "“\(field.name)” (\(field.element)) có ký tự điều khiển. Gõ lại giá trị này.",
      en: "“\(field.element)” has control characters. Type the value again.")
  }

  static func badCode(_ name: String, _ value: String) -> Message {
    Message(
      "bad-code", vi: "\(name) “\(value)” chỉ được có chữ không dấu, số và . _ - vì đặt tên tệp theo nó.",
      en: "\(name) “\(value)” may have letters without marks, figures and . _ - only, since files are named after it.")
  }

  static func totalsDiffer(_ name: String, declared: String, counted: Int) -> Message {
    Message(
      "totals-differ", vi: "\(name) khai là \(declared) nhưng đếm được \(counted). Sửa mục lục hoặc bổ sung tài liệu.",
      en: "\(name) is declared as \(declared), but \(counted) are there. Mend the inventory or add what is missing.")
  }

  static var pagesUnknown: Message {
    Message(
      "pages-unknown", vi: "Chưa biết số trang của tệp. Chạy xử lý tệp trước.",
      en: "Nobody has counted the pages of the file. Process it first.")
  }

  static var noDocuments: Message {
    Message("no-documents", vi: "Hồ sơ không có tài liệu nào để đóng gói.", en: "The dossier has no document to pack.")
  }

  static func datesReversed(_ from: String, _ to: String) -> Message {
    Message(
      "dates-reversed", vi: "Thời gian bắt đầu \(from) sau thời gian kết thúc \(to).",
      en: "The dossier begins on \(from), after it ends on \(to).")
  }

  static var secret: Message {
    Message(
      "secret", vi: "Chế độ sử dụng 03 (Mật) không được đóng gói ở đây.",
      en: "What is secret (mode 03) must not be packed here.")
  }

  static func notPermanent(_ code: String) -> Message {
    Message(
      "not-permanent", vi: "Lưu trữ lịch sử chỉ nhận hồ sơ bảo quản vĩnh viễn (01), hồ sơ này là \(code).",
      en: "A historical archive takes only what is kept for ever (01); this dossier has \(code).")
  }

  static func codesDisagree(_ given: String, _ expected: String) -> Message {
    Message(
      "codes-disagree", vi: "Mã tài liệu “\(given)” không khớp mã hồ sơ và số thứ tự (“\(expected)”).",
      en: "The document's code “\(given)” does not agree with the dossier's code and its ordinal (“\(expected)”).")
  }

  static func twoNames(_ name: String, _ other: Int) -> Message {
    Message(
      "two-names", vi: "Tên tệp “\(name)” trùng với tài liệu thứ \(other) khi không phân biệt chữ hoa, chữ thường.",
      en: "The file name “\(name)” is that of document \(other) where capitals do not count.")
  }

  static func twoDocuments(_ other: Int) -> Message {
    Message(
      "two-documents", vi: "Cùng một tệp hoặc mã định danh với tài liệu thứ \(other).",
      en: "Its file or identifier is that of document \(other).")
  }

  static func pathTooLong(_ path: String) -> Message {
    Message(
      "path-too-long", vi: "Đường dẫn “\(path)” dài hơn 240 ký tự. Rút ngắn mã.",
      en: "The path “\(path)” has more than 240 characters. Shorten the code.")
  }

  static var unsigned: Message {
    Message(
      "unsigned", vi: "Tệp chưa ký số. Ký tệp PDF/A rồi chỉ thư mục tệp đã ký.",
      en: "The file is not signed. Sign the PDF/A and name the folder of signed files.")
  }

  static func badMoment(_ moment: String) -> Message {
    Message(
      "bad-moment", vi: "Thời điểm “\(moment)” không đúng dạng 2026-11-21T10:00:00.000+07:00.",
      en: "The moment “\(moment)” is not of the form 2026-11-21T10:00:00.000+07:00.")
  }

  static func unknownChoice(_ name: String, _ value: String) -> Message {
    Message(
      "unknown-choice", vi: "Lựa chọn “\(name)” không có giá trị “\(value)”.",
      en: "The choice “\(name)” has no value “\(value)”.")
  }
}
