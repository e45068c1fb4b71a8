import ArgumentParser
import DocumentModel
import Foundation
import Restoration

/// Learns from texts which words stand between which.
struct LexiconContextsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn-contexts",
    abstract: say(
      vi: "Học từ văn bản: giữa những từ nào thì đứng từ nào.", en: "Learn from texts which words stand between which."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa lexicon learn-contexts --model vi.model luat.txt --output contexts.model",
      en: "Example:\n  sohoa lexicon learn-contexts --model vi.model law.txt --output contexts.model"))

  @Argument(help: help(vi: "Văn bản, mỗi dòng một đoạn.", en: "Texts, a paragraph a line.", value: .file))
  var texts: [String]
  @Option(
    help: help(
      vi: "Mô hình ngôn ngữ có danh sách từ.", en: "The language model whose words are numbered.", value: .file))
  var model: String
  @Option(
    help: help(
      vi: "Cụm gặp ít hơn số lần này thì bỏ.", en: "Neighbours seen less often are left out.", value: .number))
  var least: UInt8 = 3
  @Option(help: help(vi: "Số lượt học.", en: "How often the texts are gone over.", value: .number))
  var passes = 1
  @Option(help: help(vi: "Số ô của bảng, mỗi ô 16 byte.", en: "Buckets of the table, 16 bytes each.", value: .number))
  var buckets = 1_150_000
  @Option(help: help(vi: "Nơi ghi mô hình.", en: "Where to write the model.", value: .file))
  var output: String

  func run() throws {
    var settings = ContextTrainer.Settings()
    (settings.least, settings.passes, settings.buckets) = (least, passes, buckets)
    var trainer = try ContextTrainer(languageModel: model, settings: settings)
    for path in texts { try trainer.add(contentsOf: path) }
    let bytes = trainer.train { pass, share in Console.print("pass \(pass)\tright \(share)") }
    try Data(bytes).write(to: URL(fileURLWithPath: output))
  }
}
