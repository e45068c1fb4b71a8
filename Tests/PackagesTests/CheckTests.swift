import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Packages

/// What `check` finds in packages of this program, whole and damaged. A damage that changes hashes is mended in METS as
/// well (`isMended`), so that what is told is the damage and not the hash.
@Suite struct CheckTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    var name: String
    /// Codes that must be among those found.
    var codes: [String]
    var kind = PackageKind.aip
    var change: @Sendable (PackageFolder) throws -> Void
    var testDescription: String { name }
  }

  static let code = "001.000.06.16.G09.2010.01.TH"
  static let first = "representations/rep1/data/\(code).0000001.pdf"
  static let second = "representations/rep1/data/\(code).0000002.pdf"
  static let ead = "metadata/descriptive/EAD.xml"
  static let eadDoc = "representations/rep1/metadata/descriptive/EAD_doc_\(code).0000001.xml"
  static let inner = "representations/rep1/METS.xml"

  static let damages: [Damage] = [
    Damage(name: "a byte of a PDF flipped", codes: ["hash-differs"]) { try $0.flip(first) },
    Damage(name: "EAD changed", codes: ["hash-differs"]) { try $0.replace(ead, "Minh", "Tinh") },
    Damage(name: "a PDF missing", codes: ["missing-file"]) { try $0.remove(second) },
    Damage(name: "a PDF too many", codes: ["stray-file"]) {
      try $0.write(SamplePDF.bytes(), "representations/rep1/data/other.pdf")
    },
    Damage(name: "another rep1/METS.xml", codes: ["hash-differs"]) {
      try $0.replace(inner, "MetadataLink/File", "Other")
    },
    Damage(name: "nonsense EAD", codes: ["not-ead"]) {
      try $0.write(Array("<nonsense/>".utf8), ead)
      try $0.mend()
    },
    Damage(name: "wrong name of the folder", codes: ["objid-differs"]) { try $0.rename("urn_G10_uuid_X") },
    Damage(name: "PDFs swapped", codes: ["hash-differs"]) { try $0.swap(first, second) },
    Damage(name: "PDFs swapped and named so", codes: ["totals-differ"]) {
      try $0.swap(first, second)
      try $0.mend()
    },
    Damage(name: "links to PDFs swapped", codes: ["names-disagree"]) { try $0.swapLinks() },
    Damage(name: "EAD of another dossier", codes: ["codes-disagree"]) {
      try $0.replace(ead, code, "001.000.06.16.G09.2011.02.TH")
      try $0.mend()
    },
    Damage(name: "DMDID that leads nowhere", codes: ["unresolved-id", "not-linked"]) {
      try $0.replace(inner, " DMDID=\"uuid-", " DMDID=\"uuid-0")
      try $0.mend()
    },
    Damage(name: "a word for a code", codes: ["not-a-code"]) {
      try $0.replace(ead, "<maintenance>01<", "<maintenance>Vĩnh viễn<")
      try $0.mend()
    },
    Damage(name: "a mandatory field empty", codes: ["missing-field"]) {
      try $0.replace(eadDoc, "<organName>Ủy ban nhân dân xã Minh Hòa<", "<organName><")
      try $0.mend()
    },
    Damage(name: "a title too long", codes: ["too-long"]) {
      try $0.replace(ead, "<title>", "<title>" + String(repeating: "ậ", count: 1000))
      try $0.mend()
    },
    Damage(name: "pages that are not there", codes: ["totals-differ"]) {
      try $0.replace(ead, "<numberOfPage>3<", "<numberOfPage>4<")
      try $0.mend()
    },
    Damage(name: "an attribute that METS has not", codes: ["against-schema"]) {
      try $0.replace("METS.xml", "<metsHdr ", "<metsHdr WRONG=\"1\" ")
    },
    Damage(name: "PREMIS of another file", codes: ["premis-differs"]) {
      try $0.replace(
        "representations/rep1/metadata/preservation/PREMIS_rep1.xml", "<premis:messageDigest>",
        "<premis:messageDigest>0")
      try $0.mend()
    },
    Damage(name: "no PREMIS", codes: ["missing-file"]) { try $0.remove("metadata/preservation/PREMIS.xml") },
    Damage(name: "a PDF changed after signing", codes: ["signature-partial"]) {
      try $0.write($0.bytes(first) + Array("\n%%EOF\n".utf8), first)
      try $0.mend()
    },
    Damage(name: "a PDF that is none", codes: ["not-a-pdf"]) {
      try $0.write(Array("%PDF-nothing".utf8), first)
      try $0.mend()
    },
    Damage(name: "an entity in EAD", codes: ["has-document-type"]) {
      try $0.replace(ead, "<simpledc>", "<!DOCTYPE simpledc [<!ENTITY a SYSTEM \"/etc/passwd\">]><simpledc>")
      try $0.replace(ead, "<keyword/>", "<keyword>&a;</keyword>")
      try $0.mend()
    },
    Damage(name: "METS that is no XML", codes: ["bad-xml"]) { try $0.replace("METS.xml", "</mets>", "") },
    Damage(name: "a link", codes: ["not-a-plain-file"]) { try $0.link("documentation") },
  ]

  @Test(arguments: damages) func findsDamage(_ damage: Damage) throws {
    let folder = try PackageFolder(damage.kind)
    try damage.change(folder)
    let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: folder.path)
    #expect(Set(damage.codes).isSubset(of: Set(found.findings.map(\.code))), "\(found.findings)")
    #expect(!found.isSound)
  }

  @Test(arguments: OutsideSamplesTests.samples) func findsNothingInWhole(_ sample: OutsideSamplesTests.Sample) throws {
    let dossier = try SampleDossier(sample.kind)
    for isFolder in [false, true] {
      let options = PackageBuilder.Options(bag: sample.bag, eark: sample.eark, folder: isFolder)
      let built = try dossier.build(options, choices: sample.choices, into: dossier.folder["out\(isFolder)"])
      let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: built.path)
      #expect(found.findings.isEmpty, "\(found.findings)")
      #expect(found.isSound && found.isSigned && found.documents == 2 && found.pages == 3 && found.kind == sample.kind)
    }
  }

  /// What was mended and changed in nothing is whole: no damage above is found by the mending itself.
  @Test func mendingAloneIsNoDamage() throws {
    let folder = try PackageFolder(.aip)
    try folder.mend()
    let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: folder.path)
    #expect(found.isSound && found.findings.isEmpty, "\(found.findings)")
  }

  @Test func bearsAnyOrderOfElements() throws {
    let folder = try PackageFolder(.aip)
    let text = String(decoding: folder.bytes(Self.ead), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
    try folder.write(Array("<simpledc>\(lines.reversed().joined())</simpledc>".utf8), Self.ead)
    try folder.mend()
    let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: folder.path)
    #expect(found.isSound, "\(found.findings)")
  }

  @Test func unsignedIsAWarning() throws {
    let dossier = try SampleDossier(signed: false)
    let built = try dossier.build(.init(allowUnsigned: true))
    let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: built.path)
    #expect(found.isSound && !found.isSigned && found.status == "TEST")
    #expect(found.findings.map(\.code) == ["unsigned", "unsigned"])
  }
}
