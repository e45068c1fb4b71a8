import Digests
import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Packages

/// How packages are written: the same bytes, whole or not at all, and never of files that are not what the archive knows.
@Suite struct BuildTests {
  struct Payload: CustomTestStringConvertible, Sendable {
    var name: String
    var pdf = SamplePDF.Kind()
    var change: @Sendable (inout PackagePayload, TemporaryFolder) throws -> Void = { _, _ in }
    var wanted: String
    var testDescription: String { name }
  }

  static let payloads: [Payload] = [
    Payload(name: "no claim", pdf: .init(claims: false), wanted: "not-pdfa"),
    Payload(name: "no words", pdf: .init(hasText: false), wanted: "no-text-layer"),
    Payload(name: "coarse", pdf: .init(dots: 1000), wanted: "low-resolution"),
    Payload(name: "another number of pages", change: { payload, _ in payload.pages = 2 }, wanted: "pages-differ"),
    Payload(name: "not there", change: { payload, _ in payload.signedPath? += "x" }, wanted: "cannot-read-file"),
    Payload(
      name: "no PDF", change: { payload, folder in payload.signedPath = try folder.write("text", to: "x.pdf") },
      wanted: "not-a-pdf"),
    Payload(
      name: "signed file without signature", change: { payload, _ in payload.signedPath = payload.path },
      wanted: "unsigned"),
    Payload(
      name: "changed after signing",
      change: { payload, folder in
        let bytes = FileManager.default.contents(atPath: payload.signedPath ?? "") ?? Data()
        payload.signedPath = try folder.write([UInt8](bytes) + Array("% more\n".utf8), to: "x.pdf")
      }, wanted: "signature-partial"),
    Payload(
      name: "signed at the bottom",
      change: { payload, folder in
        let bytes = SamplePDF.signed(
          [UInt8](FileManager.default.contents(atPath: payload.path) ?? Data()), box: "360 20 560 80")
        payload.signedPath = try folder.write(bytes, to: "x.pdf")
      }, wanted: "signature-not-shown"),
    Payload(
      name: "signed without showing",
      change: { payload, folder in
        let bytes = SamplePDF.signed(
          [UInt8](FileManager.default.contents(atPath: payload.path) ?? Data()), box: "0 0 0 0")
        payload.signedPath = try folder.write(bytes, to: "x.pdf")
      }, wanted: "signature-not-shown"),
  ]

  private func sample(_ pdf: SamplePDF.Kind) throws -> SampleDossier {
    var sample = try SampleDossier(pages: [1])
    let bytes = SamplePDF.bytes(pdf)
    try sample.folder.write(bytes, to: "in/1.pdf")
    try sample.folder.write(SamplePDF.signed(bytes), to: "signed/1.pdf")
    sample.dossier.documents[0].payload.sha256 = Digest.sha256(of: bytes)
    sample.dossier.documents[0].payload.size = bytes.count
    return sample
  }

  @Test(arguments: payloads) func refusesPDFs(_ case: Payload) throws {
    var sample = try sample(`case`.pdf)
    try `case`.change(&sample.dossier.documents[0].payload, sample.folder)
    let builder = PackageBuilder(rules: try SampleDossier.rules.get(), choices: .init(), options: .init())
    #expect(builder.obstacles(of: sample.dossier).map(\.code) == [`case`.wanted])
    #expect(throws: Failure.self) { try sample.build() }
    #expect(try leftovers(sample).isEmpty)
  }

  @Test func aFinePictureIsFine() throws { _ = try sample(.init(dots: 1700)).build() }

  @Test(arguments: [true, false]) func refusesOtherBytes(signed: Bool) throws {
    var sample = try SampleDossier(pages: [1], signed: signed)
    sample.dossier.documents[0].payload.sha256 = Digest.sha256(of: [1])
    let failure = #expect(throws: Failure.self) { try sample.build(.init(allowUnsigned: true)) }
    #expect(failure?.message.code == (signed ? "not-the-same-pdf" : "hash-changed"))
    #expect(try leftovers(sample).isEmpty)
  }

