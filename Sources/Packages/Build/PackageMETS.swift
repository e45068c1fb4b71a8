internal import DocumentModel
internal import Foundation

/// The two METS files of a package: that of its root, and that of its one representation.
struct PackageMETS {
  let names: PackageNames
  /// Whether the groups that E-ARK's own profile asks for stand beside those of the circular.
  let addsEARK: Bool

  private var dossier: PackageDossier { names.dossier }
  private var title: String? {
    dossier.values["title"]?.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func writer(_ xml: XMLStream) -> METSWriter {
    METSWriter(xml: xml, moment: dossier.moment, mdtype: names.choices["mdtype", names.rules])
  }

  private var status: String { dossier.isTest ? "TEST" : dossier.isReplacement ? "REPLACEMENT" : "NEW" }
  private var hasEmptyAdministration: Bool { names.choices["sip-amdsec", names.rules] == "empty" }
}

// MARK: METS.xml

extension PackageMETS {
  /// The files that METS.xml names.
  struct RootFiles {
    var schemas: [WrittenFile] = []
    var documentation: [WrittenFile] = []
    var ead: WrittenFile
    /// Nil in a SIP.
    var premis: WrittenFile?
    var rep1: WrittenFile
  }

  func root(_ files: RootFiles, to xml: XMLStream) {
    let mets = writer(xml)
    mets.root(
      objid: names.objid, label: title, type: names.choices["root-type", names.rules],
      profile: names.choices.profile(names.rules), schemas: "schemas/"
    ) {
      mets.header(
        status: status, package: dossier.kind.rawValue.uppercased(), agents: agents,
        agreement: dossier.kind == .sip ? dossier.submissionAgreement : nil)
      mets.description(reference("dmd", files.ead, type: "text/xml"))
      let premis = files.premis.map { reference("premis", $0, type: "text/xml") }
      mets.administration(premis, section: names.id("amd"), empty: hasEmptyAdministration)
      mets.files(id: names.id("files"), groups(files))
      structure(files, mets)
    }
  }

  private var agents: [METSWriter.Agent] {
    let software = METSWriter.Agent(
      role: "CREATOR", type: "OTHER", otherType: "SOFTWARE", name: dossier.softwareName,
      noteType: "SOFTWARE VERSION", note: dossier.softwareVersion)
    // A second CREATOR would be against CSIP10.
    return [software, agency(role: "ARCHIVIST")]
  }

  private func agency(role: String) -> METSWriter.Agent {
    METSWriter.Agent(
      role: role, type: "ORGANIZATION", name: dossier.agencyName.isEmpty ? dossier.fonds : dossier.agencyName,
      noteType: "IDENTIFICATIONCODE", note: dossier.fonds)
  }

  private func reference(_ role: String, _ file: WrittenFile, type: String) -> METSWriter.Reference {
    METSWriter.Reference(id: names.id(role), path: file.path, type: type, file: file)
  }

  private func fileReference(_ role: String, _ file: WrittenFile, type: String) -> METSWriter.Reference {
    METSWriter.Reference(id: names.id("\(role)/\(file.path)", prefix: "ID-"), path: file.path, type: type, file: file)
  }

  private func groups(_ files: RootFiles) -> [METSWriter.Group] {
    var groups: [METSWriter.Group] = []
    func add(_ use: String, _ list: [WrittenFile], type: String) {
      let id = names.id("group/\(use)")
      groups.append(.init(id: id, use: use, count: list.count) { fileReference("file/\(use)", list[$0], type: type) })
    }
    if !files.documentation.isEmpty { add("Documentation", files.documentation, type: "text/plain") }
    add("Schemas", files.schemas, type: "application/xml")
    add("Representations/rep1", [files.rep1], type: "text/xml")
    if addsEARK { add("Representations", [files.rep1], type: "text/xml") }
    return groups
  }

  private func structure(_ files: RootFiles, _ mets: METSWriter) {
    func div(_ name: String) -> String { names.id("div/\(name)") }
    func group(_ use: String) -> String { names.id("group/\(use)") }
    mets.structure(id: names.id("map"), div: div(""), label: names.objid) {
      mets.division(
        id: div("Metadata"), label: "Metadata", dmd: names.id("dmd"),
        adm: files.premis == nil ? nil : names.id("premis"))
      if !files.documentation.isEmpty {
        mets.division(id: div("Documentation"), label: "Documentation") {
          mets.pointer(toFile: group("Documentation"))
        }
      }
      mets.division(id: div("Schemas"), label: "Schemas") { mets.pointer(toFile: group("Schemas")) }
      if addsEARK {
        mets.division(id: div("Representations"), label: "Representations") {
          mets.pointer(toFile: group("Representations"))
        }
      }
      mets.division(id: div("Representations/rep1"), label: "Representations/rep1") {
        mets.pointer(toMETS: files.rep1.path, group: group("Representations/rep1"))
      }
    }
  }
}

// MARK: representations/rep1/METS.xml

extension PackageMETS {
  static let rep1Folder = "representations/rep1/"

  /// A document of rep1: its PDF and its description.
  struct Pair {
    var data, ead: WrittenFile
  }

  func rep1(_ pairs: [Pair], premis: WrittenFile?, to xml: XMLStream) {
    let mets = writer(xml)
    mets.root(
      objid: names.rep1Objid, label: title, type: "Mixed", profile: PackageChoices.profileOfCSIP,
      schemas: "../../schemas/"
    ) {
      mets.header(
        status: status, package: dossier.kind.rawValue.uppercased(), agents: [agency(role: "CREATOR")], agreement: nil)
      for (index, pair) in pairs.enumerated() { mets.description(inner(eadID(index), pair.ead, type: "text/xml")) }
      let premis = premis.map { inner(names.id("rep1/premis"), $0, type: "text/xml") }
      mets.administration(premis, section: names.id("rep1/amd"), empty: hasEmptyAdministration)
      let data = METSWriter.Group(id: names.id("rep1/group/Data"), use: "Data", count: pairs.count) {
        inner(dataID($0), pairs[$0].data, type: "application/pdf")
      }
      mets.files(id: names.id("rep1/files"), [data])
      structure(pairs.count, premis: premis?.id, mets)
    }
  }

  /// Identifiers stand on those of the documents, so that an order that changes does not change them.
  private func eadID(_ index: Int) -> String { names.id("rep1/ead/\(dossier.documents[index].uuid.uuidString)") }
  private func dataID(_ index: Int) -> String {
    names.id("rep1/data/\(dossier.documents[index].uuid.uuidString)", prefix: "ID-")
  }

  private func inner(_ id: String, _ file: WrittenFile, type: String) -> METSWriter.Reference {
    METSWriter.Reference(id: id, path: file.path(from: Self.rep1Folder), type: type, file: file)
  }

  private func structure(_ count: Int, premis: String?, _ mets: METSWriter) {
    func div(_ name: String) -> String { names.id("rep1/div/\(name)") }
    let type = dossier.kind == .aip ? "NORMALIZED" : "ORIGINAL"
    mets.structure(id: names.id("rep1/map"), div: div(""), label: "rep1", type: type) {
      mets.division(id: div("Data"), label: "Data") { mets.pointer(toFile: names.id("rep1/group/Data")) }
      mets.division(id: div("MetadataLink"), label: "MetadataLink") {
        for index in 0..<count {
          let document = dossier.documents[index].uuid.uuidString
          mets.division(id: div("File/\(document)"), label: "MetadataLink/File", dmd: eadID(index), adm: premis) {
            mets.pointer(toFile: dataID(index))
          }
        }
      }
    }
  }
}
