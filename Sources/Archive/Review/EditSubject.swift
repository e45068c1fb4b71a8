internal import DocumentModel
internal import GRDB

/// What a person looks at and decides on. The raw values stand in the archive.
public enum EditKind: String, Codable, Sendable, CaseIterable {
  /// A word of a page.
  case word
  /// A field of a document: of its head, or the title of a section.
  case header
  /// A field of a task.
  case task
  /// That something cannot be read. It changes nothing and is about an entry of the queue.
  case decision
  /// What was decided about a page: whether a document begins at it (`begins`), or which way up it is read (`turn`).
  case page

  /// What the history calls the thing that is changed.
  var historyEntity: String {
    switch self {
    case .word, .page: "reading"
    case .header: "document"
    case .task: "task"
    case .decision: "doubt"
    }
  }
}

/// What is changed: a word of a page, a field of a head, a field of a task.
public struct EditSubject: Hashable, Sendable {
  public var kind: EditKind
  /// Id of the reading (of a word or a page), the document, the task or, for a decision, the entry of the queue.
  public var id: Int64
  /// Place of a word among the page's words, from 0; nil for anything else.
  public var place: Int?
  public var field: String

  public init(_ kind: EditKind, id: Int64, place: Int? = nil, field: String = "") {
    self.kind = kind
    self.id = id
    self.place = place
    self.field = field
  }
}

extension EditSubject {
  /// Whether a text that a person saw is the one that stands there now. Archives of earlier versions wrote nothing where
  /// only month and year of a day are known.
  func reads(_ now: String, asSeen seen: String) -> Bool {
    now == seen || (field == HeaderField.date.rawValue && seen.isEmpty && DateParts(known: now) != nil)
  }

  init(_ row: Row) {
    self.init(
      EditKind(rawValue: row["kind"]) ?? .decision, id: row["entityId"], place: row["place"], field: row["field"])
  }

  /// Nil where the doubt is about something that is not kept.
  init?(_ doubt: Doubt) {
    let id: Int64? =
      switch doubt.kind {
      case .word: doubt.readingID
      case .header: doubt.documentID
      case .task: doubt.taskID
      case .decision, .page: nil
      }
    guard let id else { return nil }
    self.init(doubt.kind, id: id, place: doubt.place, field: doubt.field)
  }
}