  /// A signer that writes the file anew: the same drawing in other bytes is taken, another drawing never.
  @Test(arguments: [("Hồ sơ mẫu", true), ("Hồ sơ khác", false)]) func aSignerThatRewrites(text: String, isSame: Bool)
    throws
  {
    var sample = try sample(.init())
    // Other bytes from the beginning on, since another object follows the catalogue.
    let bytes = SamplePDF.bytes(.init(dots: nil, text: text), note: "written anew")
    sample.dossier.documents[0].payload.signedPath = try sample.folder.write(SamplePDF.signed(bytes), to: "x.pdf")
    let builder = PackageBuilder(rules: try SampleDossier.rules.get(), choices: .init(), options: .init())
    #expect(builder.obstacles(of: sample.dossier).map(\.code) == (isSame ? [] : ["not-the-same-pdf"]))
    guard isSame else { return }
    let built = try sample.build()
    #expect(PackageCheck(rules: try SampleDossier.rules.get()).check(path: built.path).isSound)
    sample.dossier.documents[0].payload.sha256 = Digest.sha256(of: [1])
    #expect(
      builder.obstacles(of: sample.dossier).map(\.code) == ["not-the-same-pdf"], "nor if the archive's own has changed")
  }

  @Test func aPartOfAFileIsTheSameEveryTime() throws {
    let folder = try TemporaryFolder(), whole = try folder.write(SamplePDF.bytes(.init(pages: 5)), to: "whole.pdf")
    try PDFPart.write(pages: 2...3, of: whole, to: folder["a.pdf"])
    try PDFPart.write(pages: 2...3, of: whole, to: folder["b.pdf"])
    let look = try PDFLook(reading: folder["a.pdf"])
    #expect(look.pages == 2 && look.claim == "2b" && look.hasText)
    #expect(FileManager.default.contentsEqual(atPath: folder["a.pdf"], andPath: folder["b.pdf"]))
    #expect(throws: Failure.self) { try PDFPart.write(pages: 5...6, of: whole, to: folder["c.pdf"]) }
  }

  private func leftovers(_ sample: SampleDossier) throws -> [String] {
    try sample.folder.files().filter { $0.hasPrefix("out/") }
  }

  @Test(arguments: [PackageKind.aip, .sip], [false, true]) func givesTheSameBytes(kind: PackageKind, bag: Bool) throws {
    let sample = try SampleDossier(kind)
    let first = try sample.build(.init(bag: bag), into: sample.folder["a"])
    // The clock of the second build is another one.
    let second = try sample.build(.init(bag: bag), into: sample.folder["b"])
    #expect(FileManager.default.contentsEqual(atPath: first.path, andPath: second.path))
    #expect(first.built.sha256 == Digest.sha256(ofFile: first.path))
    let third = try sample.build(.init(bag: bag), into: sample.folder["a"])
    #expect(third.built.wasThere && third.built.sha256 == first.built.sha256)
  }

  @Test(arguments: [false, true]) func leavesAnotherPackageAlone(folder: Bool) throws {
    var sample = try SampleDossier()
    let first = try sample.build(.init(folder: folder))
    let before = try sample.folder.files()
    sample.dossier.values["title"] = "Khác"
    let failure = #expect(throws: Failure.self) { try sample.build(.init(folder: folder)) }
    #expect(failure?.message.code == "target-exists")
    #expect(try sample.folder.files() == before)
    #expect(FileManager.default.fileExists(atPath: first.path))
  }

  /// Writes that fail after any number of bytes: there is no package, nothing half, and the next build is byte for byte what
  /// it would have been.
  @Test(arguments: [false, true]) func aFailedWriteLeavesNothing(folder: Bool) throws {
    let sample = try SampleDossier()
    let whole = try sample.build(.init(folder: folder), into: sample.folder["whole"])
    // What is written last, the directory and METS.xml, is a twentieth.
    let total = whole.built.bytes * 9 / 10
    for place in stride(from: 0, to: total, by: max(1, total / 40)) {
      var builder = PackageBuilder(
        rules: try SampleDossier.rules.get(), choices: .init(), options: .init(folder: folder))
      builder.gate = { count throws(Failure) in
        if count >= place { throw Failure(.cannotWriteOutput, .cannotWrite("x", "no space left")) }
      }
      let failure = #expect(throws: Failure.self) { try builder.build(sample.dossier, into: sample.folder["out"]) }
      #expect(failure?.message.code == "cannot-write")
      #expect(try FileManager.default.contentsOfDirectory(atPath: sample.folder["out"]).isEmpty)
    }
    let again = try sample.build(.init(folder: folder))
    #expect(again.built.sha256 == whole.built.sha256)
  }

  /// What happens to a scan after it was looked at, or while it is copied: it is refused, and nothing half is left.
  @Test(arguments: ["changed before", "cut short", "longer"]) func refusesASourceThatChangesUnderWay(_ what: String)
    throws
  {
    // A picture of four megabytes: it is read in several pieces.
    var sample = try sample(.init(dots: 4800))
    sample.dossier.documents[0].payload.signedPath = nil
    let path = sample.dossier.documents[0].payload.path, size = sample.dossier.documents[0].payload.size ?? 0
    var builder = PackageBuilder(
      rules: try SampleDossier.rules.get(), choices: .init(), options: .init(allowUnsigned: true))
    let survey = builder.survey(sample.dossier)
    #expect(survey.obstacles.isEmpty)
    if what == "changed before" {
      try sample.folder.write(SamplePDF.bytes(.init(dots: 4800, text: "Other")), to: "in/1.pdf")
    } else {
      builder.gate = { count in if count > 2_000_000 { truncate(path, what == "longer" ? size + 1 : 1_500_000) } }
    }
    let failure = #expect(throws: Failure.self) {
      try builder.build(sample.dossier, survey: survey, into: sample.folder["out"])
    }
    #expect(failure?.message.code == "hash-changed" && failure?.code == .badInput)
    #expect(try leftovers(sample).isEmpty)
  }

  /// A build that was killed leaves a file whose writer is gone; the next one takes it away.
  @Test func takesAwayWhatAKilledBuildLeft() throws {
    let sample = try SampleDossier()
    let names = PackageNames(dossier: sample.dossier, rules: try SampleDossier.rules.get(), choices: .init())
    let left = "out/.\(names.target(isFolder: false)).99999999.partial"
    try sample.folder.write("half", to: left)
    _ = try sample.build()
    #expect(try leftovers(sample) == ["out/" + names.target(isFolder: false)])
  }

  @Test func marksTrialsAndReplacements() throws {
    for (test, replacement, wanted) in [(false, false, "NEW"), (false, true, "REPLACEMENT"), (true, true, "TEST")] {
      var sample = try SampleDossier()
      (sample.dossier.isTest, sample.dossier.isReplacement) = (test, replacement)
      let built = try sample.build()
      #expect(PackageCheck(rules: try SampleDossier.rules.get()).check(path: built.path).status == wanted)
    }
  }

  @Test(
    arguments: [
      ([:], "urn:G09:uuid:"), (["objid-separator": "hyphen"], "urn:G09:uuid-"), (["objid-fonds": "no"], "urn:uuid:"),
    ] as [([String: String], String)]) func writesTheOBJIDAsChosen(choices: [String: String], start: String) throws
  {
    let built = try SampleDossier().build(.init(), choices: choices).built
    #expect(built.objid == start + SampleDossier.uuid(1).uuidString)
    #expect(built.file == built.objid.replacingOccurrences(of: ":", with: "_") + ".zip")
  }

  @Test(
    arguments: [
      (500, 800, 0, true), (100, 800, 0, false), (500, 20, 0, false), (100, 800, 90, true), (100, 20, 180, true),
      (500, 20, 270, true), (500, 800, 90, false), (500, 800, -360, true),
    ] as [(Double, Double, Int, Bool)]) func knowsTheUpperRight(x: Double, y: Double, turn: Int, wanted: Bool)
  {
    #expect(PDFSignature.isUpperRight(x, y, box: [0, 0, 595, 842], turn: turn) == wanted)
  }

  /// METS, EAD and PREMIS as a person reads them.
  @Test(arguments: [PackageKind.aip, .sip]) func writesGoldenXML(kind: PackageKind) throws {
    // The signature of a test certificate is another one each time.
    let sample = try SampleDossier(kind, signed: false)
    let built = try sample.build(.init(folder: true, allowUnsigned: true))
    let paths = try FileManager.default.subpathsOfDirectory(atPath: built.path).filter { $0.hasSuffix(".xml") }.sorted()
    let text = paths.map { path in
      "==== \(path)\n"
        + String(decoding: FileManager.default.contents(atPath: built.path + "/" + path) ?? Data(), as: UTF8.self)
    }.joined()
    let golden = Repository.root + "Tests/PackagesTests/Golden/\(kind.rawValue).txt"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: URL(fileURLWithPath: golden))
    }
    #expect(text == (try String(contentsOfFile: golden, encoding: .utf8)))
  }
}
