import Foundation
import Packages
import SampleDocuments
import Testing

/// Leaves packages of every kind in `.build/packages`: `scripts/check-packages` has them looked at by other programs.
@Suite struct OutsideSamplesTests {
  static let folder = Repository.root + ".build/packages/"

  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var kind = PackageKind.aip
    var bag = false, eark = false
    var choices: [String: String] = [:]
    var testDescription: String { name }
  }

  static let samples = [
    Sample(name: "aip"), Sample(name: "aip-eark", eark: true), Sample(name: "aip-bag", bag: true),
    Sample(name: "sip", kind: .sip), Sample(name: "sip-eark", kind: .sip, eark: true),
    Sample(
      name: "aip-choices",
      choices: [
        "objid-separator": "hyphen", "root-profile": "ra.ee", "mdtype": "DC", "file-name": "ordinal",
        "zip-name": "file-code", "rep1-objid": "rep1",
      ]), Sample(name: "sip-choices", kind: .sip, choices: ["sip-amdsec": "empty", "file-name": "doc-id"]),
  ]

  @Test(arguments: samples) func areThere(_ sample: Sample) throws {
    let folder = Self.folder + sample.name
    try? FileManager.default.removeItem(atPath: folder)
    let dossier = try SampleDossier(sample.kind)
    for isFolder in [false, true] {
      let options = PackageBuilder.Options(bag: sample.bag, eark: sample.eark, folder: isFolder)
      let built = try dossier.build(options, choices: sample.choices, into: folder + (isFolder ? "/folder" : "/zip"))
      #expect(built.built.documents == 2 && built.built.pages == 3 && built.built.isSigned)
      #expect(FileManager.default.fileExists(atPath: built.path))
    }
  }
}
