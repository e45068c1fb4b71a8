internal import DocumentModel

/// A METS file (METS 1.12, E-ARK CSIP 2.0.4 as Thông tư 05/2025/TT-BNV extends it), written as a stream.
struct METSWriter {
  /// A file that METS names, with its path from METS on.
  struct Reference {
    var id: String
    var path: String
    var type: String
    var file: WrittenFile
    var dmd: String?
  }

  struct Agent {
    var role, type: String
    var otherType: String?
    var name: String
    var noteType: String
    var note: String
  }

  struct Group {
    var id, use: String
    /// How many files it has, and each of them, made when it is written.
    var count: Int
    var file: (Int) -> Reference
    /// CSIP62 asks for it where representations are.
    var content: String? { use.hasPrefix("Representations") ? "MIXED" : nil }
  }

  let xml: XMLStream
  let moment: String
  let mdtype: String

  static let metsNamespace = "http://www.loc.gov/METS/"
  static let csipNamespace = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
  static let sipNamespace = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
  static let xlinkNamespace = "http://www.w3.org/1999/xlink"

  /// `schemas` is the path of the schemas from this file on.
  func root(objid: String, label: String?, type: String, profile: String, schemas: String, _ inside: () -> Void) {
    let places = [
      (Self.metsNamespace, "METS.xsd"), (Self.xlinkNamespace, "xlink.xsd"),
      (Self.csipNamespace, "DILCISExtensionMETS.xsd"), (Self.sipNamespace, "DILCISExtensionSIPMETS.xsd"),
    ]
    xml.element(
      "mets",
      [
        "xmlns": Self.metsNamespace, "xmlns:csip": Self.csipNamespace, "xmlns:sip": Self.sipNamespace,
        "xmlns:xlink": Self.xlinkNamespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": places.map { "\($0) \(schemas)\($1)" }.joined(separator: " "), "OBJID": objid,
        "LABEL": label, "TYPE": type, "csip:CONTENTINFORMATIONTYPE": "MIXED", "PROFILE": profile,
      ], inside)
  }

  func header(status: String, package: String, agents: [Agent], agreement: String?) {
    xml.element(
      "metsHdr",
      ["CREATEDATE": moment, "LASTMODDATE": moment, "RECORDSTATUS": status, "csip:OAISPACKAGETYPE": package]
    ) {
      for agent in agents where !agent.name.isEmpty {
        xml.element("agent", ["ROLE": agent.role, "TYPE": agent.type, "OTHERTYPE": agent.otherType]) {
          xml.element("name", text: agent.name)
          xml.element("note", ["csip:NOTETYPE": agent.noteType], text: agent.note)
        }
      }
      xml.element("altRecordID", ["TYPE": "SUBMISSIONAGREEMENT"], text: agreement)
    }
  }

  func description(_ reference: Reference) {
    xml.element("dmdSec", ["ID": reference.id, "CREATED": moment, "STATUS": "CURRENT"]) {
      metadata(reference, type: mdtype, version: "1.0")
    }
  }

  /// PREMIS of an AIP; `empty` writes the section that some makers of SIPs write.
  func administration(_ reference: Reference?, section: String, empty: Bool) {
    guard reference != nil || empty else { return }
    xml.element("amdSec", ["ID": section]) {
      guard let reference else { return }
      xml.element("digiprovMD", ["ID": reference.id, "STATUS": "CURRENT"]) {
        metadata(reference, type: "PREMIS", version: "3.0")
      }
    }
  }

  private func metadata(_ reference: Reference, type: String, version: String) {
    xml.element(
      "mdRef",
      [
        "LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": reference.path, "MDTYPE": type,
        "MDTYPEVERSION": version, "MIMETYPE": reference.type, "SIZE": String(reference.file.size), "CREATED": moment,
        "CHECKSUM": reference.file.sha256, "CHECKSUMTYPE": "SHA-256",
      ])
  }

  func files(id: String, _ groups: [Group]) {
    xml.element("fileSec", ["ID": id]) {
      for group in groups {
        xml.element("fileGrp", ["ID": group.id, "USE": group.use, "csip:CONTENTINFORMATIONTYPE": group.content]) {
          for number in 0..<group.count { self.file(group.file(number)) }
        }
      }
    }
  }

  private func file(_ reference: Reference) {
    xml.element(
      "file",
      [
        "ID": reference.id, "MIMETYPE": reference.type, "SIZE": String(reference.file.size), "CREATED": moment,
        "CHECKSUM": reference.file.sha256, "CHECKSUMTYPE": "SHA-256", "DMDID": reference.dmd,
      ]
    ) {
      xml.element("FLocat", ["LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": reference.path])
    }
  }

  func structure(id: String, div: String, label: String, type: String? = nil, _ inside: () -> Void) {
    xml.element("structMap", ["ID": id, "TYPE": "PHYSICAL", "LABEL": "CSIP"]) {
      self.division(id: div, label: label, type: type, inside)
    }
  }

  func division(
    id: String, label: String, type: String? = nil, dmd: String? = nil, adm: String? = nil, _ inside: () -> Void = {}
  ) {
    xml.element("div", ["ID": id, "LABEL": label, "TYPE": type, "DMDID": dmd, "ADMID": adm], inside)
  }

  func pointer(toFile id: String) { xml.element("fptr", ["FILEID": id]) }

  func pointer(toMETS path: String, group: String) {
    xml.element(
      "mptr", ["LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": path, "xlink:title": group])
  }
}
