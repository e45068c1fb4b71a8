public import DocumentModel
internal import Foundation
internal import Vietnamese

/// A text as lines, whatever its encoding. It is read in stretches, so that a stream of any length takes the memory of
/// one stretch. A line of megabytes is handed over in parts, between words.
public struct TextReader {
  /// Lines that follow each other.
  public struct Stretch: Sendable {
    public var lines: [Line]
    /// Whether a line end follows the last line. Where none follows, the next stretch goes on with the same line, or the
    /// text ends.
    public var endsLine: Bool
  }

  /// A stretch ends at an empty line after this many bytes, at any line after four times as many, and at any space after
  /// eight times as many.
  static let length = 1 << 18

  /// As messages name the text.
  private let path: String
  private let source: (Int) throws(Failure) -> [UInt8]
  private var decoder = TextDecoder()
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var isFirst = true
  /// Whether the last stretch ended inside a line.
  private var isInLine = false
  private var maker = LineMaker()

  /// Opens a file for reading only.
  ///
  /// - Throws: `cannotOpenInput` where there is no such file or it may not be read.
  public init(path: String) throws(Failure) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw Failure(.cannotOpenInput, exists ? .cannotReadFile(path, "permission denied") : .noSuchFile(path))
    }
    self.init(file, path)
  }

  /// What is sent to the program, up to its end.
  public static var standardInput: TextReader { TextReader(.standardInput, "-") }

  private init(_ file: FileHandle, _ path: String) {
    self.init(path) { (count) throws(Failure) in
      do {
        return [UInt8](try file.read(upToCount: count) ?? Data())
      } catch {
        throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
      }
    }
  }

  /// `source` returns the next bytes, at most as many as it is asked for, and none at the end.
  init(_ path: String = "-", reading source: @escaping (Int) throws(Failure) -> [UInt8]) {
    (self.path, self.source) = (path, source)
  }

  /// The line end that the text uses.
  public var lineEnd: String { decoder.lineEnd == 0x0D ? "\r" : "\n" }

  /// What was odd about the text so far.
  public var findings: [Finding] {
    var findings: [Finding] = []
    for encoding in decoder.legacyEncodings { findings.append(Finding(.note, .legacyEncoding(encoding))) }
    if let place = maker.firstUnreadable {
      findings.append(
        Finding(.warning, .unreadableText(count: maker.unreadable, line: place.line ?? 1), at: place))
    }
    return findings
  }

  /// The next lines; nil at the end.
  ///
  /// - Throws: `cannotOpenInput` where reading fails midway; `badInput` where the text is in an encoding that is not known,
  ///   so that only signs would come out that nobody can read.
  public mutating func next() throws(Failure) -> Stretch? {
    var searched = 0
    while !isAtEnd {
      if let end = cut(from: searched) { return try take(end) }
      searched = max(0, rest.count - 1)
      try fill()
    }
    if isFirst { look() }
    return rest.isEmpty ? nil : try take(rest.count)
  }

  private mutating func fill() throws(Failure) {
    var more: [UInt8] = []
    // A mark has three bytes; a slow stream may give fewer at first.
    repeat {
      let bytes = try source(Self.length)
      more += bytes
      isAtEnd = bytes.isEmpty
    } while !isAtEnd && more.count < 4
    rest += decoder.unmarked(more, isLast: isAtEnd)
  }

  private mutating func look() {
    if isFirst { decoder.look(at: rest[...]) }
    isFirst = false
  }

  /// Where the stretch can end, if enough has been read. What was searched before is not searched again.
  private mutating func cut(from searched: Int) -> Int? {
    guard rest.count >= Self.length else { return nil }
    if isFirst { look() }
    let mark = decoder.lineEnd
    let start = max(searched, Self.length) - 1
    let gap = rest[start...].indices.dropLast().first { rest[$0] == mark && rest[$0 + 1] == mark }
    if let gap { return gap + 2 }
    guard rest.count >= Self.length * 4 else { return nil }
    if let end = rest[start...].firstIndex(of: mark) { return end + 1 }
    guard rest.count >= Self.length * 8 else { return nil }
    return rest.lastIndex(of: 0x20).map { $0 + 1 }
  }

  private mutating func take(_ end: Int) throws(Failure) -> Stretch {
    look()
    // By bytes: to Swift "\r\n" is one character, which a line feed would not part.
    var rows = rest[..<end].split(separator: decoder.lineEnd, omittingEmptySubsequences: false)
    let endsLine = rows.count > 1 && rows.last?.isEmpty == true
    if endsLine { rows.removeLast() }
    let texts = decoder.texts(of: rows)
    if decoder.isUnreadable { throw Failure(.badInput, .unknownEncoding(path)) }
    let lines = texts.enumerated().map { index, text in maker.line(text, goesOn: isInLine && index == 0) }
    isInLine = !endsLine
    rest.removeFirst(end)
    return Stretch(lines: lines, endsLine: endsLine)
  }
}
