public import DocumentModel

/// What was given and is not in the result: a file, a page, something that a file carries.
public struct Omission: Codable, Sendable, Hashable {
  public var path: String
  /// 1-based, in the file; nil where it is no page.
  public var page: Int?
  /// What is left out, why, and what to do.
  public var message: Message

  public init(path: String, page: Int? = nil, message: Message) {
    self.path = path
    self.page = page
    self.message = message
  }

  /// Findings that are no errors of the file and yet name what it holds and the record does not.
  private static let codes: Set<String> = ["attachments", "not-learnt", "dynamic-form", "page-unreadable"]

  /// What the findings of a file say of parts that were left out.
  static func named(by findings: [Finding], of path: String) -> [Omission] {
    findings.filter { $0.severity == .error || codes.contains($0.message.code) }.map {
      Omission(path: path, page: $0.provenance?.page, message: $0.message)
    }
  }
}
