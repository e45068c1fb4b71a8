internal import DocumentModel
internal import Intake
internal import PageReading

/// Collects the pages of an input: those that an earlier run kept are taken as they are, the others are recognised side by
/// side.
struct PageCollector: Sendable {
  let processor: InputProcessor
  let events: InputProcessor.Events
  let checkpoints: InputCheckpoints?
  /// Degrees clockwise that stand a page upright, by its number, where a person has said so.
  var turns: [Int: Int] = [:]

  struct Result {
    var pages: [Page]
    /// Pages that an earlier run had kept.
    var kept = 0
    /// No page failed.
    var isComplete = true
  }

  func pages(
    of opened: OpenedInput, named name: String, findings: inout [Finding]
  ) async throws(Failure) -> Result {
    if opened.kind == .text { return Result(pages: Self.textPages(opened.text)) }
    let known = checkpoints?.recognised() ?? [:]
    let results = await recognised(opened.pages, known: known, named: name)
    if let notice = processor.pool.takeNotice() { findings.append(Finding(.warning, notice)) }
    let failures = results.compactMap(\.failure)
    // Neither is the page's fault: the record would be without pages that another run can read.
    if let grave = failures.first(where: { $0.code == .interrupted || $0.code == .cannotWriteOutput }) { throw grave }
    if let first = failures.first, failures.count == results.count { throw first }
    let pages = zip(opened.pages, results).map { source, result in
      switch result {
      case .success(let page): return page
      case .failure(let failure):
        findings.append(Finding(.error, failure.message, at: Provenance(page: source.number)))
        return Page(number: source.number, origin: .scan, blocks: [])
      }
    }
    for page in pages where page.isUnread {
      findings.append(Finding(.error, .pageUnreadable(page.number), at: Provenance(page: page.number)))
    }
    if failures.isEmpty, known.count < pages.count { try checkpoints?.keep(allRecognised: pages) }
    return Result(pages: pages, kept: known.count, isComplete: failures.isEmpty)
  }

  private func recognised(
    _ sources: [PageSource], known: [Int: Page], named name: String
  ) async -> [Swift.Result<Page, Failure>] {
    let stage = RecognitionStage(
      pool: processor.pool, settings: processor.reading, layout: processor.stages.structure.layout,
      pen: processor.stages.pen, judge: processor.stages.restoration.cost(ofReading:), name: name)
    let counter = Counter()
    return await mapped(sources, width: processor.width) { source in
      defer { events.onPage(counter.increment(), sources.count) }
      if let page = known[source.number] { return .success(page) }
      guard await processor.gate.enter() else { return .failure(Failure(.interrupted, .stopped(name))) }
      defer { processor.gate.leave() }
      let start = ContinuousClock.now
      defer { processor.times.add(ContinuousClock.now - start, to: RecognitionStage.name) }
      return await outcome { () throws(Failure) in
        let page = try await stage.run(source, turned: turns[source.number])
        // One page alone is kept as the whole at once.
        if sources.count > 1 { try checkpoints?.keep(recognised: page) }
        return page
      }
    }
  }

  private static func textPages(_ lines: [Line]) -> [Page] {
    var pages: [Page] = []
    for line in lines {
      if pages.last?.number != line.page { pages.append(Page(number: line.page, origin: .text, blocks: [])) }
      pages[pages.count - 1].blocks.append(.line(line))
    }
    return pages
  }
}

extension Message {
  static let pageUnreadableCode = "page-unreadable"

  static func pageUnreadable(_ page: Int) -> Message {
    Message(
      pageUnreadableCode,
      vi: "Trang \(page) có chữ nhưng không đọc được chữ nào chắc chắn. Xem lại ảnh trang; quét lại ở 300 dpi nếu mờ.",
      en:
        "Page \(page) has print, but no word of it could be read with certainty. Look at it; if it is faint, scan it again at 300 dpi."
    )
  }

  static func stopped(_ path: String) -> Message {
    Message(
      "stopped", vi: "Đã dừng giữa chừng “\(path)”; các trang đã đọc được giữ lại.",
      en: "“\(path)” was stopped half-way; the pages that were read are kept.")
  }
}
