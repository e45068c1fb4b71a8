internal import DocumentModel
internal import Vietnamese

/// Numbers lines and pages, and counts what could not be read.
struct LineMaker {
  /// How many signs could not be read so far (U+FFFD).
  private(set) var unreadable = 0
  /// Where the first unreadable sign stands; nil where every sign was read.
  private(set) var firstUnreadable: Provenance?
  private var page = 1
  private var number = 0

  /// The line of a text, or a further part of the line before; a form feed begins a page.
  mutating func line(_ text: String, goesOn: Bool) -> Line {
    if !goesOn { number += 1 }
    var text = text
    let (breaks, isPlain) = text.withUTF8 { bytes in
      (bytes.count { $0 == 0x0C }, bytes.allSatisfy { $0 < 0x80 })
    }
    page += breaks
    let line = Line(parsing: text, page: page, number: number)
    return isPlain ? line : mended(checked(line))
  }

  /// The line with its letters as Vietnamese has them; a word keeps in `original` what the file has.
  private func mended(_ line: Line) -> Line {
    guard Lookalikes.mayHold(line.text) else { return line }
    var line = line
    let texts = Lookalikes.mended(line.words.map(\.text).joined(separator: " ")).split(separator: " ")
    guard texts.count == line.words.count else { return line }
    for (index, text) in texts.enumerated() where line.words[index].text != text {
      let word = line.words[index]
      line.words[index] = Word(text: String(text), original: word.original, spaceBefore: word.spaceBefore)
    }
    return line
  }

  private mutating func checked(_ line: Line) -> Line {
    let count = line.words.reduce(0) { $0 + $1.text.unicodeScalars.count { $0 == "\u{FFFD}" } }
    if count > 0, firstUnreadable == nil { firstUnreadable = Provenance(page: page, line: number) }
    unreadable += count
    return Invisible.removed(from: line)
  }
}

/// Signs without a picture: direction marks, zero-width spaces and joiners, soft hyphens, a byte order mark inside a text. They would keep
/// a label or a word from being known, and can make a text look other than it is; the word's original keeps them.
enum Invisible {
  private static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0:
      true
    default: false
    }
  }

  static func removed(from line: Line) -> Line {
    guard line.words.contains(where: { $0.text.unicodeScalars.contains(where: contains) }) else { return line }
    var result = line
    result.words = []
    var space = ""
    for word in line.words {
      let text = String(word.text.unicodeScalars.filter { !contains($0) })
      if text.isEmpty {
        // A word of such signs only becomes a part of the space between its neighbours.
        space += word.spaceBefore + word.text
      } else {
        result.words.append(Word(text: text, original: word.text, spaceBefore: space + word.spaceBefore))
        space = ""
      }
    }
    result.trailing = space + line.trailing
    return result
  }
}
