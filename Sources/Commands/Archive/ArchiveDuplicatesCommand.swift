internal import Archive
internal import ArgumentParser
internal import DocumentModel

/// `sohoa archive duplicates`: documents that may be one paper.
struct ArchiveDuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: say(
      vi: "Văn bản nghi là quét trùng; hỏi, không tự gộp.", en: "Documents that may be one paper; asked, never merged."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa archive duplicates\n  sohoa archive duplicates --decide 3 --as same --by \"Nguyễn Văn A\"",
      en: "Examples:\n  sohoa archive duplicates\n  sohoa archive duplicates --decide 3 --as same --by \"Nguyễn Văn A\""
    ))

  @Option(help: help(vi: "Mã câu hỏi cần quyết định.", en: "The question to decide.", value: .id))
  var decide: Int64?
  @Option(
    name: .customLong("as"),
    help: help(vi: "Quyết định: same hoặc different.", en: "The decision: same or different.", value: .decision))
  var decision: LikenessDecision?
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if (decide == nil) != (decision == nil) {
      throw ValidationError(say(vi: "--decide và --as đi cùng nhau.", en: "--decide and --as go together."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      if let decide, let decision {
        try archive.decide(likeness: decide, decision.status, who: person.who, at: Now.moment)
      }
      let open = try archive.likenesses()
      try options.print(open) { show(open) }
    }
  }

  private func show(_ likenesses: [Likeness]) {
    for likeness in likenesses {
      Console.print("\(likeness.id)  \(Int((likeness.similarity * 100).rounded()))%")
      Console.print("    " + line(likeness.document, likeness.file))
      Console.print("    " + line(likeness.other, likeness.otherFile))
    }
    Console.print(
      options.text(
        "\(likenesses.count) cặp nghi trùng chưa quyết định.", "\(likenesses.count) pairs that nobody has decided on."))
  }

  private func line(_ document: DocumentSummary?, _ file: String) -> String {
    [document?.symbol, options.day(document?.date), document?.subject?.shortened(to: 60), file].compactMap { $0 }
      .joined(separator: " · ")
  }
}

/// What a person can say of two documents.
enum LikenessDecision: String, ExpressibleByArgument, CaseIterable {
  case same, different

  var status: Likeness.Status { self == .same ? .same : .different }
}
