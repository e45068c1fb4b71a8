import Digests
import DocumentModel
import Foundation
import Packages
import SampleDocuments

/// An invented dossier whose files lie in a folder of a test's own.
struct SampleDossier {
  let folder: TemporaryFolder
  var dossier: PackageDossier

  static let rules = Result { () throws(Failure) in try PackageRules(folder: Repository.dictionaries + "/packages") }

  static func uuid(_ number: Int) -> UUID {
    UUID(uuidString: "9B5B6D1C-0000-4000-8000-" + number.padded(to: 12)) ?? UUID()
  }

  /// `pages` says how many pages each document has.
  init(_ kind: PackageKind = .aip, pages: [Int] = [1, 2], signed: Bool = true) throws {
    folder = try TemporaryFolder()
    let code = kind == .aip ? "001.000.06.16.G09.2010.01.TH" : "000.06.16.G09.2010.01.TH"
    dossier = PackageDossier(
      kind: kind, fonds: "G09", objid: Self.uuid(1), rep1: Self.uuid(2), moment: "2026-11-21T10:00:00.000+07:00",
      values: Self.values(kind, code: code), agencyName: "Trung tâm Lưu trữ Minh Hòa", softwareVersion: "0.1.0",
      submissionAgreement: kind == .sip ? "DK-2026-01" : nil,
      events: [
        PackageEvent(
          type: "transfer", moment: "2026-11-01T08:00:00.000+07:00", detail: "Số hóa", agent: "Nguyễn Văn Mẫu"),
        PackageEvent(
          type: "validation", moment: "2026-11-02T08:00:00.000+07:00", outcome: "success", document: 1),
      ])
    for (index, pages) in pages.enumerated() { try add(index, pages: pages, signed: signed) }
  }

  private static func values(_ kind: PackageKind, code: String) -> [String: String] {
    [
      kind == .aip ? "arcFileCode" : "fileCode": code,
      "title": "Hồ sơ về việc xây dựng trường học xã Minh Hòa & “các” <công trình>", "maintenance": "Vĩnh viễn",
      "mode": "Công khai", "language": "Tiếng Việt", "startDate": "2010-01-05", "endDate": "2010-12-20",
      "numberOfPaper": "3", "format": "Tốt", "confidenceLevel": "Số hóa", "paperFileCode": "001.K1/G2/H3.01",
      "riskRecovery": "0",
    ]
  }

  private mutating func add(_ index: Int, pages: Int, signed: Bool) throws {
    let bytes = SamplePDF.bytes(.init(pages: pages, text: "Văn bản \(index + 1)"))
    let path = try folder.write(bytes, to: "in/\(index + 1).pdf")
    let signedPath = signed ? try folder.write(SamplePDF.signed(bytes), to: "signed/\(index + 1).pdf") : nil
    var values = [
      "typeName": "Công văn", "codeNumber": "\(index + 12)", "codeNotation": "CV-UBND", "issuedDate": "2010-03-05",
      "organName": "Ủy ban nhân dân xã Minh Hòa", "subject": "Về việc số \(index + 1)", "language": "01",
    ]
    if dossier.kind == .sip { values["docId"] = "G09.2010.01.\(index + 1)" }
    dossier.documents.append(
      PackageDocument(
        values: values,
        payload: PackagePayload(
          path: path, sha256: Digest.sha256(of: bytes), size: bytes.count, originalName: "Công văn số \(index + 1).pdf",
          pages: pages, signedPath: signedPath), uuid: Self.uuid(100 + index)))
  }

  func build(
    _ options: PackageBuilder.Options = .init(), choices: [String: String] = [:], into directory: String? = nil
  ) throws -> (path: String, built: BuiltPackage) {
    let builder = PackageBuilder(rules: try Self.rules.get(), choices: PackageChoices(choices), options: options)
    let directory = directory ?? folder["out"]
    let built = try builder.build(dossier, into: directory)
    return (directory + "/" + built.file, built)
  }
}
