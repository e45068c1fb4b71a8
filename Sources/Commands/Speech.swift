public import ArgumentParser
public import DocumentModel

extension Language: ExpressibleByArgument {
  /// The language that help is printed in: help is made before the options are read, so the words are looked at.
  static let ofCommandLine: Language = {
    let words = CommandLine.arguments
    if words.contains("--language=en") { return .en }
    let follows = zip(words, words.dropFirst()).contains { $0 == "--language" && $1 == "en" }
    return follows ? .en : .vi
  }()
}

/// Help text in the language of the command line.
func help(vi: String, en: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: say(vi: vi, en: en))
}

/// A text in the language of the command line.
func say(vi: String, en: String) -> String {
  Language.ofCommandLine == .vi ? vi : en
}

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: help(vi: "Ngôn ngữ của thông báo và báo cáo: vi hoặc en.", en: "Language of messages and reports: vi or en."))
  var language: Language = .vi

  @Option(
    help: ArgumentHelp(
      say(vi: "Thư mục mô hình và từ điển.", en: "Folder of the model and the dictionaries."),
      valueName: say(vi: "thư-mục", en: "folder")))
  var models: String?
}
