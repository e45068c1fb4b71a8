import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Packages

/// Why a dossier cannot be packed: every reason, by code, with its document and element.
@Suite struct PlanTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var kind = PackageKind.aip
    var choices: [String: String] = [:]
    var isHistorical = false
    var change: @Sendable (inout PackageDossier) -> Void
    /// `code element@document`, as many as there are.
    var wanted: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "nothing wrong", change: { _ in }, wanted: []),
    Case(name: "nothing wrong with a SIP", kind: .sip, change: { _ in }, wanted: []),
    Case(
      name: "all at once",
      change: {
        $0.values["title"] = ""
        $0.values["mode"] = "Tự do"
        $0.documents[1].values["organName"] = nil
      }, wanted: ["not-a-code mode", "missing-field title", "missing-field organName@2"]),
    Case(
      name: "a title of 1001 characters", change: { $0.values["title"] = String(repeating: "ế", count: 1001) },
      wanted: ["too-long title"]),
    Case(
      name: "1000 characters, decomposed, are 1000",
      change: { $0.values["title"] = String(repeating: "e\u{302}\u{301}", count: 1000) }, wanted: []),
    Case(
      name: "a subject too long",
      change: {
        $0.documents[0].values["subject"] = String(repeating: "a", count: 501)
      }, wanted: ["too-long subject@1"]),
    Case(name: "five years", change: { $0.values["maintenance"] = "5 năm" }, wanted: ["not-a-code maintenance"]),
    Case(
      name: "ten years, to a historical archive", isHistorical: true, change: { $0.values["maintenance"] = "10 năm" },
      wanted: ["not-permanent maintenance"]),
    Case(name: "ten years, kept here", change: { $0.values["maintenance"] = "06" }, wanted: []),
    Case(
      name: "secret", change: { $0.values["mode"] = "03" }, wanted: ["secret mode"]),
    Case(name: "two languages", change: { $0.values["language"] = "Tiếng Việt; tiếng anh" }, wanted: []),
    Case(
      name: "an unknown language", change: { $0.values["language"] = "Tiếng Việt; Lào" },
      wanted: ["not-a-code language"]),
    Case(name: "a year alone in an AIP", change: { $0.values["startDate"] = "2010" }, wanted: []),
    Case(
      name: "a year alone in a SIP", kind: .sip, change: { $0.values["startDate"] = "2010" },
      wanted: ["bad-date startDate"]),
    Case(name: "no such day", change: { $0.values["endDate"] = "31/02/2010" }, wanted: ["bad-date endDate"]),
    Case(
      name: "the end before the beginning", change: { $0.values["endDate"] = "2009" },
      wanted: ["dates-reversed endDate"]),
    Case(
      name: "a document without its day", change: { $0.documents[0].values["issuedDate"] = "2010-03" },
      wanted: ["bad-date issuedDate@1"]),
    Case(
      name: "a document without its day, as the archive chose", choices: ["issued-date": "partial"],
      change: { $0.documents[0].values["issuedDate"] = "2010-03" }, wanted: []),
    Case(
      name: "no paper code though digitised", change: { $0.values["paperFileCode"] = nil },
      wanted: ["missing-field paperFileCode"]),
    Case(
      name: "born digital wants to know the workflow",
      change: {
        $0.values["confidenceLevel"] = "01"
        $0.values["paperFileCode"] = nil
        $0.documents[0].values["process"] = "0"
      }, wanted: ["missing-field process@2"]),
    Case(
      name: "provided for, but how far", change: { $0.values["riskRecovery"] = "1" },
      wanted: ["missing-field riskRecoveryStatus"]),
    Case(name: "three documents declared", change: { $0.values["totalDoc"] = "3" }, wanted: ["totals-differ totalDoc"]),
    Case(
      name: "four pages declared", change: { $0.values["numberOfPage"] = "4" }, wanted: ["totals-differ numberOfPage"]),
    Case(
      name: "two pages declared of a document", change: { $0.documents[0].values["numberOfPage"] = "2" },
      wanted: ["totals-differ numberOfPage@1"]),
    Case(
      name: "pages not counted", change: { $0.documents[0].payload.pages = nil },
      wanted: ["pages-unknown numberOfPage@1"]),
    Case(name: "unsigned", change: { $0.documents[1].payload.signedPath = nil }, wanted: ["unsigned @2"]),
    Case(name: "no documents", change: { $0.documents = [] }, wanted: ["no-documents "]),
    Case(name: "the fonds by its name", change: { $0.fonds = "Phông UBND" }, wanted: ["bad-code "]),
    Case(
      name: "a path as a code", change: { $0.documents[0].values["docCode"] = "../x" }, wanted: ["bad-code docCode@1"]),
    Case(
      name: "the code of another dossier", change: { $0.documents[0].values["docCode"] = "H01.0000001" },
      wanted: ["codes-disagree docCode@1"]),
    Case(
      name: "one code twice",
      change: {
        $0.documents[1].values["docCode"] = CheckTests.code + ".0000001"
        $0.documents[1].values["docOrdinal"] = "1"
      }, wanted: ["two-names @2"]),
    Case(
      name: "one document twice", change: { $0.documents[1].uuid = $0.documents[0].uuid }, wanted: ["two-documents @2"]),
    Case(name: "a clock elsewhere", change: { $0.moment = "2026-11-21T10:00:00Z" }, wanted: ["bad-moment "]),
    Case(
      name: "a choice that is none", choices: ["separator": "/"], change: { _ in }, wanted: ["unknown-choice separator"]
    ),
    Case(
      name: "a control character", change: { $0.values["description"] = "a\u{1}b" },
      wanted: ["bad-characters description"]),
    Case(
      name: "sheets in words", change: { $0.values["numberOfPaper"] = "ba" },
      wanted: ["bad-number numberOfPaper"]),
    Case(
      name: "a docId too long", kind: .sip,
      change: { $0.documents[0].values["docId"] = String(repeating: "1", count: 26) },
      wanted: ["too-long docId@1"]),
  ]

  @Test(arguments: cases) func tellsAllReasons(_ case: Case) throws {
    var dossier = try SampleDossier(`case`.kind).dossier
    `case`.change(&dossier)
    let found = PackagePlan.obstacles(
      of: dossier, rules: try SampleDossier.rules.get(), choices: PackageChoices(`case`.choices),
      forHistoricalArchive: `case`.isHistorical, allowUnsigned: false)
    let told = found.map { "\($0.code) \($0.element ?? "")" + ($0.document.map { "@\($0)" } ?? "") }
    #expect(told == `case`.wanted)
  }

  @Test(
    arguments: [
      ("2010-03-05", false, "05/03/2010"), ("5/3/2010", false, "05/03/2010"), ("2010-03", true, "03/2010"),
      ("2010", true, "2010"), ("2010-03", false, nil), ("2010-13", true, nil), ("05-03-2010", true, nil),
      ("-1-2", true, nil),
      ("2010-02-29", true, nil), ("", true, nil), ("１/1/2010", true, nil),
    ] as [(String, Bool, String?)]) func writesDays(_ text: String, partial: Bool, wanted: String?)
  {
    #expect(PackageDate.written(text, partial: partial) == wanted)
  }
}
