public import ArgumentParser
public import DocumentModel
internal import Foundation

extension Language: ExpressibleByArgument {
  /// The language that help is printed in: help is made before the options are read, so the words are looked at.
  static let ofCommandLine: Language = {
    let words = CommandLine.arguments
    let named = zip(words, words.dropFirst()).first { $0.0 == "--language" }?.1
    let joined = words.first { $0.hasPrefix("--language=") }.map { String($0.dropFirst("--language=".count)) }
    return (named ?? joined).flatMap(Language.init) ?? usual
  }()

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
    help: ArgumentHelp(
      say(vi: "Thư mục mô hình và từ điển.", en: "Folder of the model and the dictionaries."),
      valueName: say(vi: "thư-mục", en: "folder")))
  var models: String?
}
