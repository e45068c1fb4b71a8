internal import DocumentModel
internal import Foundation

/// The PREMIS files of an AIP (PREMIS 3.0): what is kept, what was done with it, and who did it.
///
/// The category of an object is its `xsi:type`; a literal `objectCategory` is against the schema of the Library of Congress.
struct PackagePREMIS {
  let names: PackageNames

  static let namespace = "http://www.loc.gov/premis/v3"
  private var dossier: PackageDossier { names.dossier }
  private var objectOfPackage: String { "urn:uuid:\(dossier.objid.uuidString)" }
  private var objectOfRep1: String { "urn:uuid:\(dossier.rep1.uuidString)" }
  private var agency: String { dossier.agencyName.isEmpty ? dossier.fonds : dossier.agencyName }

  /// metadata/preservation/PREMIS.xml: the dossier and its representation.
  func root(to xml: XMLStream) {
    document(xml) {
      object(xml, "intellectualEntity", objectOfPackage, role: "premis/package") {}
      object(xml, "representation", objectOfRep1, role: "premis/rep1") {}
      creation(xml, role: "premis/event", of: objectOfPackage)
      events(xml, role: "premis/event") { $0.document == nil }
    }
  }

  /// PREMIS_rep1.xml: every PDF.
  func rep1(_ pairs: [PackageMETS.Pair], looks: [PDFLook], to xml: XMLStream) {
    document(xml) {
      for (index, pair) in pairs.enumerated() { file(xml, index, pair.data, looks[index]) }
      creation(xml, role: "premis_rep1/event", of: nil)
      events(xml, role: "premis_rep1/event") { $0.document != nil }
    }
  }

  private func document(_ xml: XMLStream, _ inside: () -> Void) {
    xml.element(
      "premis:premis",
      [
        "xmlns:premis": Self.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(Self.namespace) https://www.loc.gov/standards/premis/premis.xsd", "version": "3.0",
      ], inside)
  }

  private func object(_ xml: XMLStream, _ type: String, _ value: String, role: String, _ inside: () -> Void) {
    xml.element("premis:object", ["xsi:type": "premis:\(type)", "xmlID": names.id(role)]) {
      identifier(xml, "object", type == "file" ? "File" : "URN", value)
      inside()
    }
  }

  private func file(_ xml: XMLStream, _ index: Int, _ file: WrittenFile, _ look: PDFLook) {
    let document = dossier.documents[index]
    object(xml, "file", objectValue(index), role: "premis/file/\(document.uuid.uuidString)") {
      xml.element("premis:objectCharacteristics") {
        xml.element("premis:fixity") {
          xml.element("premis:messageDigestAlgorithm", text: "SHA-256")
          xml.element("premis:messageDigest", text: file.sha256)
        }
        xml.element("premis:size", text: String(file.size))
        format(xml, look)
      }
      xml.element(
        "premis:originalName", text: document.payload.originalName.precomposedStringWithCanonicalMapping)
    }
  }

  private func format(_ xml: XMLStream, _ look: PDFLook) {
    xml.element("premis:format") {
      xml.element("premis:formatDesignation") {
        xml.element("premis:formatName", text: look.claim.map { "PDF/A-\($0)" } ?? "PDF")
      }
      guard let key = look.claim.flatMap({ Self.pronom[$0] }) else { return }
      xml.element("premis:formatRegistry") {
        xml.element("premis:formatRegistryName", text: "PRONOM")
        xml.element("premis:formatRegistryKey", text: key)
      }
    }
  }

  /// Keys of PRONOM, the register of formats of The National Archives.
  private static let pronom = [
    "1a": "fmt/95", "1b": "fmt/354", "2a": "fmt/476", "2b": "fmt/477", "2u": "fmt/478", "3a": "fmt/479",
    "3b": "fmt/480", "3u": "fmt/481",
  ]

  private func objectValue(_ index: Int) -> String { "urn:uuid:\(dossier.documents[index].uuid.uuidString)" }

