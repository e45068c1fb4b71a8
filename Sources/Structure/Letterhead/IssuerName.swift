internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Writes out the name of the issuing body from the capitals of a letterhead.
struct IssuerName: Sendable {
  private let heads: PhraseTable<Bool>
  private let levels: PhraseTable<Bool>
  /// Bodies that have no name of their own, only that of their place.
  private let placeless = PhraseTable(["ủy ban nhân dân", "hội đồng nhân dân", "đảng ủy", "đảng bộ", "ban chấp hành"])
  private let peopleCommittee = "Ủy ban nhân dân"
  private let shortForms = ["UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"]

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    levels = phrases.names(.level)
  }

  /// The lines at the upper left: the parent body and the issuing body, the last of them; or, of a joint document, all
  /// the bodies that issue it.
  func written(_ lines: [String], isJoint: Bool) -> String? {
    let bodies = bodies(of: lines.map(spelledOut))
    return isJoint ? bodies.map(sentenceCased).joined(separator: "; ") : bodies.last.map(sentenceCased)
  }

  /// `UBND HUYỆN SÔNG LAM` with its first word in full.
  private func spelledOut(_ line: String) -> String {
    let first = line.prefix { $0 != " " }
    return shortForms[String(first)].map { $0 + line.dropFirst(first.count) } ?? line
  }

  /// The lines joined body by body: a line that begins no name goes on with the one above it.
  private func bodies(of lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      let text = LooseText(line)
      let head = heads.match(in: text, at: 0)?.range.upperBound ?? 0
      let isPlace = (levels.match(in: text, at: 0)?.range.upperBound ?? 0) > head
      let beginsName = !isPlace && head > 0
      if let last = result.last, !beginsName || last.hasSuffix(",") || last.hasSuffix("-") {
        result[result.count - 1] = last + " " + line
      } else {
        // The first line of the letterhead, the committee's own, was lost.
        result.append(isPlace ? uppercased(peopleCommittee) + " " + line : line)
      }
    }
    return result
  }

  /// `ỦY BAN NHÂN DÂN XÃ HỢP MINH` → `Ủy ban nhân dân xã Hợp Minh`; a line that is not in capitals is left alone.
  func sentenceCased(_ line: String) -> String {
    let capitals = LooseText(line)
    guard capitals.isCapitals else { return line }
    let text = LooseText(lowercased(line))
    let head = heads.match(in: text, at: 0)?.range.upperBound ?? 0
    let named = placeless.match(in: text, at: 0) != nil || text.begins(with: "cong an") || text.begins(with: "doan ")
    var words = line.split(separator: " ").map { lowercased(String($0)) }
    var offset = 0, isPlaceName = text[0..<head].hasSuffix("ủy"), beginsGroup = true
    for index in words.indices {
      let word = words[index]
      defer { offset += word.unicodeScalars.count + 1 }
      if let level = levels.match(in: text, at: offset), offset >= head, level.range.lowerBound == offset {
        isPlaceName = true
        beginsGroup = false
      } else if offset == 0 || (offset >= head && !isJoint(word) && (isPlaceName || (beginsGroup && !named))) {
        if !(isPlaceName && isSecondOfLevel(word, after: index > 0 ? words[index - 1] : "")) {
          words[index] = capitalised(word)
        }
        if offset >= head { beginsGroup = false }
      } else if offset >= head, isJoint(word) || word.hasSuffix(",") {
        beginsGroup = true
      }
      if word.hasSuffix(",") { beginsGroup = true }
    }
    return properNouns.reduce(words.joined(separator: " ")) { name, noun in
      name.replacing(" " + lowercased(noun), with: " " + noun)
    }
  }

  /// Written so wherever they stand in a name: `Thủ tướng Chính phủ`.
  private let properNouns = ["Chính phủ", "Quốc hội", "Việt Nam", "Nhà nước", "Trung ương", "Tổ quốc"]

  /// Joins the parts of a name: `Khoa học và Công nghệ`.
  private func isJoint(_ word: String) -> Bool { word == "và" || word == "-" || word == "–" }

  /// `phố` of `thành phố`, `khu` of `đặc khu`.
  /// `thành phố`, `đặc khu`, `thị trấn`; `Trấn Biên` is a name.
  private func isSecondOfLevel(_ word: String, after first: String) -> Bool {
    [("thành", "phố"), ("khu", "phố"), ("đặc", "khu"), ("thị", "trấn")].contains { $0 == first && $1 == word }
  }

  private func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
