import ArgumentParser
import DocumentModel
import Foundation
import Restoration

/// Builds what restoration knows from texts and pairs.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: say(
      vi: "Dựng mô hình ngôn ngữ và bảng nhầm lẫn cho việc phục hồi chữ.",
      en: "Build the language model and the confusion tables of restoration."),
    discussion: say(
      vi:
        "Dành cho người phát triển (dictionaries/README.md). Ví dụ:\n  sohoa lexicon build --open luat.txt --output vi.model",
      en: "For developers (dictionaries/README.md). Example:\n  sohoa lexicon build --open law.txt --output vi.model"),
    subcommands: [
      LexiconCheckCommand.self, LexiconBuildCommand.self, LexiconLearnCommand.self, LexiconContextsCommand.self,
    ])
}

/// Counts named corpora into the model file.
struct LexiconBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: say(vi: "Đếm các kho văn bản và ghi tệp mô hình.", en: "Count corpora and write the model file."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa lexicon build --open luat.txt --output vi.model",
      en: "Example:\n  sohoa lexicon build --open law.txt --output vi.model"))

  @Option(
    name: .customLong("open"),
    help: help(
      vi: "Văn bản tự do (luật), mỗi dòng một đoạn.", en: "Free texts (law), a paragraph a line.", value: .file))
  var openCorpora: [String] = []
  @Option(
    name: .customLong("closed"),
    help: help(
      vi: "Văn bản chỉ để đếm: chỉ giữ cụm từ gặp từ 3 lần.",
      en: "Texts for counting only: of them, word groups seen 3 times or more are kept.", value: .file))
  var closedCorpora: [String] = []
  @Option(
    help: help(
      vi: "Danh mục địa danh (TSV: code, name, type, …).", en: "Gazetteer (TSV: code, name, type, …).", value: .file))
  var gazetteer: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: help(
      vi: "Ngưỡng tỉa cho cụm 2, 3, 4 từ (nat).", en: "Pruning thresholds for groups of 2, 3 and 4 words (nats).",
      value: .number))
  var thresholds: [Float] = [2, 8, 12]
  @Option(
    help: help(
      vi: "Cứ bao nhiêu khối 500 dòng thì chừa một khối để đo; 0 là không chừa.",
      en: "Of how many blocks of 500 lines one is held out for measuring; 0 for none.", value: .number))
  var holdOutEvery = 40
  @Option(help: help(vi: "Nơi ghi mô hình.", en: "Where to write the model.", value: .file))
  var output: String
  @Option(
    help: help(
      vi: "Nơi ghi các nhóm chữ của số hiệu văn bản (TSV).",
      en: "Where to write the letter groups of document symbols (TSV).", value: .file))
  var symbols: String?

  func run() throws {
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
    Console.print("tokens \(product.tokens)\nwords \(product.words)\nngrams \(product.ngrams)")
    Console.print("bytes \(product.model.count)")
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
