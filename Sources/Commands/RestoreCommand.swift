public import ArgumentParser
internal import DocumentModel
import Foundation
public import Restoration

extension Noise: ExpressibleByArgument {}
extension RestorationSettings.TonePlacement: ExpressibleByArgument {}

/// Restores a text line for line, as a Unix filter.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Phục hồi dấu và chữ của văn bản tiếng Việt, từng dòng một (restore Vietnamese text, line for line).")

  @Argument(help: "Tệp văn bản; “-” hoặc bỏ trống là đầu vào chuẩn.")
  var file = "-"
  @Option(help: "Loại nhiễu: automatic, stripped, english, vietnamese, clean.")
  var noise: Noise = .automatic
  @Option(help: "Vị trí dấu thanh của oa, oe, uy: document, old (hóa), new (hoá).")
  var tone: RestorationSettings.TonePlacement = .document
  @Option(help: "Tệp từ riêng của địa phương, mỗi dòng một từ hoặc tên.")
  var dictionary: [String] = []
  @Option(help: "Thư mục chứa mô hình.")
  var models: String?
  @Option(help: "Ngôn ngữ của thông báo: vi, en.")
  var language: Language = .vi
  @Flag(help: "Cho biết các cách đọc của từng từ và vì sao chọn.")
  var explain = false
  @Flag(help: "Xuất JSON: từng dòng với từ, nguyên gốc, độ tin cậy.")
  var json = false

  func run() throws {
    do {
      try restore()
    } catch let failure as Failure {
      FileHandle.standardError.write(Data((failure.message.text(in: language) + "\n").utf8))
      throw ExitCode(failure.code.rawValue)
    }
  }

  private func restore() throws {
    let path = try RestorationModel.locate(explicit: models, executable: "/proc/self/exe")
    let settings = RestorationSettings(noise: noise, tone: tone, terms: try dictionary.flatMap(UserDictionary.terms))
    let restorer = Restorer(model: try RestorationModel(contentsOf: path), settings: settings)
    let input = TextInput(try TextInput.read(file))
    if explain {
      for explanation in restorer.explain(input.lines) { try write(explanation) }
      return
    }
    let restored = restorer.restore(input.lines)
    if json {
      for line in restored { try write(line) }
    } else {
      FileHandle.standardOutput.write(Data(input.text(of: restored).utf8))
    }
  }

  private func write(_ explanation: Explanation) throws {
    if json { return try write(explanation as any Encodable) }
    let readings = explanation.readings.map { reading in
      "\(reading.text) [\(rounded(reading.channel)); +\(rounded(reading.behind))]"
    }
    let row = [String(explanation.line), explanation.seen, explanation.text, readings.joined(separator: ", ")]
    FileHandle.standardOutput.write(Data((row.joined(separator: "\t") + "\n").utf8))
  }

  private func rounded(_ value: Double) -> String { String((value * 10).rounded() / 10) }

  private func write(_ value: any Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
  }
}

/// A text as lines that give the same bytes again.
struct TextInput {
  let lines: [Line]

  init(_ data: Data) {
    let rows = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines = rows.enumerated().map { number, row in
      Line(parsing: String(decoding: row, as: UTF8.self), number: number + 1)
    }
  }

  static func read(_ path: String) throws -> Data {
    if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.cannotOpenInput, .cannotReadText(path))
    }
    return data
  }

  func text(of lines: [Line]) -> String { lines.map(\.text).joined(separator: "\n") }
}

/// A file of local names and terms, one a line; what follows a tab or `#` is a remark.
enum UserDictionary {
  static func terms(_ path: String) throws -> [String] {
    let text = String(decoding: try TextInput.read(path), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { row in
      let term = row.prefix { $0 != "\t" && $0 != "#" }.trimmingCharacters(in: .whitespaces)
      return term.isEmpty ? nil : term
    }
  }
}

extension Message {
  static func cannotReadText(_ path: String) -> Message {
    Message("cannot-read-text", vi: "Không đọc được tệp “\(path)”.", en: "Cannot read the file “\(path)”.")
  }
}
