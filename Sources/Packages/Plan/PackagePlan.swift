internal import DocumentModel
internal import Foundation

/// What stands against packing a dossier, by its values alone: no file is opened.
public struct PackagePlan {
  /// All reasons at once, those of the dossier first; empty where it can be packed.
  public static func obstacles(
    of dossier: PackageDossier, rules: PackageRules, choices: PackageChoices, forHistoricalArchive: Bool,
    allowUnsigned: Bool
  ) -> [PackageObstacle] {
    let names = PackageNames(dossier: dossier, rules: rules, choices: choices)
    var plan = PackagePlan(names: names)
    plan.checkChoices()
    plan.checkDossier(forHistoricalArchive: forHistoricalArchive)
    plan.checkDocuments(allowUnsigned: allowUnsigned)
    plan.checkNames()
    return plan.found
  }

  private let names: PackageNames
  private var found: [PackageObstacle] = []

  private init(names: PackageNames) { self.names = names }

  private mutating func note(_ message: Message, document: Int? = nil, element: String? = nil) {
    found.append(PackageObstacle(message, document: document, element: element))
  }

  private mutating func checkChoices() {
    for name in names.choices.unknown(to: names.rules) {
      note(.unknownChoice(name, names.choices.values[name] ?? ""), element: name)
    }
    if PackageMoment(names.dossier.moment) == nil { note(.badMoment(names.dossier.moment)) }
    for event in names.dossier.events where PackageMoment(event.moment) == nil { note(.badMoment(event.moment)) }
  }

  private mutating func checkDossier(forHistoricalArchive: Bool) {
    let dossier = names.dossier
    if dossier.documents.isEmpty { note(.noDocuments) }
    if !PackageText.isName(dossier.fonds) {
      note(.badCode(Bilingual.fonds, dossier.fonds))
    }
    let description = PackageDescription.dossier(names)
    found += description.obstacles
    checkTotals()
    let (from, to) = (description["startDate"], description["endDate"])
    if PackageDate.isReversed(from: from, to: to) { note(.datesReversed(from, to), element: "endDate") }
    if description["mode"] == "03" { note(.secret, element: "mode") }
    let kept = description["maintenance"]
    if forHistoricalArchive, !kept.isEmpty, kept != "01" { note(.notPermanent(kept), element: "maintenance") }
    if !names.fileCode.isEmpty, !PackageText.isName(names.fileCode) {
      let element = PackageNames.fileCodeElement(dossier.kind)
      note(.badCode(element, names.fileCode), element: element)
    }
  }

  /// Declared, listed and present must agree.
  private mutating func checkTotals() {
    let dossier = names.dossier
    let documents = dossier.documents
    check("totalDoc", declared: dossier.values["totalDoc"], counted: documents.count)
    guard documents.allSatisfy({ $0.payload.pages != nil }) else { return }
    let pages = documents.reduce(0) { $0 + ($1.payload.pages ?? 0) }
    check("numberOfPage", declared: dossier.values["numberOfPage"], counted: pages)
  }

  private mutating func check(_ element: String, declared: String?, counted: Int, document: Int? = nil) {
    guard let declared = declared?.trimmingCharacters(in: .whitespaces), !declared.isEmpty, Int(declared) != counted
    else { return }
    note(.totalsDiffer(element, declared: declared, counted: counted), document: document, element: element)
  }

  private mutating func checkDocuments(allowUnsigned: Bool) {
    let fields = names.rules.fields(of: names.dossier.kind, .document)
    for (index, document) in names.dossier.documents.enumerated() {
      let description = PackageDescription.document(index, names, fields: fields)
      let hasPages = document.payload.pages != nil
      found += description.obstacles.filter { hasPages || $0.element != "numberOfPage" }
      if !hasPages { note(.pagesUnknown, document: index + 1, element: "numberOfPage") }
      check(
        "numberOfPage", declared: document.values["numberOfPage"], counted: document.payload.pages ?? 0,
        document: index + 1)
      if description["mode"] == "03", document.values["mode"] != nil {
        note(.secret, document: index + 1, element: "mode")
      }
      if document.payload.signedPath == nil, !allowUnsigned { note(.unsigned, document: index + 1) }
      checkCodes(index, ordinal: description["docOrdinal"])
    }
  }

  private mutating func checkCodes(_ index: Int, ordinal: String) {
    let code = names.docCode(index)
    guard PackageText.isName(code), PackageText.isName(names.stem(index)) else {
      // An empty code of the dossier is said once, as a missing field.
      if !names.fileCode.isEmpty { note(.badCode("docCode", code), document: index + 1, element: "docCode") }
      return
    }
    let number = names.dossier.kind == .aip ? ordinal : String(index + 1)
    let expected = names.fileCode + "." + String((Int(number) ?? index + 1).padded(to: 7))
    if code != expected { note(.codesDisagree(code, expected), document: index + 1, element: "docCode") }
  }

  private mutating func checkNames() {
    var stems: [String: Int] = [:], uuids: [UUID: Int] = [:]
    for (index, document) in names.dossier.documents.enumerated() {
      let stem = names.stem(index)
      if let other = stems.updateValue(index + 1, forKey: stem.lowercased()) {
        note(.twoNames(stem, other), document: index + 1)
      }
      if let other = uuids.updateValue(index + 1, forKey: document.uuid) {
        note(.twoDocuments(other), document: index + 1)
      }
      let path = "\(names.folder)/representations/rep1/\(names.ead(index))"
      if path.utf8.count > Self.longestPath { note(.pathTooLong(path), document: index + 1) }
    }
  }

  /// The longest path that Windows programs bear with room for a drive and a folder, in bytes.
  static let longestPath = 240

  private enum Bilingual { static let fonds = "Mã phông" }
}

/// A moment as packages write it: `2026-11-21T10:00:00.000+07:00`.
struct PackageMoment {
  let year, month, day, hour, minute, second: Int

  /// Nil for another form, and for what the calendar or the clock has not. Fractions of a second may be left out.
  init?(_ text: String) {
    let pattern = /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,3})?\+07:00/
    guard let match = text.wholeMatch(of: pattern), let year = Int(match.1), let month = Int(match.2),
      let day = Int(match.3), let hour = Int(match.4), let minute = Int(match.5), let second = Int(match.6),
      CalendarDate(year: year, month: month, day: day) != nil, hour < 24, minute < 60, second < 60
    else { return nil }
    (self.year, self.month, self.day, self.hour, self.minute, self.second) = (year, month, day, hour, minute, second)
  }

  var date: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }

  /// Date and time as ZIP files have them: two seconds are one, and no year is before 1980.
  var dos: (date: UInt16, time: UInt16) {
    let years = UInt16(clamping: min(max(year - 1980, 0), 127))
    return (
      years << 9 | UInt16(month) << 5 | UInt16(day), UInt16(hour) << 11 | UInt16(minute) << 5 | UInt16(second / 2)
    )
  }
}
