internal import Vietnamese

/// Restores document symbols part by part: `02-KH/BCDTW` → `02-KH/BCĐTW`. Digits and separators never change.
struct SymbolGrammar: Sendable {
  /// By a group of letters without marks: the way it is written most often, and how often it was counted.
  private var parts: [String: (text: String, count: Int)] = [:]

  /// The count of a group that is in the list of abbreviations but was not counted in texts.
  static let listedCount = 30

  /// - Parameter rows: groups of letters with how often each was seen. Of groups that differ in marks only, the most
  ///   frequent is kept.
  init(rows: some Sequence<(part: String, count: Int)>) {
    for row in rows {
      let key = folded(row.part)
      if parts[key].map({ $0.count < row.count }) ?? true { parts[key] = (row.part, row.count) }
    }
  }

  /// The symbol with the marks of its groups; a group that is unknown is taken for two known ones if it can be cut so.
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

  /// A group with its marks. Only D may have lost one: no other letter of a symbol has a stroke.
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

  /// Every known group, the most frequent first.
  var known: [(text: String, count: Int)] { parts.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) } }
}
