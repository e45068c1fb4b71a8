internal import GRDB

/// What a doubt is about, as the queue is parted. The raw values stand in the archive.
public enum QueueKind: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
  case number, date, symbol, issuer, subject
  /// Any other field of a document, and the text of its parts.
  case other
  /// A field of a task.
  case task
  case word

  /// The kind of a row of `doubt`; `row` is the row's name with its dot, or nothing. An index is made of this expression.
  static func expression(_ row: String = "") -> String {
    """
    CASE WHEN \(row)kind = 'word' THEN 'word' WHEN \(row)kind = 'task' THEN 'task' \
    WHEN \(row)field IN ('number', 'date', 'symbol', 'issuer', 'subject') THEN \(row)field ELSE 'other' END
    """
  }
}

/// Which part of the queue somebody works on. What is nil narrows nothing.
public struct QueueFilter: Hashable, Sendable {
  public var kind: QueueKind?
  public var document: Int64?
  /// Id of a dossier of the inventory.
  public var dossier: Int64?
  /// The path of a file, or of a folder with all that lies in it.
  public var file: String?
  /// Doubts of at least this worth, 0…100.
  public var least: Double?

  public init(
    kind: QueueKind? = nil, document: Int64? = nil, dossier: Int64? = nil, file: String? = nil, least: Double? = nil
  ) {
    self.kind = kind
    self.document = document
    self.dossier = dossier
    self.file = file
    self.least = least
  }

  var hasDocuments: Bool { document != nil || dossier != nil }
}

/// A filter of the queue as SQL.
struct QueueSQL {
  /// Tables of the query, with the index that gives the rows.
  let source: String
  private(set) var conditions = FilterSQL()

  /// As much of the queue as this is sorted; in more of it the first entry is looked for in the order of worth.
  static let mostSorted = 2000

  /// `inScope` says how many open doubts the file or folder has; it is not asked where a document or dossier is named.
  init(_ filter: QueueFilter, inScope: Int, onlyOpen: Bool = true) {
    let isSorted = filter.file != nil && inScope <= Self.mostSorted
    if filter.hasDocuments {
      source = Self.ofDocuments
      addDocuments(filter)
    } else if isSorted {
      source = "input CROSS JOIN doubt INDEXED BY doubt_on_input ON doubt.inputSha256 = input.sha256"
      addPath(filter.file ?? "")
    } else {
      source = "doubt INDEXED BY \(filter.kind == nil ? "doubt_queue" : "doubt_on_class")"
    }
    if onlyOpen { conditions.add("doubt.status = 'open'") }
    if let kind = filter.kind { conditions.add("\(QueueKind.expression("doubt.")) = ?", [kind.rawValue]) }
    if let least = filter.least { conditions.add("doubt.worth >= ?", [least]) }
    if let file = filter.file, filter.hasDocuments || !isSorted {
      var path = FilterSQL()
      path.addPath(file)
      conditions.add(
        "EXISTS (SELECT 1 FROM input\(path.clause) AND input.sha256 = doubt.inputSha256)", path.arguments)
    }
  }

  /// The doubts of documents: their fields, and the words of their pages.
  private static let ofDocuments = """
    document CROSS JOIN doubt INDEXED BY doubt_on_input ON doubt.inputSha256 = document.inputSha256
      AND (doubt.documentId = document.id
        OR (doubt.documentId IS NULL AND doubt.page BETWEEN document.firstPage AND document.lastPage))
    """

  private mutating func addDocuments(_ filter: QueueFilter) {
    if let document = filter.document { conditions.add("document.id = ?", [document]) }
    if let dossier = filter.dossier {
      conditions.add("document.id IN (SELECT documentId FROM item WHERE dossierId = ?)", [dossier])
    }
  }

  private mutating func addPath(_ file: String) { conditions.addPath(file) }
}

extension FilterSQL {
  /// On `input`: the file of that path, or all in the folder.
  mutating func addPath(_ path: String) {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    // The sign after the slash ends the folder.
    add("input.path = ? OR (input.path >= ? AND input.path < ?)", [path, folder + "/", folder + "0"])
  }
}
