internal import DocumentModel

/// Tells which kept document each one of a new reading of the input is: paper is known by the page that it begins on, since
/// ordinals move where a document before it is parted or joined.
struct DocumentMatching {
  /// The kept documents by the ordinal that they have now; new documents are not in it.
  private(set) var known: [Int: DocumentRow] = [:]
  /// Kept documents that were not found again.
  private(set) var gone: [DocumentRow]

  init(_ documents: [DocumentRecord], known rows: [DocumentRow]) {
    gone = rows.sorted { $0.ordinal < $1.ordinal }
    for (ordinal, document) in documents.enumerated() {
      take(ordinal) { $0.firstPage == document.pages.first }
    }
    // Read anew, a document may begin a page sooner or later than before.
    for (ordinal, document) in documents.enumerated() where known[ordinal] == nil {
      take(ordinal) { $0.ordinal == ordinal && $0.shares(pagesOf: document) }
    }
  }

  private mutating func take(_ ordinal: Int, where matches: (DocumentRow) -> Bool) {
    guard let index = gone.firstIndex(where: matches) else { return }
    known[ordinal] = gone.remove(at: index)
  }
}

extension DocumentRow {
  /// Added to the id of a document that is no longer found in its input, this is its ordinal: behind all that are.
  static let aside = 1_000_000_000

  fileprivate func shares(pagesOf document: DocumentRecord) -> Bool {
    guard let first = document.pages.first, let last = document.pages.last, let firstPage, let lastPage else {
      return false
    }
    return first <= lastPage && firstPage <= last
  }
}
