public import DocumentModel

/// Something that is wrong with a package, or odd about it.
public struct PackageFinding: Sendable, Hashable, Codable {
  public var severity: Finding.Severity
  /// The file, from the package's root folder on; nil where it concerns the whole package.
  public var path: String?
  public var message: Message

  public var code: String { message.code }

  init(_ severity: Finding.Severity, _ message: Message, path: String? = nil) {
    (self.severity, self.message, self.path) = (severity, message, path)
  }
}

/// What a check of a package found.
public struct PackageFindings: Sendable, Hashable, Codable {
  public var findings: [PackageFinding] = []
  /// Nil where METS.xml does not tell.
  public var kind: PackageKind?
  public var objid: String?
  /// `RECORDSTATUS` of the root.
  public var status: String?
  /// How many files were hashed, and their bytes.
  public var files = 0
  public var bytes = 0
  public var documents = 0
  public var pages = 0
  /// How many documents have a signature that covers them and shows on page 1.
  public var signed = 0

  public init() {}

  /// Whether nothing is wrong; a package of which nothing was checked is not sound. Warnings do not count.
  public var isSound: Bool { documents > 0 && !findings.contains { $0.severity == .error } }
  public var isSigned: Bool { documents > 0 && signed == documents }
}

extension Message {
  static func cannotOpenPackage(_ path: String) -> Message {
    Message(
      "not-a-package", vi: "“\(path)” không phải thư mục hay tệp ZIP đọc được (thiếu, hỏng hoặc bị cắt cụt).",
      en: "“\(path)” is no folder and no ZIP file that can be read: it is missing, damaged or cut off.")
  }

  static func tooManyFiles(_ count: Int) -> Message {
    Message(
      "too-many-files", vi: "Gói tin có \(count) tệp, quá giới hạn.",
      en: "The package has \(count) files, which are too many.")
  }

  static var bomb: Message {
    Message(
      "bomb", vi: "Tệp ZIP nở ra quá lớn so với kích thước của nó. Không mở.",
      en: "The ZIP file would grow far beyond its size. It is not opened.")
  }

  static var unsafeName: Message {
    Message(
      "unsafe-name", vi: "Tên tệp có “..”, ký tự lạ hoặc đường dẫn tuyệt đối. Không đọc.",
      en: "The name has “..”, odd characters or an absolute path. The file is not read.")
  }

  static var nameTwice: Message {
    Message("name-twice", vi: "Tên tệp có hai lần trong ZIP.", en: "The ZIP file has the name twice.")
  }

  static var encryptedFile: Message {
    Message("encrypted-file", vi: "Tệp bị mã hóa.", en: "The file is encrypted.")
  }

  static var notAPlainFile: Message {
    Message(
      "not-a-plain-file", vi: "Là liên kết hoặc tệp đặc biệt. Không đọc.",
      en: "It is a link or a special file. It is not read.")
  }

  static var damagedFile: Message {
    Message("damaged-file", vi: "Không đọc được hết tệp.", en: "The file cannot be read to its end.")
  }

  static func rootFolders(_ count: Int) -> Message {
    Message(
      "root-folders", vi: "Gói tin phải có đúng một thư mục gốc, đây có \(count).",
      en: "A package has one root folder; this has \(count).")
  }

  static var missingFile: Message {
    Message("missing-file", vi: "METS kê tệp này nhưng không có.", en: "METS names this file, but it is not there.")
  }

  static var strayFile: Message {
    Message("stray-file", vi: "Có tệp này nhưng không METS nào kê.", en: "The file is there, but no METS names it.")
  }

  static var namedTwice: Message {
    Message("named-twice", vi: "METS kê tệp này hai lần.", en: "METS names this file twice.")
  }

  static func sizeDiffers(_ named: Int, _ found: Int) -> Message {
    Message(
      "size-differs", vi: "METS ghi \(named) byte, tệp có \(found) byte.",
      en: "METS says \(named) bytes, the file has \(found).")
  }

  static var hashDiffers: Message {
    Message(
      "hash-differs", vi: "Mã SHA-256 không khớp METS: tệp đã bị thay đổi.",
      en: "The SHA-256 is not that of METS: the file was changed.")
  }

  static var noHash: Message {
    Message("no-hash", vi: "METS không ghi mã SHA-256 của tệp.", en: "METS gives no SHA-256 of the file.")
  }
}
