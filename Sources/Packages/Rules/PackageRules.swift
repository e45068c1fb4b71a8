public import DocumentModel
internal import Foundation

/// An AIP is kept in an archive's own repository; a SIP is handed over to another system (Thông tư 05/2025/TT-BNV, Điều 8, 17).
public enum PackageKind: String, Codable, Sendable, CaseIterable { case aip, sip }

/// Which description a field belongs to: that of the dossier (`EAD`) or that of a document (`EAD_doc`).
public enum PackageLevel: String, Codable, Sendable { case dossier = "EAD", document = "EAD_doc" }

/// A field of EAD or EAD_doc, a row of `dictionaries/packages/fields.tsv`.
public struct PackageField: Sendable, Hashable, Codable {
  public enum Form: String, Sendable, Codable {
    case text, digits, date, codes
    /// A month or a year alone may stand.
    case partialDate = "partial-date"
    /// Several codes, parted by the archive's separator.
    case severalCodes = "codes*"
  }
  public enum Need: Sendable, Hashable, Codable {
    case always, never
    /// Needed where another element has one of these codes.
    case when(element: String, codes: [String])
  }

  public var kind: PackageKind
  public var level: PackageLevel
  /// Its name in Vietnamese.
  public var element, name: String
  /// The most characters in NFC; nil where the circular names none.
  public var longest: Int?
  public var need: Need
  public var form: Form
}

/// A code of the circular with its name: `01`, `Vĩnh viễn`.
public struct PackageCode: Sendable, Hashable {
  public let code, name: String
  /// The name in NFC and small letters, by which a value is found.
  let smallName: String

  init(code: String, name: String) {
    (self.code, self.name) = (code, name)
    smallName = name.precomposedStringWithCanonicalMapping.lowercased()
  }
}

/// A point where readers of the circular differ, a row of `dictionaries/packages/choices.tsv`.
public struct PackageChoice: Sendable, Hashable, Codable {
  public var name: String
  public var values: [String]
  public var standard: String
  public var meaning: Message
}

/// The circular as data, from `dictionaries/packages`: fields in their order, codes, choices and schemas.
public struct PackageRules: Sendable {
  /// Fields of all kinds and levels, in the order of the circular.
  public var fields: [PackageField]
  public var choices: [PackageChoice]
  /// The folder of the schemas.
  public let schemas: String
  private let codesByElement: [String: [PackageCode]]

  /// Reads `folder`, which is `dictionaries/packages`.
  ///
  /// - Throws: a failure where a table is missing or has a row that cannot be understood.
  public init(folder: String) throws(Failure) {
    let rows = try Self.rows(of: folder + "/fields.tsv", cells: 8)
    fields = []
    for row in rows {
      guard let field = PackageField(row.cells) else { throw Failure(.badInput, .badPackageTable(row.file, row.line)) }
      fields.append(field)
    }
    var codes: [String: [PackageCode]] = [:]
    for row in try Self.rows(of: folder + "/codes.tsv", cells: 3) {
      codes[row.cells[0], default: []].append(PackageCode(code: row.cells[1], name: row.cells[2]))
    }
    codesByElement = codes
    choices = try Self.rows(of: folder + "/choices.tsv", cells: 5).map { row in
      PackageChoice(
        name: row.cells[0], values: row.cells[1].split(separator: "|").map(String.init), standard: row.cells[2],
        meaning: Message("package-choice", vi: row.cells[3], en: row.cells[4]))
    }
    schemas = folder + "/schemas"
  }

  /// The codes of an element in their order; empty where it has none.
  public func codes(for element: String) -> [PackageCode] { codesByElement[element] ?? [] }

  /// The fields of a description in the order of the circular.
  public func fields(of kind: PackageKind, _ level: PackageLevel) -> [PackageField] {
    fields.filter { $0.kind == kind && $0.level == level }
  }

  private struct Row { var file: String, line: Int, cells: [String] }

  private static func rows(of path: String, cells count: Int) throws(Failure) -> [Row] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(.cannotOpenInput, .cannotReadPackageTable(path))
    }
    var rows: [Row] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= count else { throw Failure(.badInput, .badPackageTable(path, index + 1)) }
      rows.append(Row(file: path, line: index + 1, cells: cells))
    }
    return rows
  }
}

extension PackageField {
  /// A row of the table; nil for one that cannot be understood.
  fileprivate init?(_ cells: [String]) {
    guard let kind = PackageKind(rawValue: cells[0]), let level = PackageLevel(rawValue: cells[1]),
      let need = Need(cells[6]), let form = Form(rawValue: cells[7]), cells[5] == "-" || Int(cells[5]) != nil
    else { return nil }
    self.init(
      kind: kind, level: level, element: cells[3], name: cells[4], longest: Int(cells[5]), need: need, form: form)
  }
}

extension PackageField.Need {
  /// `yes`, `no` or `confidenceLevel=01|03`.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    switch (text, parts.count) {
    case ("yes", _): self = .always
    case ("no", _): self = .never
    case (_, 2): self = .when(element: parts[0], codes: parts[1].split(separator: "|").map(String.init))
    default: return nil
    }
  }
}

extension Message {
  static func cannotReadPackageTable(_ path: String) -> Message {
    Message(
      "cannot-read-package-table",
      vi: "Không đọc được bảng “\(path)”. Cài lại chương trình hoặc chỉ đúng thư mục từ điển.",
      en: "Cannot read the table “\(path)”. Install the program again or name the folder of the dictionaries.")
  }

  static func badPackageTable(_ path: String, _ line: Int) -> Message {
    Message(
      "bad-package-table", vi: "“\(path)”, dòng \(line): không hiểu dòng này.",
      en: "“\(path)”, line \(line): this row cannot be understood.")
  }
}
