import Foundation
import Vietnamese

/// The texts that are measured with, made of what the repository holds.
struct Texts {
  let folder: String
  /// True Vietnamese.
  let plain: String
  /// As an English model read scans.
  let garbled: String

  /// Reads a file of true Vietnamese, or the corpus's own text where none is named.
  init(repository: String, plain: String?, folder: String) throws {
    self.folder = folder
    let gold = try Self.files(in: repository + "/corpus/gold", ending: ".txt")
    self.plain = try plain.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? gold.joined(separator: "\n")
    // 002 was read well; the others are what an English model made of their pages.
    garbled = try Self.files(in: repository + "/seeds", ending: ".txt", without: "002").joined(separator: "\n")
  }

  var stripped: String { folded(plain) }

  private static func files(in folder: String, ending: String, without: String = "-") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(ending) && !$0.hasPrefix(without) }
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
  }

  /// Writes a text again and again until the file has so many bytes; gives its path.
  func write(_ text: String, bytes: Int, as name: String) throws -> String {
    let path = folder + "/" + name
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw ChildProcess.Trouble(description: "cannot write \(path)")
    }
    defer { try? file.close() }
    let once = Data((text + "\n").utf8)
    for _ in 0..<max(1, bytes / once.count) { try file.write(contentsOf: once) }
    return path
  }

  static func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
}
