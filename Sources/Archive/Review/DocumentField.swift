internal import DocumentModel
internal import Vietnamese

/// A field of a document that can be corrected: one of its head, or the text of one of its parts. A part is known by
/// its place in the record, from 0.
enum DocumentField: Hashable {
  case head(HeaderField)
  /// The title of a section.
  case section(Int)
  case target(Int)
  case duty(assignment: Int, Int)

  /// `subject`, `sections.3`, `targets.0`, `assignments.1.0`; nil for any other name.
  init?(_ name: String) {
    if let field = HeaderField(rawValue: name) {
      self = .head(field)
      return
    }
    let parts = name.split(separator: ".")
    let places = parts.dropFirst().compactMap { Int($0) }
    switch (parts.first, places.count, parts.count) {
    case ("sections", 1, 2): self = .section(places[0])
    case ("targets", 1, 2): self = .target(places[0])
    case ("assignments", 2, 3): self = .duty(assignment: places[0], places[1])
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .head(let field): field.rawValue
    case .section(let index): "sections.\(index)"
    case .target(let index): "targets.\(index)"
    case .duty(let assignment, let index): "assignments.\(assignment).\(index)"
    }
  }

  /// Nil where the record has no such part.
  func text(of record: DocumentRecord) -> String? {
    switch self {
    case .head(let field): field.text(of: record.document)
    case .section(let index) where record.sections.indices.contains(index): record.sections[index].title
    case .target(let index) where record.targets.indices.contains(index): record.targets[index].text
    case .duty(let assignment, let index)
    where record.assignments.indices.contains(assignment)
      && record.assignments[assignment].duties.indices.contains(index):
      record.assignments[assignment].duties[index]
    case .section, .target, .duty: nil
    }
  }

  /// - Throws: a `Failure` for a date that is none, and where the record has no such part.
  func set(_ text: String, in record: inout DocumentRecord) throws(Failure) {
    guard self.text(of: record) != nil else { throw Failure(.badArguments, .gone()) }
    switch self {
    case .head(let field): try field.set(text, in: &record.document)
    case .section(let index): record.sections[index].title = nfc(text)
    case .target(let index): record.targets[index].text = nfc(text)
    case .duty(let assignment, let index): record.assignments[assignment].duties[index] = nfc(text)
    }
  }
}
