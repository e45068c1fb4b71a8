/// A piece of work that a document gives out: a numbered item with its assignment lines, or a row of a task table.
public struct TaskRecord: Hashable, Codable, Sendable {
  /// As printed, without the closing mark; empty for an unnumbered one.
  public var number: String
  /// The labels of the enclosing sections, down to this task: `["III", "1", "1.1"]`.
  public var path: [String]
  /// The title of the section or group row above.
  @ExplicitNull public var group: String?
  public var title: String
  public var content: String
  public var lead: [String]
  public var cooperating: [String]
  public var deadline: Deadline
  /// Only where it is printed.
  @ExplicitNull public var product: String?
  /// 1-based, in the file.
  public var page: Int
  /// By the name of the field: `content`, `lead`, `cooperating`, `deadline`, `product`; `number` where it is inferred.
  public var evidence: [String: Evidence]
  /// The lines that a rebuilt row was made of, as they were read; nil for any other task.
  public var raw: [String]?

  public init(
    number: String, path: [String], group: String?, title: String = "", content: String, lead: [String] = [],
    cooperating: [String] = [], deadline: Deadline = Deadline(), product: String? = nil, page: Int,
    evidence: [String: Evidence] = [:], raw: [String]? = nil
  ) {
    self.number = number
    self.path = path
    self._group = ExplicitNull(wrappedValue: group)
    self.title = title
    self.content = content
    self.lead = lead
    self.cooperating = cooperating
    self.deadline = deadline
    self._product = ExplicitNull(wrappedValue: product)
    self.page = page
    self.evidence = evidence
    self.raw = raw
  }
}