  private func identifier(_ xml: XMLStream, _ kind: String, _ type: String, _ value: String) {
    xml.element("premis:\(kind)Identifier") {
      xml.element("premis:\(kind)IdentifierType", text: type)
      xml.element("premis:\(kind)IdentifierValue", text: value)
    }
  }
}

// MARK: Events and agents

extension PackagePREMIS {
  /// That the package was made, by the program for the agency. Of its files where `object` is nil.
  private func creation(_ xml: XMLStream, role: String, of object: String?) {
    let links = object.map { [("URN", $0)] } ?? dossier.documents.indices.map { ("File", objectValue($0)) }
    let made = PackageEvent(type: "information package creation", moment: dossier.moment)
    let agents = [(dossier.softwareName, "executing program"), (agency, "implementer")]
    event(xml, made, id: names.uuid("\(role)/creation"), agents: agents, objects: links)
  }

  /// The events that a file tells, and everybody who had a part in them.
  private func events(_ xml: XMLStream, role: String, where isTold: (PackageEvent) -> Bool) {
    let told = dossier.events.enumerated().filter { isTold($0.element) }
    for (place, event) in told {
      let index = event.document.map { $0 - 1 }.flatMap { dossier.documents.indices.contains($0) ? $0 : nil }
      self.event(
        xml, event, id: names.uuid("\(role)/\(place)"),
        agents: [(event.agent.isEmpty ? agency : event.agent, agentRole(in: event))],
        objects: [index.map { ("File", objectValue($0)) } ?? ("URN", objectOfPackage)])
    }
    agents(xml, told.map(\.element.agent))
  }

  private func agentRole(in event: PackageEvent) -> String {
    if event.agent == dossier.softwareName { return "executing program" }
    return event.type == "validation" ? "validator" : "implementer"
  }

  private func event(
    _ xml: XMLStream, _ event: PackageEvent, id: String, agents: [(name: String, role: String)],
    objects: [(type: String, value: String)]
  ) {
    xml.element("premis:event") {
      identifier(xml, "event", "UUID", id)
      xml.element("premis:eventType", text: event.type)
      xml.element("premis:eventDateTime", text: event.moment)
      text(xml, "eventDetail", in: "eventDetailInformation", event.detail)
      text(xml, "eventOutcome", in: "eventOutcomeInformation", event.outcome)
      for agent in agents { link(xml, "Agent", "name", agent.name, role: agent.role) }
      for object in objects { link(xml, "Object", object.type, object.value, role: "outcome") }
    }
  }

  private func text(_ xml: XMLStream, _ name: String, in outer: String, _ text: String) {
    guard !text.isEmpty else { return }
    xml.element("premis:\(outer)") { xml.element("premis:\(name)", text: text) }
  }

  private func link(_ xml: XMLStream, _ kind: String, _ type: String, _ value: String, role: String) {
    xml.element("premis:linking\(kind)Identifier") {
      xml.element("premis:linking\(kind)IdentifierType", text: type)
      xml.element("premis:linking\(kind)IdentifierValue", text: value)
      xml.element("premis:linking\(kind)Role", text: role)
    }
  }

  private func agents(_ xml: XMLStream, _ others: [String]) {
    agent(xml, dossier.softwareName, type: "software", version: dossier.softwareVersion)
    var seen: Set<String> = [dossier.softwareName]
    for name in [agency] + others where !name.isEmpty && seen.insert(name).inserted {
      agent(xml, name, type: name == agency ? "organization" : "person", version: "")
    }
  }

  private func agent(_ xml: XMLStream, _ name: String, type: String, version: String) {
    xml.element("premis:agent") {
      identifier(xml, "agent", "name", name)
      xml.element("premis:agentName", text: name)
      xml.element("premis:agentType", text: type)
      if !version.isEmpty { xml.element("premis:agentVersion", text: version) }
    }
  }
}
