import DocumentModel
import Foundation
import SampleDocuments

/// What a program of Poppler or qpdf prints.
func output(of tool: String, _ arguments: [String]) throws -> [UInt8] {
  let process = Process(), pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [tool] + arguments
  process.standardOutput = pipe
  process.standardError = Pipe()
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return [UInt8](data)
}

/// A word as `pdftotext -bbox` finds it, in points of the page as shown.
struct FoundWord {
  var text: String
  var left, top, right, bottom: Double

  static func all(in path: String) throws -> [FoundWord] {
    let text = String(decoding: try output(of: "pdftotext", ["-bbox", path, "-"]), as: UTF8.self)
    let pattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/
    return text.matches(of: pattern).map {
      FoundWord(
        text: String($0.5), left: Double($0.1) ?? 0, top: Double($0.2) ?? 0, right: Double($0.3) ?? 0,
        bottom: Double($0.4) ?? 0)
    }
  }
}

/// Pages of a few lines, as a recognised page has them.
enum Sheet {
  static let lines = [["ỦY", "BAN", "NHÂN", "DÂN"], ["Căn", "cứ", "Nghị", "định", "số", "69/2024/NĐ-CP"], ["hết."]]

  /// 600 × 800 pixels at 100 dpi once upright.
  static func page(rotation: Int = 0, skew: Double = 0) -> Page {
    let lines = lines.enumerated().map { row, words in
      Line(
        words: words.enumerated().map { column, text in
          Word(text: text, box: PixelBox(x: 60 + 85 * column, y: 100 + 200 * row, width: 70, height: 30))
        })
    }
    var page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 600, height: 800), dpi: 100, rotation: rotation,
      blocks: lines.map { .line($0) })
    page.skew = skew
    return page
  }
}

func bytes(at path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

/// What a program of Poppler or qpdf complains about.
func errors(of tool: String, _ arguments: [String]) throws -> String {
  let line = ([tool] + arguments).map { "'\($0)'" }.joined(separator: " ")
  return String(decoding: try output(of: "sh", ["-c", line + " 2>&1 >/dev/null"]), as: UTF8.self)
}
