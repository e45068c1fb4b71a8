internal import Archive
internal import DocumentModel
internal import Export

extension Visit {
  /// What a paper is called where it stands among others: by its symbol, else by its type and what it is about, else by
  /// its file. Most papers of an archive have no number that could be read.
  func name(of paper: DocumentSummary, file: String) -> String {
    if let symbol = paper.symbol, !symbol.hasPrefix("…") { return symbol }
    let known = [paper.type, paper.subject.map { Self.short($0, to: 90) }].compactMap(\.self)
    return known.isEmpty ? Self.fileName(file) : known.joined(separator: " · ")
  }

  static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A file with its folder: in many folders all files have one name.
  static func fileInFolder(_ path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  /// As much of a text as a line has room for, cut between words.
  static func short(_ text: String?, to most: Int = 110) -> String {
    guard let text, text.count > most else { return text ?? "" }
    return text.prefix(most - 2).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }
}
