internal import DocumentModel

/// What the descriptions of a package can have wrong.
extension Message {
  static var hasDocumentType: Message {
    Message(
      "has-document-type", vi: "XML có khai báo DOCTYPE (thực thể). Không đọc.",
      en: "The XML has a document type, which can define entities. It is not read.")
  }

  static func badXML(_ reason: String) -> Message {
    Message("bad-xml", vi: "Không phải XML đúng dạng: \(reason)", en: "This is no well-formed XML: \(reason)")
  }

  static func againstSchema(_ reason: String, line: Int) -> Message {
    Message(
      "against-schema", vi: "Dòng \(line): trái lược đồ: \(reason)", en: "Line \(line): against the schema: \(reason)")
  }

  static var xmlTooLarge: Message {
    Message("xml-too-large", vi: "Tệp XML lớn quá giới hạn.", en: "The XML file is too large.")
  }

  static var noMETS: Message {
    Message("no-mets", vi: "Không có METS.xml ở gốc gói tin.", en: "There is no METS.xml at the root of the package.")
  }

  static func missingPart(_ name: String) -> Message {
    Message("missing-part", vi: "Gói tin thiếu \(name).", en: "The package lacks \(name).")
  }

  static func objidDiffers(_ objid: String, _ other: String) -> Message {
    Message(
      "objid-differs", vi: "OBJID “\(objid)” không khớp “\(other)” (tên thư mục hoặc nhãn).",
      en: "The OBJID “\(objid)” does not agree with “\(other)” (folder or label).")
  }

  static func badPackageType(_ type: String) -> Message {
    Message(
      "bad-package-type", vi: "OAISPACKAGETYPE “\(type)” không phải AIP hay SIP.",
      en: "OAISPACKAGETYPE “\(type)” is neither AIP nor SIP.")
  }

  static func idTwice(_ id: String) -> Message {
    Message("id-twice", vi: "Mã ID “\(id)” có hai lần.", en: "The ID “\(id)” stands twice.")
  }

  static func unresolved(_ id: String) -> Message {
    Message(
      "unresolved-id", vi: "DMDID, ADMID hoặc FILEID “\(id)” không trỏ đến đâu.",
      en: "“\(id)” of a DMDID, ADMID or FILEID leads nowhere.")
  }

  static var notLinked: Message {
    Message(
      "not-linked", vi: "Tài liệu và mô tả không được nối từng đôi trong MetadataLink.",
      en: "Document and description are not joined one to one in MetadataLink.")
  }

  static func namesDisagree(_ ead: String) -> Message {
    Message(
      "names-disagree", vi: "Mô tả “\(ead)” nối với tệp của tài liệu khác.",
      en: "The description “\(ead)” is joined to another document's file.")
  }

  static func notADescription(_ root: String) -> Message {
    Message(
      "not-ead", vi: "Phần tử gốc là “\(root)”, không phải simpledc.", en: "The root is “\(root)” and not simpledc.")
  }

  static func unknownElement(_ name: String) -> Message {
    Message(
      "unknown-element", vi: "Trường “\(name)” không có trong thông tư hoặc có hai lần.",
      en: "The field “\(name)” is not the circular's, or stands twice.")
  }

  static func absentElement(_ name: String) -> Message {
    Message("absent-element", vi: "Thiếu thẻ “\(name)”.", en: "The element “\(name)” is not there.")
  }

  static func noFixity(_ name: String) -> Message {
    Message(
      "premis-differs", vi: "PREMIS không ghi đúng mã SHA-256 của “\(name)”.",
      en: "PREMIS does not give the SHA-256 of “\(name)”.")
  }

  static func bagDiffers(_ name: String) -> Message {
    Message(
      "bag-differs", vi: "Bảng kê BagIt “\(name)” không khớp các tệp.",
      en: "The manifest “\(name)” of the bag does not agree with the files.")
  }

  static func partialDate(_ field: PackageField, _ value: String) -> Message {
    Message(
      "partial-date", vi: "\(field.element) “\(value)” không có đủ ngày; không phải kho nào cũng nhận.",
      en: "\(field.element) “\(value)” lacks its day; not every archive takes that.")
  }
}
