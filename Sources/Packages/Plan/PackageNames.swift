internal import Digests
internal import DocumentModel
public import Foundation

/// The names in a package. All are ASCII, and none needs an escape.
struct PackageNames {
  let dossier: PackageDossier
  let rules: PackageRules
  let choices: PackageChoices

  /// The code of the dossier: `arcFileCode` of an AIP, `fileCode` of a SIP.
  var fileCode: String {
    (dossier.values[Self.fileCodeElement(dossier.kind)] ?? "").trimmingCharacters(in: .whitespaces)
  }

  static func fileCodeElement(_ kind: PackageKind) -> String { kind == .aip ? "arcFileCode" : "fileCode" }

  var objid: String {
    let uuid = dossier.objid.uuidString
    guard dossier.kind == .aip else { return "uuid-" + uuid }
    let separator = choices["objid-separator", rules] == "hyphen" ? "-" : ":"
    if choices["objid-fonds", rules] == "no" { return "urn:uuid:" + uuid }
    return "urn:\(dossier.fonds):uuid\(separator)\(uuid)"
  }

  var rep1Objid: String { choices["rep1-objid", rules] == "rep1" ? "rep1" : "uuid-" + dossier.rep1.uuidString }

  /// The one root folder: the OBJID with `:` made `_`.
  var folder: String { Self.folder(of: objid) }
  static func folder(of objid: String) -> String { objid.replacingOccurrences(of: ":", with: "_") }

  /// What is written into the directory: a ZIP file or a folder.
  func target(isFolder: Bool) -> String {
    if isFolder { return folder }
    return (choices["zip-name", rules] == "file-code" ? fileCode : folder) + ".zip"
  }

  /// The code of a document, `index` counting from 0: what the archive has, or the dossier's code with seven digits.
  func docCode(_ index: Int) -> String {
    let given = (dossier.documents[index].values["docCode"] ?? "").trimmingCharacters(in: .whitespaces)
    return given.isEmpty ? "\(fileCode).\((index + 1).padded(to: 7))" : given
  }

  /// The name of a document's file without its ending.
  func stem(_ index: Int) -> String {
    switch choices["file-name", rules] {
    case "doc-id": dossier.documents[index].values["docId"] ?? docCode(index)
    case "ordinal": "\(fileCode).\((index + 1).padded(to: 3))"
    default: docCode(index)
    }
  }

  func dataFile(_ index: Int) -> String { "data/\(stem(index)).pdf" }
  func ead(_ index: Int) -> String { "metadata/descriptive/EAD_doc_\(stem(index)).xml" }

  /// An identifier that follows from the package's own and from what it is for: the same in every build, and no other's.
  func id(_ role: String, prefix: String = "uuid-") -> String { prefix + uuid(role) }

  func uuid(_ role: String) -> String {
    UUID(derivedFrom: "\(dossier.objid.uuidString)/\(dossier.rep1.uuidString)/\(role)").uuidString
  }
}

extension UUID {
  /// A version 8 UUID (RFC 9562), whose bits are the maker's own: the same for the same text, always.
  public init(derivedFrom text: String) {
    var bytes = Array(text.utf8).prefixOfDigest
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.init(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9], bytes[10],
        bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }
}

extension [UInt8] {
  /// The first sixteen bytes of the SHA-256.
  fileprivate var prefixOfDigest: [UInt8] {
    var sum = SHA256()
    sum.update(self)
    let bytes = sum.sum()
    return bytes.count >= 16 ? Array(bytes.prefix(16)) : [UInt8](repeating: 0, count: 16)
  }
}
