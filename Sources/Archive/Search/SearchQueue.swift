internal import GRDB

/// What is still to go into the full-text index. FTS5 writes all that it has gathered to the file before each statement
/// that may have to be taken back, which the insertion of a task is: words that came between tasks would be written, and
/// merged, a task at a time. Here they wait until the rows are there.
final class SearchQueue {
  /// Some megabytes of words.
  private static let most = 20_000

  private let db: Database
  private var waiting: [(index: SearchIndex, id: Int64, words: SearchWords.Columns)] = []

  init(db: Database) { self.db = db }

  func add(_ text: String, id: Int64, to index: SearchIndex) throws {
    waiting.append((index, id, SearchWords(text).columns))
    if waiting.count >= Self.most { try flush() }
  }

  /// What is to be taken out has to be in.
  func remove(_ text: String, id: Int64, from index: SearchIndex) throws {
    try flush()
    try index.remove(text, id: id, in: db)
  }

  /// To be called before the transaction ends, and before anything else writes to the index.
  func flush() throws {
    for index in SearchIndex.allCases {
      for entry in waiting where entry.index == index { try index.add(entry.words, id: entry.id, in: db) }
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
