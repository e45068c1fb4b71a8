internal import DocumentModel
internal import GRDB

/// What is changed: a word of a page, a field of a head, a field of a task.
public struct EditSubject: Hashable, Sendable {
  public var kind: Doubt.Kind
  /// Of the reading, the document or the task.
  public var id: Int64
  /// Of a word, among the page's words.
  public var place: Int?
  public var field: String

  public init(_ kind: Doubt.Kind, id: Int64, place: Int? = nil, field: String = "") {
    self.kind = kind
    self.id = id
    self.place = place
    self.field = field
  }
}

extension EditSubject {
  init(_ row: Row) {
    self.init(
      Doubt.Kind(rawValue: row["kind"]) ?? .word, id: row["entityId"], place: row["place"], field: row["field"])
  }

  /// Nil where the doubt is about something that is not kept.
  init?(_ doubt: Doubt) {
    let id =
      switch doubt.kind {
      case .word: doubt.readingID
      case .header: doubt.documentID
      case .task: doubt.taskID
      }
    guard let id else { return nil }
    self.init(doubt.kind, id: id, place: doubt.place, field: doubt.field)
  }
}
