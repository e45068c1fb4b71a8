internal import DocumentModel
internal import Vietnamese

/// Names of communes, districts and provinces that no other shares its letters with, marks aside (`places.tsv`).
struct PlaceNames: Sendable {
  /// By the name in small letters without marks.
  private let names: [String: String]

  init(_ rows: [[String]]) {
    names = Dictionary(rows.compactMap(\.first).map { (folded(smallLetters($0)), $0) }) { first, _ in first }
  }

  /// Lines of a paper in which its letterhead stands, and words of the longest name.
  private static let headLines = 14, longestName = 4
  /// What a name follows in a letterhead, without marks.
  private static let levels: Set<String> = ["xa", "phuong", "tran", "huyen", "quan", "pho", "tinh", "khu", "uy"]

  /// The names that a paper's own letterhead has: behind a level (`XÃ NGỌK BAY`), or before the day (`Ngọk Bay, ngày`). What
  /// was read of them may lack its marks, but not a letter.
  func inLetterhead(of lines: [Line]) -> [String] {
    if names.isEmpty { return [] }
    var found: [String] = []
    for line in lines.lazy.filter({ !$0.isEmpty }).prefix(Self.headLines) {
      let keys = line.words.map { folded(smallLetters($0.text)).filter { $0.isLetter || $0 == "'" } }
      let starts = keys.indices.filter { $0 == 0 || Self.levels.contains(keys[$0 - 1]) }
      for start in starts {
        for count in stride(from: min(Self.longestName, keys.count - start), through: 2, by: -1) {
          guard let name = names[keys[start..<start + count].joined(separator: " ")] else { continue }
          found.append(name)
          break
        }
      }
    }
    return found
  }
}
