internal import Foundation

/// What a METS file names and how it joins it. Each file is handed over as it is named, and of identifiers only a hash is
/// kept, which Swift seeds anew in every run: METS of 20,000 documents has 100,000 of them.
final class METSTaker: XMLTaker {
  struct Reference {
    enum Role { case description, administration, file }

    var role: Role
    /// `USE` of the group of a file; empty for others.
    var use: String
    /// As it stands, from this METS on, with its escapes.
    var href: String
    var size: Int?
    var sum, sumType: String
  }

  /// Takes a file that is named; gives its number, nil where it is not there.
  typealias Take = (Reference) -> Int?

  private(set) var objid = ""
  private(set) var status = ""
  private(set) var packageType = ""
  /// The label of the top division.
  private(set) var topLabel: String?
  private(set) var ids: Set<Int> = []
  /// Identifiers that stand here twice, or in the other METS as well.
  private(set) var idsTwice: [String] = []
  /// How many files and descriptions are named, whether they are there or not.
  private(set) var data = 0, descriptions = 0
  /// The numbers of PREMIS files that are there.
  private(set) var administrations: [Int] = []
  /// The numbers of METS files that are there.
  private(set) var inner: [Int] = []

  private let others: Set<Int>
  private let take: Take
  /// The files that are there, by the hash of the ID of `dmdSec` or `file`.
  private var described: [Int: Int32] = [:]
  private var files: [Int: Int32] = [:]
  /// The one description and the one file of every division `MetadataLink/File`, by hash.
  private var links: [(description: Int, file: Int)] = []
  /// What was pointed to before it came, if it comes.
  private var awaited: [String] = []

  private var sections: [String] = []
  private var uses: [String] = []
  private var named: [(id: String, attributes: [String: String])] = []
  private var open: [Division] = []
  private var isInDescription = false

  /// A division that is no root: what it joins.
  private struct Division {
    var label: String
    var descriptions, files: [Int]
  }

  /// `others` are the identifiers of the METS that stands above this one.
  init(others: Set<Int> = [], take: @escaping Take) { (self.others, self.take) = (others, take) }

  func start(_ name: String, _ attributes: [String: String]) {
    if let id = attributes["ID"] { add(id) }
    switch name {
    case "mets": objid = attributes["OBJID"] ?? ""
    case "metsHdr":
      status = attributes["RECORDSTATUS"] ?? ""
      packageType = attributes["OAISPACKAGETYPE"] ?? ""
    case "dmdSec", "digiprovMD", "techMD", "rightsMD", "sourceMD": sections.append(attributes["ID"] ?? "")
    case "mdRef": addMetadata(attributes)
    case "fileGrp": uses.append(attributes["USE"] ?? "")
    case "file": named.append((attributes["ID"] ?? "", attributes))
    case "FLocat": addFile(attributes)
    case "div": begin(attributes)
    case "fptr": if let id = attributes["FILEID"], !open.isEmpty { open[open.count - 1].files.append(point(to: id)) }
    default: break
    }
    isInDescription = name == "dmdSec" || (isInDescription && name != "amdSec")
  }

  func end(_ name: String) {
    switch name {
    case "dmdSec", "digiprovMD", "techMD", "rightsMD", "sourceMD": _ = sections.popLast()
    case "fileGrp": _ = uses.popLast()
    case "file": _ = named.popLast()
    case "div": if let division = open.popLast() { close(division) }
    default: break
    }
  }

  func text(_ text: String) {}

  private func add(_ id: String) {
    let hash = id.hashValue
    if !ids.insert(hash).inserted || others.contains(hash) { idsTwice.append(id) }
  }

  /// The hash of an identifier that something points to.
  @discardableResult private func point(to id: String) -> Int {
    let hash = id.hashValue
    if !ids.contains(hash) { awaited.append(id) }
    return hash
  }
}

// MARK: Files

extension METSTaker {
  private func addMetadata(_ attributes: [String: String]) {
    let role = isInDescription ? Reference.Role.description : .administration
    let number = take(reference(role, attributes, attributes)), id = sections.last ?? ""
    if role == .description {
      descriptions += 1
      described[id.hashValue] = number.map { Int32($0) }
    } else if let number {
      administrations.append(number)
    }
  }

  private func addFile(_ attributes: [String: String]) {
    guard let file = named.last else { return }
    let one = reference(.file, attributes, file.attributes), number = take(one)
    if one.use == "Data" { data += 1 }
    guard let number else { return }
    files[file.id.hashValue] = Int32(number)
    if one.href.hasSuffix("/METS.xml"), !inner.contains(number) { inner.append(number) }
  }

  private func reference(
    _ role: Reference.Role, _ place: [String: String], _ facts: [String: String]
  ) -> Reference {
    Reference(
      role: role, use: role == .file ? uses.last ?? "" : "", href: place["href"] ?? "",
      size: facts["SIZE"].flatMap { Int($0) }, sum: facts["CHECKSUM"] ?? "", sumType: facts["CHECKSUMTYPE"] ?? "")
  }
}

// MARK: Divisions

extension METSTaker {
  private func begin(_ attributes: [String: String]) {
    func list(_ name: String) -> [String] { (attributes[name] ?? "").split(separator: " ").map(String.init) }
    if topLabel == nil { topLabel = attributes["LABEL"] ?? "" }
    for id in list("ADMID") { point(to: id) }
    let descriptions = list("DMDID").map { point(to: $0) }
    open.append(Division(label: attributes["LABEL"] ?? "", descriptions: descriptions, files: []))
  }

  private func close(_ division: Division) {
    guard division.label == "MetadataLink/File", division.descriptions.count == 1, division.files.count == 1
    else { return }
    links.append((division.descriptions[0], division.files[0]))
  }

  /// What something points to and is not there.
  var unresolved: [String] { awaited.filter { !ids.contains($0.hashValue) } }

  /// The number of the first description that is there.
  var firstDescription: Int? { described.values.min().map(Int.init) }

  /// The numbers of a PDF and its description, for every division that joins two files that are there.
  var pairs: [(data: Int, description: Int)] {
    links.compactMap { link in
      files[link.file].flatMap { file in described[link.description].map { (Int(file), Int($0)) } }
    }
  }
}
