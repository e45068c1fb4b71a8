internal import Foundation

/// What a METS file names and how it joins it.
final class METSTaker: XMLTaker {
  struct Reference {
    enum Role { case description, administration, file }

    var role: Role
    /// The ID of `dmdSec`, `digiprovMD` or `file`.
    var id: String
    /// `USE` of the group of a file; empty for others.
    var use: String
    /// As it stands, from this METS on, with its escapes.
    var href: String
    var size: Int?
    var sum, sumType: String
  }

  /// A division that is no root: what it joins.
  struct Division {
    var label: String
    var descriptions, administrations, files: [String]
  }

  private(set) var objid = ""
  private(set) var status = ""
  private(set) var packageType = ""
  /// The label of the top division.
  private(set) var topLabel: String?
  private(set) var references: [Reference] = []
  private(set) var divisions: [Division] = []
  private(set) var ids: Set<String> = []
  private(set) var idsTwice: [String] = []

  private var sections: [String] = []
  private var uses: [String] = []
  private var files: [(id: String, attributes: [String: String])] = []
  private var open: [Division] = []

  func start(_ name: String, _ attributes: [String: String]) {
    if let id = attributes["ID"], !ids.insert(id).inserted { idsTwice.append(id) }
    switch name {
    case "mets": objid = attributes["OBJID"] ?? ""
    case "metsHdr":
      status = attributes["RECORDSTATUS"] ?? ""
      packageType = attributes["OAISPACKAGETYPE"] ?? ""
    case "dmdSec", "digiprovMD", "techMD", "rightsMD", "sourceMD": sections.append(attributes["ID"] ?? "")
    case "mdRef": addMetadata(attributes)
    case "fileGrp": uses.append(attributes["USE"] ?? "")
    case "file": files.append((attributes["ID"] ?? "", attributes))
    case "FLocat": addFile(attributes)
    case "div": begin(attributes)
    case "fptr":
      if let id = attributes["FILEID"], !open.isEmpty { open[open.count - 1].files.append(id) }
    default: break
    }
    isInDescription = name == "dmdSec" || (isInDescription && name != "amdSec")
  }

  private var isInDescription = false

  func end(_ name: String) {
    switch name {
    case "dmdSec", "digiprovMD", "techMD", "rightsMD", "sourceMD": _ = sections.popLast()
    case "fileGrp": _ = uses.popLast()
    case "file": _ = files.popLast()
    case "div": if let division = open.popLast() { divisions.append(division) }
    default: break
    }
  }

  func text(_ text: String) {}

  private func addMetadata(_ attributes: [String: String]) {
    references.append(
      reference(isInDescription ? .description : .administration, sections.last ?? "", attributes, attributes))
  }

  private func addFile(_ attributes: [String: String]) {
    guard let file = files.last else { return }
    references.append(reference(.file, file.id, attributes, file.attributes))
  }

  private func reference(
    _ role: Reference.Role, _ id: String, _ place: [String: String], _ facts: [String: String]
  ) -> Reference {
    Reference(
      role: role, id: id, use: role == .file ? uses.last ?? "" : "", href: place["href"] ?? "",
      size: facts["SIZE"].flatMap { Int($0) }, sum: facts["CHECKSUM"] ?? "", sumType: facts["CHECKSUMTYPE"] ?? "")
  }

  private func begin(_ attributes: [String: String]) {
    func list(_ name: String) -> [String] { (attributes[name] ?? "").split(separator: " ").map(String.init) }
    if topLabel == nil { topLabel = attributes["LABEL"] ?? "" }
    open.append(
      Division(
        label: attributes["LABEL"] ?? "", descriptions: list("DMDID"), administrations: list("ADMID"), files: []))
  }
}

/// The elements of EAD.xml or EAD_doc, which have no elements inside.
final class EADTaker: XMLTaker {
  private(set) var root: String?
  private(set) var values: [String: String] = [:]
  private(set) var twice: [String] = []
  private var depth = 0
  private var open: String?

  func start(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth == 1 { root = name }
    guard depth == 2 else { return }
    open = name
    if values.updateValue("", forKey: name) != nil { twice.append(name) }
  }

  func end(_ name: String) {
    if depth == 2 { open = nil }
    depth -= 1
  }

  func text(_ text: String) {
    if let open { values[open, default: ""] += text }
  }
}

/// The hashes that PREMIS gives.
final class PREMISTaker: XMLTaker {
  private(set) var sums: Set<String> = []
  private(set) var files = 0
  private var isSum = false
  private var text = ""

  func start(_ name: String, _ attributes: [String: String]) {
    isSum = name == "messageDigest"
    if isSum { text = "" }
    if name == "object", attributes["type"]?.hasSuffix("file") ?? false { files += 1 }
  }

  func end(_ name: String) {
    if name == "messageDigest" { sums.insert(text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()) }
    isSum = false
  }

  func text(_ text: String) { if isSum { self.text += text } }
}
