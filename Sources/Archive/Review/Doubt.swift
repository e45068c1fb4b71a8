public import DocumentModel
internal import GRDB

/// Something that a person should look at: a word, a field of a head, a field of a task.
public struct Doubt: Hashable, Codable, Sendable {
  public enum Status: String, Codable, Sendable, CaseIterable { case open, accepted, corrected, rejected }

  public var id: Int64
  public var kind: EditKind
  public var page: Int
  /// Reading of the page that it stands on; nil where the page's words are not kept.
  public var readingID: Int64?
  /// The word's place among the page's words.
  public var place: Int?
  public var documentID: Int64?
  public var taskID: Int64?
  /// Name of the field in a head or task: `number`, `deadline`, …; empty for a word.
  public var field: String
  /// As recognised.
  public var original: String
  /// As it stands now; empty where nothing was found.
  public var text: String
  public var box: PixelBox?
  /// What looking at it is worth, from 100 for a document's number down to a few for a word.
  public var worth: Double
  public var status: Status
}

/// What a doubt is worth: a wrong number loses a document, a wrong deadline a task, a wrong word a hit of a search.
enum DoubtWorth {
  static func header(_ field: String) -> Double {
    switch field {
    case "number": 100
    case "date": 95
    case "symbol": 90
    case "issuer": 70
    case "subject": 60
    default: 50
    }
  }

  static func task(_ field: String) -> Double { field == "deadline" ? 80 : 75 }

  /// 0 to 20: the less certain the sooner, and words with figures before others.
  static func word(_ word: Word) -> Double {
    (1 - word.confidence.value) * 10 + (word.text.contains(where: \.isNumber) ? 10 : 0)
  }
}

extension PixelBox {
  /// As the archive keeps it: left, top, width, height with spaces between.
  var numbers: String { "\(x) \(y) \(width) \(height)" }

  /// Reads four numbers with spaces between; nil for any other text.
  init?(numbers text: String?) {
    let numbers = (text ?? "").split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}

extension Doubt {
  init(_ row: Row) {
    self.init(
      id: row["id"], kind: EditKind(rawValue: row["kind"]) ?? .decision, page: row["page"], readingID: row["readingId"],
      place: row["place"], documentID: row["documentId"], taskID: row["taskId"], field: row["field"],
      original: row["original"], text: row["text"], box: PixelBox(numbers: row["box"]), worth: row["worth"],
      status: Status(rawValue: row["status"]) ?? .open)
  }
}
