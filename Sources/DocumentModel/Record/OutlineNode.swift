/// A part of a document's outline: as much as a person needs to see whether the tree is right.
public struct OutlineNode: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable { case document, section, paragraph, table, group, row }

  /// Who does the task that stands here, and until when.
  public struct Task: Hashable, Codable, Sendable {
    public var number: String
    public var lead: [String]
    public var cooperating: [String]
    /// As printed; nil where no deadline is printed.
    public var deadline: String?
    public var due: CalendarDate?

    public init(_ task: TaskRecord) {
      number = task.number
      lead = task.lead
      cooperating = task.cooperating
      deadline = task.deadline.text
      due = task.deadline.due
    }
  }

  public var kind: Kind
  /// `I`, `1.1`, a row's number; empty where there is no number.
  public var label: String
  /// A title whole, other text by its first words.
  public var text: String
  /// 1-based, in the file.
  public var page: Int
  /// 1-based line of `text.txt`; 0 where it is not known.
  public var line: Int
  public var tasks: [Task]
  public var children: [OutlineNode]

  public init(
    kind: Kind, label: String = "", text: String, page: Int, line: Int, tasks: [Task] = [], children: [OutlineNode] = []
  ) {
    self.kind = kind
    self.label = label
    self.text = text
    self.page = page
    self.line = line
    self.tasks = tasks
    self.children = children
  }
}
