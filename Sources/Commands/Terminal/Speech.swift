public import ArgumentParser
public import DocumentModel
internal import Foundation

extension Language: ExpressibleByArgument {
  /// The language of help and of complaints about the command line.
  ///
  /// It is the only value that all commands share without being given it: the parser asks for help texts through static
  /// properties, before it has read an option. It depends on the words of the process alone and never changes; what a
  /// command prints while it runs is in the language of its own options.
  static let ofCommandLine: Language = named(in: CommandLine.arguments) ?? usual

  /// The language that `--language xx` or `--language=xx` names; nil where neither stands there or the word is none.
  static func named(in words: [String]) -> Language? {
    let next = zip(words, words.dropFirst()).first { $0.0 == "--language" }?.1
    let joined = words.first { $0.hasPrefix("--language=") }.map { String($0.dropFirst("--language=".count)) }
    return (next ?? joined).flatMap(Language.init)
  }

  /// Where `--language` is not given: the variable `SOHOA_LANGUAGE`, else Vietnamese.
  static let usual = ProcessInfo.processInfo.environment["SOHOA_LANGUAGE"].flatMap(Language.init) ?? .vi
}

/// Help text in the language of the command line, and what stands for the value in `--option <value>`.
func help(vi: String, en: String, value: ValueName? = nil) -> ArgumentHelp {
  ArgumentHelp(say(vi: vi, en: en), valueName: value?.text)
}

/// A text in the language of the command line.
func say(vi: String, en: String) -> String {
  Language.ofCommandLine == .vi ? vi : en
}

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: help(
      vi: "Ngôn ngữ của thông báo và báo cáo: vi hoặc en.", en: "Language of messages and reports: vi or en.",
      value: .language))
  var language: Language = .usual

  @Option(
    help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the model and the dictionaries.", value: .folder))
  var models: String?
}
