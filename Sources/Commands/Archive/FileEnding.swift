internal import ArgumentParser
internal import Foundation

/// What a file's name says that it is to hold.
enum FileEnding {
  /// Without its dot, in small letters; empty for none.
  static func of(_ path: String) -> String { URL(fileURLWithPath: path).pathExtension.lowercased() }

  /// Throws where the name promises what is not written: a table in a file called `.docx` opens nowhere.
  static func require(_ endings: [String], of path: String) throws(ValidationError) {
    if endings.contains(of(path)) { return }
    let all = endings.map { "." + $0 }.joined(separator: ", ")
    throw ValidationError(
      say(
        vi: "Tên tệp ra “\(path)” phải có đuôi \(all).",
        en: "The name of the file to write, “\(path)”, must end in \(all)."))
  }
}
