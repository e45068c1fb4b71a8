internal import DocumentModel

/// What the sections around a task hand down to it.
struct Scope: Sendable {
  /// The labels of the enclosing sections.
  var path: [String] = []
  /// The titles of the enclosing sections, outermost first.
  var titles: [String] = []
  /// What the document says of its issue.
  var issue = DocumentIssue()
  /// Inside the part that gives bodies their duties.
  var isDuty = false
  /// The body that the section above is named after.
  var body: Passage?
  /// `triển khai đến ngày 31/12/2025` of a heading above.
  var inherited: String?

  /// The title of the innermost section that has one.
  var group: String? { titles.last.flatMap { $0.isEmpty ? nil : $0 } }

  /// The scope inside a section. `headings` reads the time of its title.
  func entering(_ node: SectionNode, isDuty: Bool, _ headings: HeadingTime) -> Scope {
    guard let label = node.label else { return self }
    var scope = self
    scope.path.append(label.text)
    scope.titles.append(node.title)
    scope.isDuty = isDuty
    scope.inherited = headings.bracket(of: node.title) ?? inherited
    return scope
  }

  /// The scope around the innermost section.
  var leaving: Scope {
    var scope = self
    scope.path = path.dropLast()
    scope.titles = titles.dropLast()
    return scope
  }
}
