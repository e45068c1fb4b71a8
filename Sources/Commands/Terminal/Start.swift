internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Vietnamese

extension SohoaCommand {
  /// Does what the command line asks for, and ends the program with its exit code.
  ///
  /// In place of the parser's own `main`, which speaks English only and takes a mistyped command for a stray argument.
  public static func start() async -> Never {
    Stream.prepare()
    do {
      let arguments = inOrder(Array(CommandLine.arguments.dropFirst()))
      if let stray = strayCommand(in: arguments) { throw stray }
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      leave(0)
    } catch {
      end(with: error)
    }
  }

  /// `sohoa --language en tasks` is `sohoa tasks --language en`: only commands take options.
  static func inOrder(_ arguments: [String]) -> [String] {
    if let joined = arguments.first, joined.hasPrefix("--language="), Language.named(in: [joined]) != nil {
      return arguments.count == 1 ? ["--help"] : Array(arguments.dropFirst()) + [joined]
    }
    guard arguments.first == "--language" else { return arguments }
    // The language alone asks for the overview in it.
    if arguments.count == 2, Language.named(in: arguments) != nil { return ["--help"] }
    guard arguments.count > 2 else { return arguments }
    return Array(arguments.dropFirst(2) + arguments.prefix(2))
  }

  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error).rawValue
    let text = wording(of: fullMessage(for: error), isHelp: code == 0)
    if !text.isEmpty { code == 0 ? Console.print(text) : Console.note(text + "\n") }
    leave(code)
  }

  /// The one way out: `exit` runs no `deinit`, and an archive that is not closed is two files.
  static func leave(_ code: Int32) -> Never {
    Archive.closeAll()
    Foundation.exit(code)
  }

  /// Waits for somebody to ask the program to end, from the first archive on that a command opens; a command that ends
  /// by itself when it is asked does without. What was begun in an archive is undone.
  static let leavesWhenAsked = Interruption {
    // What takes longer to break off is broken off by the end of the process; SQLite then undoes it later.
    DispatchQueue.global().asyncAfter(deadline: .now() + 5) { Foundation.exit(Failure.Code.interrupted.rawValue) }
    Archive.closeAll(interrupting: true)
    Foundation.exit(Failure.Code.interrupted.rawValue)
  }

  /// Completion scripts and the dump of all words are for machines and stay as they are.
  private static func wording(of text: String, isHelp: Bool) -> String {
    guard Language.ofCommandLine == .vi else { return text }
    if !isHelp { return ParserWording.complaint(text) }
    return text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") ? ParserWording.help(text) : text
  }

  private static func names(of commands: [any ParsableCommand.Type]) -> [String] {
    commands.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
  }

  /// The error for a first word, or one after `help`, that is no command.
  static func strayCommand(in arguments: [String]) -> ValidationError? {
    var words = arguments[...], known: [any ParsableCommand.Type] = configuration.allCommands
    let asksForHelp = words.first == "help"
    if asksForHelp { words = words.dropFirst() }
    while let word = words.popFirst(), !word.hasPrefix("-"), !known.isEmpty {
      guard let command = known.first(where: { $0.configuration.commandName == word }) else {
        return ValidationError(Message.noSuchCommand(word, known: names(of: known)).text(in: .ofCommandLine))
      }
      known = asksForHelp || command.configuration.defaultSubcommand == nil ? command.configuration.allCommands : []
    }
    return nil
  }
}

extension CommandConfiguration {
  fileprivate var allCommands: [any ParsableCommand.Type] {
    ungroupedSubcommands + groupedSubcommands.flatMap { $0.subcommands }
  }
}

extension Message {
  static func noSuchCommand(_ word: String, known: [String]) -> Message {
    let near = known.compactMap { name in
      editDistance(Array(word.utf8), Array(name.utf8), atMost: 2).map { (name: name, distance: $0) }
    }
    let guess = near.min { $0.distance < $1.distance }?.name
    let all = known.joined(separator: ", ")
    return Message(
      "no-such-command",
      vi: "Không có lệnh “\(word)”. " + (guess.map { "Có phải ý là “\($0)”?" } ?? "Các lệnh: \(all)."),
      en: "There is no command “\(word)”. " + (guess.map { "Did you mean “\($0)”?" } ?? "The commands: \(all)."))
  }
}
