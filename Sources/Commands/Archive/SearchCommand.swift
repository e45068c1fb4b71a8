public import Archive
public import ArgumentParser
internal import DocumentModel

/// `sohoa search`: words in documents, tasks and pages.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: say(vi: "Tìm trong văn bản, nhiệm vụ và trang.", en: "Search documents, tasks and pages."),
    discussion: say(
      vi: """
        Gõ có dấu thì tìm đúng dấu, gõ không dấu thì tìm mọi dấu: “duong” ra đường và dương, “đường” không ra dương. \
        Từ trong ngoặc kép phải đứng liền nhau; dấu * ở cuối từ để tìm theo đầu từ.

        Ví dụ:
          sohoa search số hóa tài liệu
          sohoa search '"chuyển đổi số"' --type KH --from 01/01/2025
          sohoa search 02-KH/BCĐTW --in document --json
        """,
      en: """
        A word typed with marks is matched with its marks, one without under any: “duong” finds đường and dương, “đường” \
        does not find dương. Words in quotation marks stand together; a star at the end of a word matches its beginning.

        Examples:
          sohoa search số hóa tài liệu
          sohoa search '"chuyển đổi số"' --type KH --from 2025-01-01
          sohoa search 02-KH/BCĐTW --in document --json
        """))

  @Argument(help: help(vi: "Từ cần tìm.", en: "Words to look for.", value: .words))
  var words: [String]

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: help(vi: "Nơi tìm: document, task, page.", en: "Where to look: document, task, page.", value: .place))
  var kinds: [SearchQuery.Kind] = SearchQuery.Kind.allCases

  @OptionGroup var filter: FilterOptions

  @Option(help: help(vi: "Số kết quả mỗi loại.", en: "Results of each kind.", value: .number))
  var limit = 10

  @Option(help: help(vi: "Bỏ qua số kết quả đầu.", en: "Results to skip.", value: .number))
  var offset = 0

  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let results = try options.open().search(
        SearchQuery(
          words: words.joined(separator: " "), kinds: kinds, filter: filter.filter, limit: max(0, limit),
          offset: max(0, offset)))
      try options.print(results) { show(results) }
    }
  }

  private func show(_ results: SearchResults) {
    for count in results.counts {
      let found = results.hits.filter { $0.kind == count.kind }
      let number = count.isExact ? "\(count.count)" : options.text("hơn \(count.count)", "over \(count.count)")
      Console.print("\(title(of: count.kind)): \(number)")
      found.forEach(show)
    }
    if results.hits.isEmpty, offset == 0 {
      Console.print(
        options.text(
          "Không tìm thấy. Thử bớt từ, hoặc gõ không dấu để tìm mọi dấu.",
          "Nothing was found. Try fewer words, or words without marks, which match any."))
    }
  }

  private func show(_ hit: SearchHit) {
    let document = hit.document
    let head = [
      document?.symbol, hit.kind == .task ? hit.number.map { options.text("nhiệm vụ \($0)", "task \($0)") } : nil,
      options.day(document?.date), document?.issuer, hit.page.map { options.text("trang \($0)", "page \($0)") },
      hit.path,
    ]
    // By its number, `tasks update` and the review pages go on with it.
    let line: String = head.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    let id = (hit.taskID ?? document?.id).map { "[\($0)] " } ?? ""
    Console.print("  \(id)\(line)")
    Console.print("      " + hit.snippet.pieces.map { $0.isHit ? Console.emphasised($0.text) : $0.text }.joined())
  }

  private func title(of kind: SearchQuery.Kind) -> String {
    switch kind {
    case .document: options.text("Văn bản", "Documents")
    case .task: options.text("Nhiệm vụ", "Tasks")
    case .page: options.text("Trang", "Pages")
    }
  }
}

extension SearchQuery.Kind: ExpressibleByArgument {}
