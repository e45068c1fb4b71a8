internal import Grammar
internal import Vietnamese

/// Puts the marks right that bold capitals lose, by the names that the tables have: `Uy ban nhan dan` is `Ủy ban nhân
/// dân`, `tinh` before a place is `tỉnh`. A word that was read with a mark stays as it is.
struct PrintedMarks: Sendable {
  /// The words of a name without marks, and as the table writes them; longer names first.
  private let names: [(plain: [String], written: [String])]
  private let levels: [String: String]

  init(_ phrases: Phrases) {
    let heads = phrases.vocabulary.names(.head).filter { $0.contains(" ") }
    names = heads.map { (Self.words(Self.plain($0)), Self.words($0)) }.sorted { $0.plain.count > $1.plain.count }
    let single = phrases.vocabulary.names(.level).filter { !$0.contains(" ") }
    levels = Dictionary(single.map { (Self.plain($0), $0) }) { first, _ in first }
  }

  /// A name with the marks of its head, and of its levels before a place's name.
  func mended(_ name: String) -> String {
    var words = Self.words(name)
    let plain = words.map(Self.plain)
    if let head = names.first(where: { plain.starts(with: $0.plain) }) {
      for (index, word) in head.written.enumerated() where lowercased(words[index]) == plain[index] {
        words[index] = word
      }
    }
    for index in words.indices.dropFirst().dropLast() where words[index] == plain[index] {
      if let level = levels[plain[index]], words[index + 1].first?.isUppercase == true { words[index] = level }
    }
    return words.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
  private static func plain(_ text: String) -> String { folded(lowercased(text)) }
}
