public import ArgumentParser
public import DocumentModel
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

  func run() throws { try reportingFailures(in: language) { try restore() } }

  private func restore() throws {
    let path = try RestorationModel.locate(explicit: models, executable: "/proc/self/exe")
    let settings = RestorationSettings(noise: noise, tone: tone, terms: try dictionary.flatMap(UserDictionary.terms))
    let restorer = Restorer(model: try RestorationModel(contentsOf: path), settings: settings)
    var input = try TextInput(path: file)
    while let (lines, endsLine) = input.next() {
      if explain {
        for explanation in restorer.explain(lines) { try write(explanation) }
      } else if json {
        for line in restorer.restore(lines) { try write(line) }
      } else {
        let text = restorer.restore(lines).map(\.text).joined(separator: "\n")
        FileHandle.standardOutput.write(Data((text + (endsLine ? "\n" : "")).utf8))
      }
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

extension Language: ExpressibleByArgument {}

/// A file of local names and terms, one a line; what follows a tab or `#` is a remark.
enum UserDictionary {
  static func terms(_ path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.cannotOpenInput, .cannotReadText(path))
    }
    let text = String(decoding: data, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { row in
      let term = row.prefix { $0 != "\t" && $0 != "#" }.trimmingCharacters(in: .whitespaces)
      return term.isEmpty ? nil : term
    }
  }
}
