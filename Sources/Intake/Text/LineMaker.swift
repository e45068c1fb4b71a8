internal import DocumentModel

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
      (bytes.count { $0 == 0x0C }, !bytes.contains { Invisible.leads.contains($0) })
    }
    page += breaks
    let line = Line(parsing: text, page: page, number: number)
    return isPlain ? line : checked(line)
  }

  private mutating func checked(_ line: Line) -> Line {
    let count = line.words.reduce(0) { $0 + $1.text.unicodeScalars.count { $0 == "\u{FFFD}" } }
    if count > 0, firstUnreadable == nil { firstUnreadable = Provenance(page: page, line: number) }
    unreadable += count
    return Invisible.removed(from: line)
  }
}

/// Signs without a picture: direction marks, zero-width spaces and a byte order mark inside a text. They would keep
/// a label or a word from being known, and can make a text look other than it is; the word's original keeps them.
enum Invisible {
  /// First bytes in UTF-8 of all these signs and of U+FFFD.
  static let leads: [UInt8] = [0xD8, 0xE2, 0xEF]

  private static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
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
