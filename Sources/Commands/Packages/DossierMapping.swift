internal import Archive
internal import DocumentModel
internal import Foundation
internal import Packages

/// A dossier with the PDF of each of its items, looked for once: to know one is to hash it. Nil where there is none.
struct PackageDraft {
  let source: PackageSource
  let payloads: [PackagePayload?]

  init(_ source: PackageSource, pdfs: ResultPDFs) {
    self.source = source
    payloads = source.items.map(pdfs.payload)
  }
}

/// Turns what the archive says of a dossier into what a package says, and names what stands against it. Nothing is
/// guessed: what is missing stays missing.
struct DossierMapping {
  let settings: PackageSettings
  let rules: PackageRules
  let kind: PackageKind
  let isUnsignedAllowed: Bool

  /// The dossier as it goes into its package. `identity` is who it is.
  func dossier(_ draft: PackageDraft, _ identity: PackageIdentity, isReplacement: Bool = false) -> PackageDossier {
    let source = draft.source
    let objid = UUID(uuidString: identity.objid) ?? Self.none
    let documents = zip(source.items, draft.payloads).compactMap { item, payload in
      payload.map {
        PackageDocument(
          values: values(of: item, in: source), payload: $0, uuid: UUID(derivedFrom: "\(identity.objid)/\(item.id)"))
      }
    }
    return PackageDossier(
      kind: kind, fonds: fonds(source), objid: objid, rep1: UUID(derivedFrom: "\(identity.objid)/rep1"),
      moment: Self.moment(identity.moment), values: values(of: source), documents: documents,
      agencyName: settings["agency-name"], agencyCode: settings["agency-code"],
      softwareVersion: Program.version, isReplacement: isReplacement, isTest: isUnsignedAllowed,
      events: events(of: source))
  }

  private func fonds(_ source: PackageSource) -> String {
    settings["fonds-code"].isEmpty ? source.fonds : settings["fonds-code"]
  }

  /// The code of the dossier: as the inventory has it, else of its parts (TT 01/2019/TT-BNV, Điều 16). Empty where a part
  /// is missing.
  func fileCode(_ source: PackageSource) -> String {
    if let stated = source.values["archiveCode"] { return stated }
    let owner = settings["agency-code"].isEmpty ? fonds(source) : settings["agency-code"]
    let day = source.values[settings["year-of-code"] == "end" ? "endDate" : "startDate"] ?? ""
    let year = settings["year-of-code"] == "none" ? nil : String(day.prefix(4))
    let catalogue = settings["catalogue-in-code"] == "yes" ? source.catalogue : nil
    let parts = [owner, year, source.code, catalogue].compactMap(\.self)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return "" }
    return parts.joined(separator: ".")
  }

  private func values(of source: PackageSource) -> [String: String] {
    let v = source.values
    let stated: [String: String?] = [
      "title": v["title"], "maintenance": v["maintenance"], "mode": v["mode"], "language": v["language"],
      "startDate": Self.day(v["startDate"]), "endDate": Self.day(v["endDate"]), "keyword": v["keywords"],
      "totalDoc": v["documents"], "numberOfPaper": v["sheets"], "numberOfPage": v["pages"], "format": v["condition"],
      "inforSign": v["infoSign"], "confidenceLevel": v["confidenceLevel"] ?? Self.confidence(source.items),
      "description": [v["annotation"], v["note"]].compactMap(\.self).joined(separator: "; "),
      "paperFileCode": paperCode(source), "riskRecovery": settings["risk-recovery"],
      "riskRecoveryStatus": settings["risk-recovery-status"],
    ]
    var all = stated.compactMapValues(\.self)
    let code = fileCode(source)
    if kind == .sip {
      all["fileCode"] = code
    } else if !code.isEmpty {
      all["arcFileCode"] = settings["archive-code"].isEmpty ? "" : "\(settings["archive-code"]).\(code)"
    }
    return all
  }

  private func paperCode(_ source: PackageSource) -> String? {
    if let stated = source.values["paperCode"] { return stated }
    let parts = [settings["archive-code"], settings["storage"], source.values["box"] ?? "", source.code]
    return parts.allSatisfy { !$0.isEmpty } ? "\(parts[0]).\(parts[1])/\(parts[2]).\(parts[3])" : nil
  }

  private func values(of item: PackageSource.Item, in source: PackageSource) -> [String: String] {
    let v = item.values
    let stated: [String: String?] = [
      "typeName": v["typeName"], "codeNumber": v["number"], "codeNotation": v["symbol"],
      "issuedDate": Self.day(v["date"]), "organName": v["issuer"], "subject": v["subject"],
      "language": v["language"] ?? source.values["language"], "keyword": v["keywords"], "mode": v["mode"],
      "format": v["condition"], "inforSign": v["infoSign"], "confidenceLevel": v["confidenceLevel"],
      "description": v["note"], "autograph": v["autograph"], "process": v["process"],
      "docOrdinal": "\(item.ordinal)",
    ]
    return stated.compactMapValues(\.self)
  }

  /// What the archive itself says against packing, which a package's own values do not show.
  func obstacles(_ draft: PackageDraft) -> [PackageObstacle] {
    let source = draft.source
    var found = obstacles(of: source)
    for (index, item) in source.items.enumerated() {
      func note(_ message: Message) { found.append(PackageObstacle(message, document: index + 1)) }
      if item.sha256 == nil {
        note(.notScanned)
      } else if draft.payloads[index] == nil {
        note(.noPDF(item.file ?? ""))
      }
      if item.rejected > 0 { note(.rejectedPages(item.rejected)) }
      if item.sha256 != nil, item.stage.map({ $0 < .verified }) ?? true { note(.notVerified) }
    }
    return found
  }

  private func obstacles(of source: PackageSource) -> [PackageObstacle] {
    var found: [PackageObstacle] = []
    if source.openConflicts > 0 { found.append(PackageObstacle(.openConflicts(source.openConflicts))) }
    if let declared = source.values["sheets"].flatMap({ Int($0) }), let last = Self.lastSheet(source.items),
      declared != last
    {
      found.append(PackageObstacle(.sheetsDiffer(declared: declared, last: last), element: "numberOfPaper"))
    }
    if let stated = source.values["confidenceLevel"], let scanned = Self.confidence(source.items),
      let known = rules.codes(for: "confidenceLevel").first(where: { $0.code == scanned }),
      ![known.code, known.name.lowercased()].contains(stated.lowercased())
    {
      found.append(PackageObstacle(.originDiffers(stated, known.name), element: "confidenceLevel"))
    }
    return found
  }

  /// The number of the dossier's last sheet; nil where a document does not state its own.
  private static func lastSheet(_ items: [PackageSource.Item]) -> Int? {
    let last = items.map { $0.values["sheetTo"].flatMap { Int($0) } }
    return last.contains(nil) ? nil : last.compactMap(\.self).max()
  }

  /// Whether the papers were scanned (02), born digital (01) or both (03); nil where nothing is there yet.
  private static func confidence(_ items: [PackageSource.Item]) -> String? {
    let origins = Set(items.filter { $0.sha256 != nil }.map { $0.values["bornDigital"] == "1" })
    switch (origins.contains(true), origins.contains(false)) {
    case (true, true): return "03"
    case (true, false): return "01"
    case (false, true): return "02"
    case (false, false): return nil
    }
  }

  /// As the circular writes a day as far as it is known: `31/12/2010`, `12/2010`, `2010`.
  private static func day(_ iso: String?) -> String? {
    iso.map { $0.split(separator: "-").reversed().joined(separator: "/") }
  }

  static func moment(_ seconds: Int) -> String {
    let here = Date(timeIntervalSince1970: Double(seconds + 7 * 3600))
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().time(includingFractionalSeconds: false)
    return here.formatted(style).prefix(19) + ".000+07:00"
  }

  private static let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}

