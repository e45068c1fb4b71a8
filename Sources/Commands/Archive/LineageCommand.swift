internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export

/// `sohoa lineage`: who carries out whose plan.
struct LineageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: say(vi: "Cây văn bản triển khai một kế hoạch.", en: "The tree of documents that carry out a plan."),
    discussion: say(
      vi: """
        Mỗi văn bản đứng dưới văn bản mà nó dẫn chiếu, kèm chỗ dẫn; nhiệm vụ trả lời nhiệm vụ cấp trên được ghép theo lời văn.

        Ví dụ:
          sohoa lineage 02-KH/BCĐTW
          sohoa lineage 05/KH-UBND --json
        """,
      en: """
        A document stands under the one that it cites, with the place; tasks that answer tasks above are matched by wording.

        Examples:
          sohoa lineage 02-KH/BCĐTW
          sohoa lineage 05/KH-UBND --json
        """))

  @Argument(help: help(vi: "Số ký hiệu văn bản.", en: "Symbol of the document.", value: .symbol))
  var symbol: String
  @Option(help: help(vi: "Số tầng tối đa.", en: "Most levels.", value: .number))
  var depth = 6
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let root = try archive.lineage(of: symbol, depth: max(0, depth))
      let files = options.json ? [:] : try archive.files(ofDocuments: nameless(in: root))
      try options.print(root) {
        show(root, files, indent: "", isLast: true, isRoot: true)
        if root.children.isEmpty, depth > 0 {
          Console.print(
            options.text(
              "Chưa có văn bản nào trong kho dẫn chiếu văn bản này.", "No document of the archive cites this one."))
        }
      }
    }
  }

  private func nameless(in node: LineageNode) -> [Int64] {
    let own = node.document.flatMap { $0.symbol == nil ? $0.id : nil }
    return [own].compactMap(\.self) + node.children.flatMap(nameless)
  }

  /// Its symbol, or the file of a document that has none or none that could be read.
  private func name(of node: LineageNode, _ files: [Int64: String]) -> String {
    node.document.flatMap { files[$0.id] } ?? node.symbol
  }

  private func show(_ node: LineageNode, _ files: [Int64: String], indent: String, isLast: Bool, isRoot: Bool = false) {
    let branch = isRoot ? "" : indent + (isLast ? "└─ " : "├─ ")
    let below = isRoot ? "" : indent + (isLast ? "   " : "│  ")
    let document = node.document
    let head = [
      name(of: node, files), options.day(document?.date), document?.issuer, document?.subject?.shortened(to: 70),
      document == nil ? options.text("(không có trong kho)", "(not in the archive)") : nil,
    ]
    Console.print(branch + head.compactMap { $0 }.joined(separator: " · "))
    let mark = below + (node.children.isEmpty ? "     " : "│    ")
    if let evidence = node.evidence {
      let why = evidence.kind == .subject ? options.text("trích yếu", "subject") : options.text("dẫn chiếu", "cites")
      Console.print(
        mark + "\(why): \(evidence.text.shortened(to: 80)) (\(options.text("trang", "page")) \(evidence.page))")
    }
    for answer in node.answers {
      let percent = Int((answer.similarity * 100).rounded())
      Console.print(
        mark + "\(answer.number) ← \(answer.aboveNumber) (\(percent)%): \(answer.content.shortened(to: 70))")
    }
    for (index, child) in node.children.enumerated() {
      show(child, files, indent: below, isLast: index == node.children.count - 1)
    }
  }
}
