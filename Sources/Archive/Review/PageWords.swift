public import DocumentModel
internal import Foundation
internal import GRDB

/// A page as it was read and corrected: words, boxes, tables.
public struct PageWords: Sendable {
  public var id: Int64
  public var sha256: String
  /// The file, as it was named when it was processed.
  public var path: String
  /// Goes up with every change; who changes the page says which version was seen.
  public var version: Int
  public var page: Page
  /// How many pages the file has.
  public var pages: Int
}

extension Page {
  /// All words in the order of `lines`: a word is known by its place in this.
  public var words: [Word] { lines.flatMap(\.words) }

  /// The page with one word changed; nil where there is no such word.
  func changingWord(at place: Int, _ change: (inout Word) -> Void) -> Page? {
    var lines = lines
    var start = 0
    for index in lines.indices {
      let count = lines[index].words.count
      if place >= start, place < start + count {
        change(&lines[index].words[place - start])
        return replacingLines(with: lines)
      }
      start += count
    }
    return nil
  }

  /// The line that the word of this place is in, and where in it.
  public func line(at place: Int) -> (line: Line, index: Int)? {
    var start = 0
    for line in lines {
      if place >= start, place < start + line.words.count { return (line, place - start) }
      start += line.words.count
    }
    return nil
  }
}

/// Takes readings out of their rows and puts them in.
struct ReadingStore {
  let db: Database

  func find(_ id: Int64) throws -> PageWords? { try find("reading.id = ?", [id]) }

  func find(sha256: String, page: Int) throws -> PageWords? {
    try find("reading.inputSha256 = ? AND reading.page = ?", [sha256, page])
  }

  private func find(_ condition: String, _ arguments: StatementArguments) throws -> PageWords? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT reading.*, input.path, input.pages FROM reading JOIN input ON input.sha256 = reading.inputSha256
          WHERE \(condition)
          """), arguments: arguments)
    guard let row, let page = try Self.page(row) else { return nil }
    return PageWords(
      id: row["id"], sha256: row["inputSha256"], path: row["path"], version: row["version"], page: page,
      pages: row["pages"])
  }

  static func page(_ row: Row) throws -> Page? {
    let data: Data = row["data"]
    guard let bytes = Compression.unpacked([UInt8](data), length: row["length"]) else { return nil }
    return try JSONDecoder().decode(Page.self, from: Data(bytes))
  }

  /// A new reading of a page takes the old one's place and keeps its id.
  @discardableResult
  func write(_ page: Page, of sha256: String) throws -> Int64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = [UInt8](try encoder.encode(page))
    guard let packed = Compression.packed(bytes) else { throw Failure(.internalError, .cannotPack(page.number)) }
    try db.run(
      """
      INSERT INTO reading (inputSha256, page, length, data) VALUES (?, ?, ?, ?)
      ON CONFLICT (inputSha256, page) DO UPDATE SET version = version + 1, length = excluded.length,
        data = excluded.data
      """, [sha256, page.number, bytes.count, Data(packed)])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM reading WHERE inputSha256 = ? AND page = ?"),
      arguments: [sha256, page.number])
    return id ?? 0
  }
}

extension Archive {
  /// A page's words by the reading's id; nil where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func reading(id: Int64) throws(Failure) -> PageWords? { try reading { try ReadingStore(db: $0).find(id) } }

  /// A page's words by its file's content and its number.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func reading(sha256: String, page: Int) throws(Failure) -> PageWords? {
    try reading { try ReadingStore(db: $0).find(sha256: sha256, page: page) }
  }
}

extension Message {
  static func cannotPack(_ page: Int) -> Message {
    Message(
      "cannot-pack", vi: "Không nén được chữ của trang \(page) (thiếu bộ nhớ?).",
      en: "The words of page \(page) could not be compressed (out of memory?).")
  }
}
