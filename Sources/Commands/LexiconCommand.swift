import ArgumentParser
import DocumentModel
import Foundation
import Restoration

/// Builds what restoration knows from texts and pairs.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Dựng mô hình ngôn ngữ và bảng nhầm lẫn cho việc phục hồi chữ.",
    subcommands: [LexiconBuildCommand.self, LexiconLearnCommand.self])
}

/// Counts named corpora into the model file.
struct LexiconBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Đếm các kho văn bản và ghi tệp mô hình.")

  @Option(name: .customLong("open"), help: "Văn bản tự do (luật), mỗi dòng một đoạn.")
  var openCorpora: [String] = []
  @Option(name: .customLong("closed"), help: "Văn bản chỉ để đếm: chỉ giữ cụm từ gặp từ 3 lần.")
  var closedCorpora: [String] = []
  @Option(help: "Danh mục địa danh (TSV: code, name, type, …).")
  var gazetteer: [String] = []
  @Option(parsing: .upToNextOption, help: "Ngưỡng tỉa cho cụm 2, 3, 4 từ (nat).")
  var thresholds: [Float] = [2, 8, 12]
  @Option(help: "Cứ bao nhiêu khối 500 dòng thì chừa một khối để đo; 0 là không chừa.")
  var holdOutEvery = 40
  @Option(help: "Nơi ghi mô hình.")
  var output: String
  @Option(help: "Nơi ghi các nhóm chữ của số hiệu văn bản (TSV).")
  var symbols: String?

  @Option(help: "Ngôn ngữ của thông báo: vi, en.")
  var language: Language = .vi

  func run() throws { try reportingFailures(in: language) { try work() } }

  private func work() throws {
    var settings = ModelBuilder.Settings()
    settings.thresholds = thresholds
    settings.heldOut.every = holdOutEvery
    var builder = ModelBuilder(settings: settings)
    for path in openCorpora { try builder.add(.init(path: path, isOpen: true)) }
    for path in closedCorpora { try builder.add(.init(path: path, isOpen: false)) }
    for path in gazetteer { builder.add(names: try GazetteerFile.names(path), times: 3) }
    let product = builder.build()
    try Data(product.model).write(to: URL(fileURLWithPath: output))
    if let symbols {
      let rows = product.symbolParts.map { "\($0.part)\t\($0.count)\n" }
      try Data(("part\tcount\n" + rows.joined()).utf8).write(to: URL(fileURLWithPath: symbols))
    }
    print("tokens \(product.tokens)\nwords \(product.words)\nngrams \(product.ngrams)\nbytes \(product.model.count)")
  }
}

/// A list of places as sentences that a document could hold.
enum GazetteerFile {
  static func names(_ path: String) throws -> [String] {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = rows.first, let name = header.firstIndex(of: "name"), let type = header.firstIndex(of: "type"),
      let province = header.firstIndex(of: "province")
    else { return [] }
    return rows.dropFirst().flatMap { fields -> [String] in
      guard fields.count == header.count, !fields[name].isEmpty else { return [] }
      let within = fields[province].isEmpty ? "" : ", tỉnh \(fields[province])"
      return ["tại \(fields[type].lowercased()) \(fields[name])\(within)", fields[name]]
    }
  }
}
