internal import DocumentModel
internal import Grammar

/// One labelled part of an assignment line: `Chủ trì thực hiện: Công an xã`.
struct AssignmentPart: Sendable {
  var role: Vocabulary.Role
  var value: Passage
  /// Name of the rule that gave the value its role.
  var rule: String
  /// How often that rule is right, 0…1.
  var certainty: Double
}

/// The assignment lines of one task.
struct AssignmentBlock: Sendable {
  private(set) var parts: [AssignmentPart] = []

  var isEmpty: Bool { parts.isEmpty }
  /// Somebody is named: without that it is no assignment.
  var assigns: Bool { !values(.lead).isEmpty || !values(.cooperating).isEmpty }

  mutating func add(_ new: [AssignmentPart]) { parts += new }

  /// Bodies listed under a label that stands alone on its line.
  mutating func addListed(_ passage: Passage) -> Bool {
    guard let last = parts.last, last.role == .lead || last.role == .cooperating, isOpen else { return false }
    parts.append(
      AssignmentPart(role: last.role, value: passage, rule: "label.listed-under", certainty: last.certainty))
    return true
  }

  /// The last label has had no value on its own line.
  private var isOpen: Bool {
    guard let role = parts.last?.role else { return false }
    return parts.last { $0.role == role && $0.value.isEmpty } != nil
  }

  /// The parts of a role that have a value.
  func values(_ role: Vocabulary.Role) -> [AssignmentPart] {
    parts.filter { $0.role == role && !$0.value.isEmpty }
  }
}