extension Message {
  static func openConflicts(_ count: Int) -> Message {
    Message(
      "open-conflicts", vi: "Còn \(count) mâu thuẫn chưa giải quyết. Xem: sohoa inventory conflicts",
      en: "\(count) conflicts are open. See: sohoa inventory conflicts")
  }

  static var notScanned: Message {
    Message(
      "not-scanned", vi: "Văn bản có trong mục lục nhưng chưa có bản quét.",
      en: "The document is listed, but nothing was scanned of it.")
  }

  static func sheetsDiffer(declared: Int, last: Int) -> Message {
    Message(
      "sheets-differ", vi: "Hồ sơ khai \(declared) tờ nhưng văn bản cuối ở tờ \(last). Sửa mục lục.",
      en:
        "The dossier is declared with \(declared) sheets, but its last document ends on sheet \(last). Mend the inventory."
    )
  }

  static func originDiffers(_ stated: String, _ found: String) -> Message {
    Message(
      "origin-differs", vi: "Mức độ tin cậy ghi “\(stated)”, còn các tệp cho thấy “\(found)”. Sửa mục lục.",
      en: "The level of confidence is given as “\(stated)”; the files show “\(found)”. Mend the inventory.")
  }

  static func noPDF(_ file: String) -> Message {
    Message(
      "no-pdf", vi: "Không thấy PDF của “\(file)”. Chạy sohoa process --format pdf và nêu --pdfs THƯ-MỤC-KẾT-QUẢ.",
      en: "There is no PDF of “\(file)”. Run sohoa process --format pdf and name --pdfs RESULTS.")
  }

  static func rejectedPages(_ count: Int) -> Message {
    Message(
      "rejected-pages", vi: "\(count) trang bị trả lại. Quét lại các trang đó.",
      en: "\(count) pages were sent back. Scan them again.")
  }

  static var notVerified: Message {
    Message(
      "not-verified", vi: "Có trang chưa được người kiểm tra. Kiểm xong: sohoa archive stage verified",
      en: "Some pages were not verified by a person. When they are: sohoa archive stage verified")
  }
}
