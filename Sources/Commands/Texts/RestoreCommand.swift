public import ArgumentParser
internal import DocumentModel
internal import Export
import Foundation
internal import Intake
public import Restoration

extension Noise: ExpressibleByArgument {}
extension RestorationSettings.TonePlacement: ExpressibleByArgument {}

/// `sohoa restore`: restores a text line for line, as a Unix filter.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: say(
      vi: "Khôi phục dấu và chữ của văn bản tiếng Việt, từng dòng một.",
      en: "Restore the marks and letters of Vietnamese text, line for line."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa restore ocr.txt > da-khoi-phuc.txt
          pdftotext ban-quet.pdf - | sohoa restore --dictionary ten-rieng.txt
          sohoa restore --explain ocr.txt | less
        """,
      en: """
        Examples:
          sohoa restore ocr.txt > restored.txt
          pdftotext scan.pdf - | sohoa restore --dictionary names.txt
          sohoa restore --explain ocr.txt | less
        """))

  @Argument(
    help: help(
      vi: "Tệp văn bản; “-” hoặc bỏ trống là đầu vào chuẩn.", en: "A text file; “-” or nothing is standard input.",
      value: .file))
  var file = "-"

  @Option(help: help(vi: "Loại hư hỏng của văn bản.", en: "What became of the text.", value: .kind))
  var noise: Noise = .automatic

  @Option(
    help: help(
      vi: "Vị trí dấu thanh của oa, oe, uy: như văn bản, old (hóa), new (hoá).",
      en: "Place of the tone mark in oa, oe, uy: as the document has it, old (hóa), new (hoá).", value: .kind))
  var tone: RestorationSettings.TonePlacement = .document

  @Option(
    help: help(
      vi: "Tệp từ riêng của địa phương, mỗi dòng một từ hoặc tên.", en: "A file of local names and terms, one a line.",
      value: .file))
  var dictionary: [String] = []

  @Flag(
    help: help(
      vi: "Cho biết các cách đọc của từng từ và vì sao chọn.", en: "Show the readings of every word and why one won."))
  var explain = false

  @Flag(
    help: help(
      vi: "In JSON: từng dòng với từ, nguyên gốc, độ tin cậy.",
      en: "Print JSON: each line with its words, their originals and confidences."))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingFailure(in: common.language) { try restore() }
  }

  private func restore() throws {
    let path = try RestorationModel.locate(explicit: common.models, executable: "/proc/self/exe")
    let settings = RestorationSettings(noise: noise, tone: tone, terms: try dictionary.flatMap(UserDictionary.terms))
    let restorer = Restorer(model: try RestorationModel(contentsOf: path), settings: settings)
    if file != "-" { try InputFinder.refuseUnlessText(file) }
    var input = file == "-" ? TextReader.standardInput : try TextReader(path: file)
    while let stretch = try input.next() {
      if explain {
        for explanation in restorer.explain(stretch.lines) { try write(explanation) }
      } else if json {
        for line in restorer.restore(stretch.lines) { Console.write(try JSONExport.line(of: line)) }
      } else {
        let text = restorer.restore(stretch.lines).map(\.text).joined(separator: input.lineEnd)
        Console.write(Array((text + (stretch.endsLine ? input.lineEnd : "")).utf8))
      }
    }
    for finding in input.findings { Console.remark(finding.message, in: common.language) }
  }

  private func write(_ explanation: Explanation) throws {
    if json { return Console.write(try JSONExport.line(of: explanation)) }
    let readings = explanation.readings.map { reading in
      "\(reading.text) [\(rounded(reading.channel)); +\(rounded(reading.behind))]"
    }
    let row = [String(explanation.line), explanation.seen, explanation.text, readings.joined(separator: ", ")]
    Console.print(row.joined(separator: "\t"))
  }

  private func rounded(_ value: Double) -> String { String((value * 10).rounded() / 10) }
}

/// A file of local names and terms, one a line; what follows a tab or `#` is a remark.
enum UserDictionary {
  static func terms(_ path: String) throws -> [String] {
    var reader = try TextReader(path: path)
    var rows: [String] = []
    while let stretch = try reader.next() { rows += stretch.lines.map(\.text) }
    return rows.compactMap { row in
      let term = row.prefix { $0 != "\t" && $0 != "#" }.trimmingCharacters(in: .whitespaces)
      return term.isEmpty ? nil : term
    }
  }
}
