public import DocumentModel
internal import GRDB

/// The doubtful words that a person had before their eyes when they took a document whole. Words that were decided since are
/// no change; a word that is new, or that reads otherwise by now, is.
struct SeenWords {
  /// The open words of a document in the order in which they were found.
  let words: [Doubt]

  init(ofDocument id: Int64, in db: Database) throws {
    words = try Row.fetchAll(
      db,
      sql: """
        SELECT doubt.* FROM doubt JOIN document ON document.inputSha256 = doubt.inputSha256
          AND doubt.page BETWEEN document.firstPage AND document.lastPage
        WHERE document.id = ? AND doubt.kind = 'word' AND doubt.status = 'open' ORDER BY doubt.id
        """, arguments: [id]
    ).map { Doubt($0) }
  }

  /// What a page hands back with the change: one short mark for each word.
  var text: String { words.map(Self.mark).joined(separator: ".") }

  /// - Throws: a `Failure` (`changedMeanwhile`) where one of the words was not seen as it is now.
  func check(_ seen: String) throws(Failure) {
    let marks = Set(seen.split(separator: ".").map(String.init))
    let unseen = words.count { !marks.contains(Self.mark($0)) }
    if unseen > 0 { throw Failure(.changedMeanwhile, .wordsChanged(unseen)) }
  }

  /// FNV-1a in 32 bits of the word's number and text: it only has to differ where they do.
  private static func mark(_ word: Doubt) -> String {
    let sum = "\(word.id) \(word.text)".utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return String(sum, radix: 36)
  }
}

extension Archive {
  /// What is to be sent with `acceptWords`: the open words of a document as they stand now.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func openWords(ofDocument id: Int64) throws(Failure) -> String {
    try reading { try SeenWords(ofDocument: id, in: $0).text }
  }
}

extension Message {
  static func wordsChanged(_ count: Int) -> Message {
    Message(
      "edit-conflict",
      vi: "\(count) chữ nghi ngờ của văn bản đã đổi trong lúc bạn xem. Chưa ghi gì; tải lại trang để xem.",
      en:
        "\(count) doubtful words of the document changed while you looked at it. Nothing was written; load the page again."
    )
  }
}
