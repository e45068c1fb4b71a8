public import DocumentModel

extension Vocabulary {
  /// Something wrong with a table of `dictionaries/`. The program runs without the row: a newer table must not stop an
  /// older program.
  public struct Fault: Hashable, Codable, Sendable {
    /// `labels.tsv`.
    public let file: String
    /// 1-based; nil where no row is at fault but one is missing.
    public let line: Int?
    public let message: Message
  }
}

/// What the check of the tables has to say.
extension Message {
  static var tableMissing: Message {
    Message("table-missing", vi: "Không đọc được bảng này.", en: "This table cannot be read.")
  }

  static func tooFewCells(_ found: Int, of wanted: Int) -> Message {
    Message(
      "too-few-cells", vi: "Dòng có \(found) ô, cần \(wanted) ô cách nhau bằng dấu tab.",
      en: "The row has \(found) cells; it needs \(wanted), parted by tabs.")
  }

  static func emptyCell(_ name: String) -> Message {
    Message("empty-cell", vi: "Ô “\(name)” để trống.", en: "The cell “\(name)” is empty.")
  }

  static func notANumber(_ name: String, _ printed: String) -> Message {
    Message(
      "not-a-number", vi: "Ô “\(name)” ghi “\(printed)”, không phải là số dùng được.",
      en: "The cell “\(name)” says “\(printed)”, which is no number of its kind.")
  }

  static func unknownWord(_ name: String, _ word: String) -> Message {
    Message(
      "unknown-\(name)", vi: "Chương trình không biết “\(word)” trong ô “\(name)” (dictionaries/README.md).",
      en: "The program knows no “\(word)” in the cell “\(name)” (dictionaries/README.md).")
  }

  static func unaskedRole(_ role: Vocabulary.Role, _ place: Vocabulary.Place) -> Message {
    Message(
      "unasked-role", vi: "Không quy tắc nào tìm “\(role.rawValue)” ở “\(place.rawValue)”.",
      en: "No rule looks for “\(role.rawValue)” at “\(place.rawValue)”.")
  }

  static func doubleRow(of line: Int) -> Message {
    Message("double-row", vi: "Dòng này trùng với dòng \(line).", en: "This row says the same as line \(line).")
  }

  static func twoMeanings(_ wording: String, line: Int) -> Message {
    Message(
      "two-meanings", vi: "“\(wording)” đã có nghĩa khác ở dòng \(line), cùng một chỗ.",
      en: "“\(wording)” has another meaning in line \(line), at the same place.")
  }

  static func unservedRole(_ role: Vocabulary.Role, _ place: Vocabulary.Place) -> Message {
    Message(
      "unserved-role", vi: "Có quy tắc tìm “\(role.rawValue)” ở “\(place.rawValue)” nhưng không dòng nào ghi.",
      en: "A rule looks for “\(role.rawValue)” at “\(place.rawValue)”, and no row has it.")
  }

  static func unservedKind(_ kind: Vocabulary.NameKind) -> Message {
    Message(
      "unserved-kind", vi: "Có quy tắc tìm loại “\(kind.rawValue)” nhưng không dòng nào ghi.",
      en: "A rule looks for the kind “\(kind.rawValue)”, and no row has it.")
  }
}
