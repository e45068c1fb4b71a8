import ArgumentParser
import DocumentModel
import Testing

@testable import Commands

/// The parser's own sentences, made by a command of every kind of option, against the list that translates them.
@Suite struct ParserWordingTests {
  private enum Colour: String, CaseIterable, ExpressibleByArgument { case red, green, blue }
  private enum Side: String, CaseIterable, ExpressibleByArgument { case left, right }
  private enum Sign: String, CaseIterable, ExpressibleByArgument { case a, b, c, d, e, f, g, h }

  private enum Mode: String, EnumerableFlag { case fast, slow }

  private struct Paint: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "paint", abstract: "Paints.")
    @Argument(help: "What is painted.") var thing: String
    @Option(help: "Its colour as it is.") var colour: Colour = .red
    @Option(help: "Its side.") var side: Side?
    @Option(help: "Its sign.") var sign: Sign?
    @Option(name: .shortAndLong, help: "How often.") var count: Int?
    @Flag(name: .short, help: "Loud.") var loud = false
    @Flag(exclusivity: .exclusive, help: "How.") var mode: Mode = .fast
    @Flag(help: "Twice.") var twice = false
  }

  private struct Choose: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "choose", abstract: "Chooses.")
    @Flag(help: "How.") var mode: Mode
    @Option(help: "Where.") var place: String
  }

  private struct Many: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "many", abstract: "Has many options.")
    @Flag var a = false
    @Flag var b = false
    @Flag var c = false
    @Flag var d = false
    @Flag var e = false
    @Flag var f = false
    @Flag var g = false
    @Flag var h = false
    @Flag var i = false
    @Flag var j = false
    @Flag var k = false
    @Flag var l = false
    @Flag var m = false
  }

  private struct Group: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "group", abstract: "Groups.", subcommands: [Choose.self, Paint.self], defaultSubcommand: Choose.self)
  }

  private struct Toy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "toy", abstract: "A toy.", version: "1", subcommands: [Group.self],
      groupedSubcommands: [CommandGroup(name: "Art", subcommands: [Paint.self, Choose.self])])
  }

  private static let helps = [
    Toy.helpMessage(columns: 60), Toy.helpMessage(for: Group.self, columns: 100),
    Toy.helpMessage(for: Paint.self, columns: 60), Toy.helpMessage(for: Paint.self, columns: 80),
    Toy.helpMessage(for: Paint.self, columns: 120),
    Many.helpMessage(), said(by: ["help", "help"]), said(by: ["help", "--help"]),
  ]

  private static let complaints = [
    ["paint", "x", "--colur", "red"], ["paint", "x", "--unknown"], ["paint", "x", "--colour"], ["paint"], ["choose"],
    ["choose", "--place", "x"], ["paint", "x", "y"], ["paint", "x", "y", "z"], ["paint", "x", "--twice=3"],
    ["paint", "x", "--colour", "pink"], ["paint", "x", "--side", "up"], ["paint", "x", "--sign", "z"],
    ["paint", "x", "--count", "many"], ["paint", "x", "--fast", "--slow"], ["paint", "x", "-"], ["paint", "x", "-=3"],
    ["paint", "x", "---"], ["nothing"],
    ["paint", "x", "-lc"],
  ].map(said)

  private static func said(by arguments: [String]) -> String {
    do {
      var command = try Toy.parseAsRoot(arguments)
      try command.run()
      return ""
    } catch {
      return Toy.fullMessage(for: error)
    }
  }

  @Test(arguments: ParserWording.known) func theParserStillSaysIt(_ sentence: String) {
    #expect((Self.helps + Self.complaints).contains { $0.contains(sentence) }, "“\(sentence)” is said no more")
  }

  /// What is left when everything that the toy itself says is taken away.
  @Test func noSentenceOfTheParserStaysEnglish() {
    let texts = Self.helps.map(ParserWording.help) + Self.complaints.map(ParserWording.complaint)
    for text in texts {
      for word in [
        "Error", "Usage", "USAGE", "Help:", "Missing", "Unknown", "nexpected", "invalid", "provide", "See '",
      ] {
        #expect(!text.contains(word), "\(text)")
      }
    }
  }

  @Test(arguments: [
    (["sohoa", "tasks", "--language", "en"], Language.en), (["sohoa", "--language=vi"], .vi),
    (["sohoa", "--language", "fr"], nil), (["sohoa", "--language"], nil), (["sohoa"], nil),
  ])
  func theLanguageIsReadFromTheWords(_ words: [String], _ language: Language?) {
    #expect(Language.named(in: words) == language)
  }

  @Test(arguments: [("proces", "process"), ("taks", "tasks"), ("nonsense", nil), ("tasks", "tasks")])
  func aMistypedCommandIsGuessed(_ word: String, _ guess: String?) {
    let message = Message.noSuchCommand(word, known: ["process", "tasks", "search"])
    #expect(message.en.contains("Did you mean") == (guess != nil))
    if let guess { #expect(message.en.contains("“\(guess)”?")) }
  }
}
