internal import Vietnamese

/// What a person typed to be searched for. A word typed with marks stands for itself; one typed without stands for
/// itself under any marks. What is in quotation marks, or hangs together as `02-KH/BCĐTW` does, has to stand together.
struct SearchTerms {
  /// Words that have to stand together; most often one.
  struct Group: Equatable {
    var words: [SearchWords.Word]
    /// The last word may go on: typed with a star after it.
    var isPrefix: Bool

    var expression: String { phrases.map(\.expression).joined(separator: " AND ") }

    /// Of several words, that they stand together without their marks, and each with its marks.
    var phrases: [Phrase] {
      guard words.count > 1 else {
        return words.map {
          Phrase(words: [$0.isMarked ? $0.exact : $0.plain], isMarked: $0.isMarked, isPrefix: isPrefix)
        }
      }
      let marked = words.dropLast(isPrefix ? 1 : 0).filter(\.isMarked)
      return [Phrase(words: words.map(\.plain), isMarked: false, isPrefix: isPrefix)]
        + marked.map { Phrase(words: [$0.exact], isMarked: true, isPrefix: false) }
    }
  }

  /// Words that stand together in one column of the index.
  struct Phrase {
    var words: [String]
    var isMarked: Bool
    var isPrefix: Bool

    var expression: String {
      "\(isMarked ? "exact" : "plain") : \"\(words.joined(separator: " "))\"\(isPrefix ? " *" : "")"
    }

    /// How often it stands in a text of these words.
    func times(in text: [SearchWords.Word]) -> Int {
      guard text.count >= words.count else { return 0 }
      return (0...text.count - words.count).count { start in
        words.indices.allSatisfy { index in
          let word = text[start + index]
          if isMarked, !word.isMarked { return false }
          let found = isMarked ? word.exact : word.plain
          return isPrefix && index == words.count - 1 ? found.hasPrefix(words[index]) : found == words[index]
        }
      }
    }
  }

  let groups: [Group]

  init(_ text: String) {
    groups = Self.segments(of: nfc(text)).compactMap { segment in
      let words = SearchWords(segment).words
      return words.isEmpty ? nil : Group(words: words, isPrefix: segment.hasSuffix("*"))
    }
  }

  var isEmpty: Bool { groups.isEmpty }

  private static func segments(of text: String) -> [String] {
    var segments: [String] = [], current = "", isQuoted = false
    for character in text {
      if "\"“”".contains(character) {
        isQuoted.toggle()
        segments.append(current)
        current = ""
      } else if character.isWhitespace, !isQuoted {
        segments.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return segments + [current]
  }

  /// The expression that FTS5 is asked. Letters and digits only reach it, so nothing has to be escaped.
  var expression: String {
    groups.map(\.expression).joined(separator: " AND ")
  }

  var phrases: [Phrase] { groups.flatMap(\.phrases) }

  /// The index knows that words stand together without their marks, and each with its marks, not both at once.
  var needsProof: Bool { groups.contains { $0.words.count > 1 && $0.words.contains(where: \.isMarked) } }

  /// Whether every group stands in the text.
  func stand(in words: [SearchWords.Word]) -> Bool {
    groups.allSatisfy { group in !Self.places(of: group, in: words).isEmpty }
  }

  /// A distance of words that do not stand near each other.
  static let far = 2

  /// 0 where what was asked stands together in its order, 1 where all of it stands within twice as many words, else `far`.
  func distance(in words: [SearchWords.Word]) -> Int {
    let places = groups.map { group in Self.places(of: group, in: words) }
    guard let first = places.first, !places.contains(where: \.isEmpty) else { return Self.far }
    let whole = groups.reduce(0) { $0 + $1.words.count }
    var distance = Self.far
    for start in first {
      var next = start
      let isTogether = zip(groups, places).allSatisfy { group, places in
        defer { next += group.words.count }
        return places.contains(next)
      }
      if isTogether { return 0 }
      let isNear = places.allSatisfy { $0.contains { abs($0 - start) < 2 * whole } }
      if isNear { distance = 1 }
    }
    return distance
  }

  /// Indices of the words of a text that were asked for.
  func places(in words: [SearchWords.Word]) -> [Int] {
    let all = groups.flatMap { group in
      Self.places(of: group, in: words).flatMap { start in Array(start..<start + group.words.count) }
    }
    return Array(Set(all)).sorted()
  }

  private static func places(of group: Group, in words: [SearchWords.Word]) -> [Int] {
    guard words.count >= group.words.count else { return [] }
    return (0...words.count - group.words.count).filter { start in
      group.words.indices.allSatisfy { index in
        let isOpen = group.isPrefix && index == group.words.count - 1
        return matches(group.words[index], words[start + index], isPrefix: isOpen)
      }
    }
  }

  private static func matches(_ term: SearchWords.Word, _ word: SearchWords.Word, isPrefix: Bool) -> Bool {
    let (asked, found) = term.isMarked ? (term.exact, word.exact) : (term.plain, word.plain)
    return isPrefix ? found.hasPrefix(asked) : found == asked
  }
}
