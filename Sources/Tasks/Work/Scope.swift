internal import DocumentModel

/// What the sections around a task hand down to it.
struct Scope: Sendable {
  /// The labels of the enclosing sections.
  var path: [String] = []
  /// The titles of the enclosing sections, outermost first.
  var titles: [String] = []
  /// When the document was issued.
  var issueYear: Int?
  /// Inside the part that gives bodies their duties.
  var isDuty = false
  /// `triển khai đến ngày 31/12/2025` of a heading above.
  var inherited: String?

  /// The title of the innermost section that has one.
  var group: String? { titles.last.flatMap { $0.isEmpty ? nil : $0 } }

  /// The scope inside a section.
  func entering(_ node: SectionNode, isDuty: Bool) -> Scope {
    guard let label = node.label else { return self }
    var scope = self
    scope.path.append(label.text)
    scope.titles.append(node.title)
    scope.isDuty = isDuty
    scope.inherited = node.title.bracketedTime ?? inherited
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

extension String {
  /// The bracket at a heading's end when it tells by when: it holds a word of time and a digit.
  fileprivate var bracketedTime: String? {
    guard hasSuffix(")"), let start = lastIndex(of: "(") else { return nil }
    let text = String(self[index(after: start)...].dropLast())
    let tells = ["đến ngày", "trước ngày", "hoàn thành", "trong năm", "đến hết"].contains { text.contains($0) }
    return tells && text.contains { $0.isNumber } ? text : nil
  }
}

extension String {
  /// Whether `part` stands in it.
  fileprivate func contains(_ part: String) -> Bool {
    let own = Array(self.unicodeScalars), other = Array(part.unicodeScalars)
    guard own.count >= other.count else { return false }
    return (0...(own.count - other.count)).contains { own[$0..<$0 + other.count].elementsEqual(other) }
  }
}
