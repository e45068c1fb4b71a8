internal import DocumentModel
internal import Vietnamese

/// Reads all tables of a directory of dictionaries and lists what is wrong with them.
public struct VocabularyCheck: Sendable {
  /// In the order of the tables and their lines.
  public let faults: [Vocabulary.Fault]

  public init(of directory: String) {
    faults = (TableShape.vocabulary + TableShape.restoration).flatMap { shape -> [Vocabulary.Fault] in
      guard let text = try? Vocabulary.text(of: shape.file, in: directory) else {
        return [Vocabulary.Fault(file: shape.file, line: nil, message: .tableMissing)]
      }
      return Self.faults(of: text, shape)
    }
  }

  private static func faults(of text: String, _ shape: TableShape) -> [Vocabulary.Fault] {
    let rows = shape.rows(of: text)
    let broken = rows.compactMap { row in
      shape.fault(of: row).map { Vocabulary.Fault(file: shape.file, line: row.line, message: $0) }
    }
    let sound = rows.filter { shape.fault(of: $0) == nil }
    let found = broken + shape.doubles(in: sound) + meaningFaults(of: sound, shape)
    // A fault without a line is of the whole table and stands at its end.
    return found.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
  }

  private static func meaningFaults(of rows: [TableShape.Row], _ shape: TableShape) -> [Vocabulary.Fault] {
    switch shape.file {
    case TableShape.labels.file: labelFaults(in: rows)
    case TableShape.bodies.file: kindFaults(in: rows)
    default: []
    }
  }

  // MARK: labels.tsv

  private struct Label {
    var line: Int
    var role: Vocabulary.Role
    var place: Vocabulary.Place
    var wording: String

    init?(_ row: TableShape.Row) {
      guard let role = Vocabulary.Role(rawValue: row.cells[0]), let place = Vocabulary.Place(rawValue: row.cells[1])
      else { return nil }
      (line, self.role, self.place, wording) = (row.line, role, place, row.cells[2])
    }
  }

  private static func labelFaults(in rows: [TableShape.Row]) -> [Vocabulary.Fault] {
    let labels = rows.compactMap(Label.init)
    return unasked(labels) + ambiguous(labels) + unserved(labels)
  }

  private static func unasked(_ labels: [Label]) -> [Vocabulary.Fault] {
    labels.filter { !$0.place.roles.contains($0.role) }.map {
      Vocabulary.Fault(file: TableShape.labels.file, line: $0.line, message: .unaskedRole($0.role, $0.place))
    }
  }

  /// A wording with two meanings at a place of which all wordings are asked for at once.
  private static func ambiguous(_ labels: [Label]) -> [Vocabulary.Fault] {
    var first: [String: Label] = [:]
    return labels.filter(\.place.isAskedWhole).compactMap { label in
      let key = label.place.rawValue + "\t" + lowercased(label.wording)
      let earlier = first[key] ?? label
      first[key] = earlier
      guard earlier.role != label.role else { return nil }
      return Vocabulary.Fault(
        file: TableShape.labels.file, line: label.line, message: .twoMeanings(label.wording, line: earlier.line))
    }
  }

  private static func unserved(_ labels: [Label]) -> [Vocabulary.Fault] {
    Vocabulary.Place.allCases.flatMap { place -> [Vocabulary.Fault] in
      let served = Set(labels.filter { $0.place == place }.map(\.role))
      return Vocabulary.Role.allCases.filter { place.roles.contains($0) && !served.contains($0) }.map {
        Vocabulary.Fault(file: TableShape.labels.file, line: nil, message: .unservedRole($0, place))
      }
    }
  }

  // MARK: bodies.tsv

  /// The kinds of which the third cell says what is meant.
  private static let meaningful: [Vocabulary.NameKind] = [.short, .misreadHead, .misreadTail, .issuing]

  private static func kindFaults(in rows: [TableShape.Row]) -> [Vocabulary.Fault] {
    let served = Set(rows.map { $0.cells[0] })
    let unserved = Vocabulary.NameKind.allCases.filter { !served.contains($0.rawValue) }.map {
      Vocabulary.Fault(file: TableShape.bodies.file, line: nil, message: .unservedKind($0))
    }
    let empty = rows.filter { row in
      meaningful.contains { $0.rawValue == row.cells[0] } && (row.cells.dropFirst(2).first ?? "").isEmpty
    }
    return empty.map { Vocabulary.Fault(file: TableShape.bodies.file, line: $0.line, message: .emptyCell("meaning")) }
      + unserved
  }
}
