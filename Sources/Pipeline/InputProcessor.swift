internal import DocumentModel
internal import Intake
internal import Structure

/// Takes one input through all stages.
struct InputProcessor: Sendable {
  let pool: RecognitionPool
  let reading: ReadingSettings
  let restoration: RestorationStage
  let structure: StructureStage
  let tasks: TaskStage
  /// Pages of one input that are under way at the same time.
  let width: Int

  struct Product: Sendable {
    var record: InputRecord
    var transcript: Transcript
    var trees: [DocumentTree]
    /// All that is printed, signing services' lines too, which the transcript is without.
    var pages: [Page]
    /// Where the pages' images come from; empty for a text input.
    var sources: [PageSource]
  }

  func process(
    _ input: Input, onPage: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
  ) async throws(Failure) -> Product {
    let opened = try await InputReader(mostPixels: reading.mostPixels).open(input)
    var findings = opened.findings
    let read = try await pages(of: opened, named: input.path, findings: &findings, onPage: onPage)
    let restored = restoration.run(read)
    let (unsigned, signatures) = SignatureLines.taken(from: restored)
    let transcript = Transcript(of: unsigned)
    let trees = structure.run(transcript.pages)
    let documents = tasks.run(trees)
    let pages = transcript.pages
    let source = SourceSummary(
      path: input.path, sha256: opened.sha256, kind: opened.kind, pages: pages.count,
      doubtfulWords: pages.flatMap(\.lines).reduce(0) { $0 + $1.words.count(where: \.isDoubtful) },
      pageImages: pages.compactMap(PageImageSummary.init))
    return Product(
      record: InputRecord(
        source: source, documents: documents, signatures: opened.signatures + signatures, findings: findings),
      transcript: transcript, trees: trees, pages: restored, sources: opened.pages)
  }

  private func pages(
    of opened: OpenedInput, named name: String, findings: inout [Finding],
    onPage: @escaping @Sendable (Int, Int) -> Void
  ) async throws(Failure) -> [Page] {
    if opened.kind == .text { return textPages(opened.text) }
    let stage = RecognitionStage(
      pool: pool, settings: reading, rereader: LineRereader(judge: restoration.cost(ofReading:)), name: name)
    let counter = Counter()
    let results = await mapped(opened.pages, width: width) { source in
      defer { onPage(counter.increment(), opened.pages.count) }
      return await outcome { () throws(Failure) in try await stage.run(source) }
    }
    let failures = results.compactMap(\.failure)
    if let first = failures.first, failures.count == results.count { throw first }
    return zip(opened.pages, results).map { source, result in
      switch result {
      case .success(let page): return page
      case .failure(let failure):
        findings.append(Finding(.error, failure.message, at: Provenance(page: source.number)))
        return Page(number: source.number, origin: .scan, blocks: [])
      }
    }
  }

  private func textPages(_ lines: [Line]) -> [Page] {
    var pages: [Page] = []
    for line in lines {
      if pages.last?.number != line.page { pages.append(Page(number: line.page, origin: .text, blocks: [])) }
      pages[pages.count - 1].blocks.append(.line(line))
    }
    return pages
  }
}
