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
          sohoa lineage 05/KH-UBND --up
          sohoa lineage 02-KH/BCĐTW --open
        """,
      en: """
        A document stands under the one that it cites, with the place; tasks that answer tasks above are matched by wording.

        Examples:
          sohoa lineage 02-KH/BCĐTW
          sohoa lineage 05/KH-UBND --up
          sohoa lineage 02-KH/BCĐTW --open
        """))

  @Argument(help: help(vi: "Số ký hiệu văn bản.", en: "Symbol of the document.", value: .symbol))
  var symbol: String
  @Option(help: help(vi: "Số tầng tối đa.", en: "Most levels.", value: .number))
  var depth = 6
  @Flag(help: help(vi: "Ngược lên: những văn bản mà văn bản này căn cứ.", en: "Upwards: what this document goes by."))
  var up = false
  @Flag(
    help: help(
      vi: "Còn thiếu gì: cơ quan chưa ban hành văn bản triển khai, nhiệm vụ chưa có ở cấp dưới.",
      en: "What is missing: bodies that have issued nothing under it, tasks that nobody below has."))
  var open = false
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if up, open {
      throw ValidationError(say(vi: "Chỉ chọn một trong --up, --open.", en: "Choose one of --up and --open."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      if open { return try showOpen(in: archive) }
      let root =
        up
        ? try archive.mandates(of: symbol, depth: max(0, depth)) : try archive.lineage(of: symbol, depth: max(0, depth))
      let files = options.json ? [:] : try archive.files(ofDocuments: nameless(in: root))
      try options.print(root) {
        show(root, files, indent: "", isLast: true, isRoot: true)
        if root.children.isEmpty, depth > 0 { Console.print(nothing) }
      }
    }
  }

  private var nothing: String {
    up
      ? options.text(
        "Không đọc được văn bản nào mà văn bản này dẫn chiếu.", "No document that this one cites was read.")
      : options.text(
        "Chưa có văn bản nào trong kho dẫn chiếu văn bản này.", "No document of the archive cites this one.")
  }

  @inline(never)
  private func showOpen(in archive: Archive) throws {
    let found = try archive.openMandate(of: symbol, today: try Now.day())
    try options.print(found) {
      Console.print(
        options.text(
          "Chưa thấy văn bản triển khai của \(found.silent.count) cơ quan:",
          "No document under it was seen from \(found.silent.count) bodies:"))
      for body in found.silent {
        Console.print(
          "  \(body.name) · "
            + options.text(
              "chủ trì \(body.leads), phối hợp \(body.helps)", "leads \(body.leads), helps with \(body.helps)"))
      }
      if !found.collective.isEmpty {
        Console.print(
          options.text("Tên gọi chung, không đối chiếu được: ", "Names for many, which cannot be told: ")
            + found.collective.joined(separator: "; "))
      }
      Console.print(
        options.text(
          "Nhiệm vụ chưa có nhiệm vụ tương ứng ở cấp dưới: \(found.unanswered.count)",
          "Tasks that no task below answers: \(found.unanswered.count)"))
      for task in found.unanswered {
        Console.print(
          "  [\(task.id)] \(task.number) \((task.title.isEmpty ? task.content : task.title).shortened(to: 70))"
            + (task.lead.isEmpty ? "" : " · " + task.lead.joined(separator: "; ").shortened(to: 40)))
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
