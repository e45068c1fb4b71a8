internal import DocumentModel
internal import Intake
internal import PageReading
internal import Structure

/// Takes one input through all stages.
struct InputProcessor: Sendable {
  let stages: InputStages
  let pool: RecognitionPool
  let reading: ReadingSettings
  /// The most pages that are ever read at the same time; the gate lets in as many as are allowed now.
  let width: Int
  var gate: PageGate
  var times = StageTimes()
  /// What people decided about pages, by their file's SHA-256.
  let decisions: [String: PageDecisions]

  init(
    stages: InputStages, pool: RecognitionPool, reading: ReadingSettings, width: Int, gate: PageGate? = nil,
    decisions: [String: PageDecisions] = [:]
  ) {
    self.decisions = decisions
    self.stages = stages
    self.pool = pool
    self.reading = reading
    self.width = width
    self.gate = gate ?? PageGate(width: width)
  }

  struct Product: Sendable {
    var record: InputRecord
    var transcript: Transcript
    var trees: [DocumentTree]
    /// All that is printed, with the lines of signing services, which the transcript is without.
    var pages: [Page]
    /// Where the pages' images come from; empty for a text input.
    var sources: [PageSource]
    /// Pages whose reading an earlier run had kept.
    var keptPages: Int
  }

  /// What happens on the way.
  struct Events: Sendable {
    var onOpen: @Sendable (_ pages: Int) -> Void = { _ in }
    var onPage: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    /// A stage that takes the input as a whole has ended.
    var onStage: @Sendable () -> Void = {}
  }

  /// Takes an input through all stages. Once its hash is known, `checkpoints` is asked where its artefacts are kept; where
  /// it answers nil, nothing is kept.
  ///
  /// - Throws: a failure where the input cannot be opened, is not the one that was planned, or has no page that can be read.
  func process(
    _ input: Input, events: Events = Events(), checkpoints: (_ sha256: String) -> InputCheckpoints? = { _ in nil }
  ) async throws(Failure) -> Product {
    let start = ContinuousClock.now
    let opened = try await InputReader(mostPixels: reading.mostPixels).open(input)
    times.add(ContinuousClock.now - start, to: "open")
    if let planned = input.sha256, planned != opened.sha256 {
      throw Failure(.badInput, .changedSincePlanned(input.path))
    }
    events.onOpen(opened.pages.count)
    let decided = decisions[opened.sha256] ?? PageDecisions()
    // A text input has no artefacts: to read it again takes less time than to look for them. Those of an input with a page
    // that a person turned would stay when the turn is taken back.
    let kept = opened.kind == .text || !decided.turns.isEmpty ? nil : checkpoints(opened.sha256)
    var findings = opened.findings
    let read = try await PageCollector(processor: self, events: events, checkpoints: kept, turns: decided.turns)
      .pages(of: opened, named: input.path, findings: &findings)
    events.onStage()
    let restored = try restored(read.pages, isComplete: read.isComplete, kept)
    events.onStage()
    let (unsigned, signatures) = stages.structure.signaturesTaken(from: restored)
    let transcript = Transcript(of: unsigned)
    let witnesses = HeadWitnesses(
      fileName: input.path.split(separator: "/").last.map(String.init), signatures: opened.signatures + signatures)
    let trees = times.measure(StructureStage.name) {
      stages.structure.run(transcript.pages, witnesses: witnesses, decided: decided.begins)
    }
    let documents = times.measure(TaskStage.name) { stages.tasks.run(trees) }
    events.onStage()
    let source = SourceSummary(
      path: input.path, sha256: opened.sha256, kind: opened.kind, of: transcript.pages)
    return Product(
      record: InputRecord(
        source: source, documents: documents, signatures: opened.signatures + signatures, findings: findings),
      transcript: transcript, trees: trees, pages: restored, sources: opened.pages, keptPages: read.kept)
  }

  /// The pages with their words restored. An input with a page that could not be read is not kept, since the page may be
  /// read the next time.
  private func restored(
    _ pages: [Page], isComplete: Bool, _ checkpoints: InputCheckpoints?
  ) throws(Failure) -> [Page] {
    if isComplete, let kept = checkpoints?.restored(), kept.count == pages.count { return kept }
    let restored = times.measure(RestorationStage.name) { stages.restoration.run(pages) }
    if isComplete { try checkpoints?.keep(restored: restored) }
    return restored
  }
}

extension SourceSummary {
  /// What is told of a file by its pages.
  init(path: String, sha256: String, kind: Kind, of pages: [Page]) {
    self.init(
      path: path, sha256: sha256, kind: kind, pages: pages.count,
      doubtfulWords: pages.flatMap(\.lines).reduce(0) { $0 + $1.words.count(where: \.isDoubtful) },
      pageImages: pages.compactMap(PageImageSummary.init))
  }
}
