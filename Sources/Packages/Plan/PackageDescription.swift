internal import DocumentModel
internal import Foundation

/// The values of EAD.xml or of one EAD_doc as they stand in the package, in the order of the circular, with what is wrong.
struct PackageDescription {
  private(set) var values: [(element: String, value: String)] = []
  private(set) var obstacles: [PackageObstacle] = []
  private let document: Int?

  /// `document` is 1-based; nil for the dossier.
  private init(
    _ raw: [String: String], fields: [PackageField], document: Int?, rules: PackageRules, choices: PackageChoices
  ) {
    self.document = document
    var formed: [String: String] = [:]
    for field in fields {
      let form = FieldForm(
        field: field, codes: rules.codes(for: field.element), separator: choices["separator", rules],
        allowsPartialDate: field.element == "issuedDate" && choices["issued-date", rules] == "partial")
      let text = raw[field.element] ?? ""
      switch form.value(of: text) {
      case .success(let value): formed[field.element] = value
      case .failure(let problem): note(problem.fault.message(field, text), field.element)
      }
    }
    for field in fields where formed[field.element] == "" && field.isNeeded(formed) {
      note(.missingField(field), field.element)
    }
    values = fields.map { ($0.element, formed[$0.element] ?? "") }
  }

  subscript(element: String) -> String { values.first { $0.element == element }?.value ?? "" }

  private mutating func note(_ message: Message, _ element: String) {
    obstacles.append(PackageObstacle(message, document: document, element: element))
  }
}

extension PackageDescription {
  /// The dossier: what is counted is counted, and a declared total that differs stays an obstacle of the plan.
  static func dossier(_ names: PackageNames) -> PackageDescription {
    let dossier = names.dossier
    var raw = dossier.values
    raw["totalDoc"] = String(dossier.documents.count)
    raw["numberOfPage"] = String(dossier.documents.reduce(0) { $0 + ($1.payload.pages ?? 0) })
    return PackageDescription(
      raw, fields: names.rules.fields(of: dossier.kind, .dossier), document: nil, rules: names.rules,
      choices: names.choices)
  }

  /// What a document takes from its dossier where it says nothing itself.
  static let inherited = ["mode", "maintenance", "riskRecovery", "riskRecoveryStatus", "confidenceLevel"]

  /// A document, `index` counting from 0.
  static func document(
    _ index: Int, _ names: PackageNames, fields: [PackageField]
  ) -> PackageDescription {
    let dossier = names.dossier
    var raw = dossier.documents[index].values
    for element in inherited where (raw[element] ?? "").isEmpty { raw[element] = dossier.values[element] }
    raw["arcFileCode"] = names.fileCode
    raw["docCode"] = names.docCode(index)
    if (raw["docOrdinal"] ?? "").isEmpty { raw["docOrdinal"] = String(index + 1) }
    raw["numberOfPage"] = dossier.documents[index].payload.pages.map { String($0) } ?? ""
    var description = PackageDescription(
      raw, fields: fields, document: index + 1, rules: names.rules, choices: names.choices)
    // What is wrong with an inherited value is said once, of the dossier.
    let own = dossier.documents[index].values
    description.obstacles.removeAll { obstacle in
      guard let element = obstacle.element, inherited.contains(element) else { return false }
      return (own[element] ?? "").isEmpty && obstacle.code != "missing-field"
    }
    return description
  }
}

extension PackageField {
  /// Whether it must have a value beside these.
  func isNeeded(_ values: [String: String]) -> Bool {
    switch need {
    case .always: true
    case .never: false
    case .when(let element, let codes): values[element].map { codes.contains($0) } ?? false
    }
  }
}

extension FieldFault {
  func message(_ field: PackageField, _ value: String) -> Message {
    switch self {
    case .missing: .missingField(field)
    case .tooLong(let count): .tooLong(field, count)
    case .notACode: .notACode(field, value)
    case .badDate: .badDate(field, value)
    case .notDigits: .badNumber(field, value)
    case .badCharacters: .badCharacters(field)
    }
  }
}
