import DocumentModel
import Foundation
import Vietnamese

/// A text read in stretches of lines, so that a stream of any length takes the memory of one stretch.
struct TextInput {
  /// A stretch ends at an empty line after this many bytes, and at any line after four times as many.
  private static let stretch = 1 << 18

  private let file: FileHandle
  private var rest = Data()
  private var isAtEnd = false
  private var number = 0

  /// Opens a file; `-` is standard input.
  init(path: String) throws(Failure) {
    if path == "-" {
      file = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      file = opened
    } else {
      throw Failure(.cannotOpenInput, .cannotReadText(path))
    }
  }

  /// The next lines and whether a line end follows the last; nil at the end.
  mutating func next() -> (lines: [Line], endsLine: Bool)? {
    var searched = 0
    while !isAtEnd {
      if let end = cut(from: searched) { return take(end) }
      searched = max(0, rest.count - 1)
      let more = (try? file.read(upToCount: 1 << 18)) ?? nil
      if let more, !more.isEmpty { rest.append(more) } else { isAtEnd = true }
    }
    if rest.isEmpty { return nil }
    return take(rest.count)
  }

  /// Where the stretch can end, if enough has been read. What was searched before is not searched again.
  private func cut(from searched: Int) -> Int? {
    guard rest.count >= Self.stretch else { return nil }
    let from = max(searched, Self.stretch) - 1
    if let gap = rest[from...].firstRange(of: Data([0x0A, 0x0A])) { return gap.upperBound }
    guard rest.count >= Self.stretch * 4 else { return nil }
    return rest[from...].firstIndex(of: 0x0A).map { $0 + 1 }
  }

  private mutating func take(_ end: Int) -> (lines: [Line], endsLine: Bool) {
    var rows = rest.prefix(end).split(separator: 0x0A, omittingEmptySubsequences: false)
    rest = Data(rest.dropFirst(end))
    let endsLine = rows.count > 1 && rows.last?.isEmpty == true
    if endsLine { rows.removeLast() }
    let lines = rows.map { row in
      number += 1
      return Line(parsing: Self.text(row), number: number)
    }
    return (lines, endsLine)
  }

  /// UTF-8; a row that is not is taken byte for byte as Western European, which is how the encodings from before Unicode
  /// are recognised and how no byte is lost.
  private static func text(_ row: Data) -> String {
    String(validating: row, as: UTF8.self) ?? String(String.UnicodeScalarView(row.map { Unicode.Scalar($0) }))
  }
}

extension Message {
  static func cannotReadText(_ path: String) -> Message {
    Message(
      "cannot-read-text", vi: "Không đọc được tệp “\(path)”. Kiểm tra đường dẫn và quyền đọc.",
      en: "Cannot read the file “\(path)”. Check the path and that you may read it.")
  }
}
