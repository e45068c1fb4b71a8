internal import Vietnamese

/// Restores document symbols part by part: `02-KH/BCDTW` → `02-KH/BCĐTW`. Digits and separators never change.
struct SymbolGrammar: Sendable {
  /// By the part without marks: the way it is written most often.
  private var parts: [String: (text: String, count: Int)] = [:]

  /// What a group counts that stands in the list of abbreviations and was not counted.
  static let listedCount = 30

  /// Takes letter groups and how often each was seen; of those that differ in marks only, the more frequent.
  init(rows: some Sequence<(part: String, count: Int)>) {
    for row in rows {
      let key = folded(row.part)
      if parts[key].map({ $0.count < row.count }) ?? true { parts[key] = (row.part, row.count) }
    }
  }

  /// The code with its parts as they are written; a part that is unknown is cut into two known ones.
  func restored(_ code: String) -> String {
    if code.contains(where: { $0 == "@" || $0 == ":" }) { return code }
    var result = "", part = ""
    for character in code {
      if character == "-" || character == "/" {
        result += restoredPart(part) + String(character)
        part = ""
      } else {
        part.append(character)
      }
    }
    return result + restoredPart(part)
  }

  func restoredPart(_ part: String) -> String {
    guard part.contains("D") else { return part }
    if let known = parts[part] { return known.text }
    for cut in part.indices.dropFirst() {
      let head = String(part[..<cut]), tail = String(part[cut...])
      if let first = parts[head], let second = parts[tail], head.count > 1, tail.count > 1 {
        return first.text + second.text
      }
    }
    return part
  }

  /// Every known part, for the channel to search.
  var known: [(text: String, count: Int)] { parts.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) } }
}
