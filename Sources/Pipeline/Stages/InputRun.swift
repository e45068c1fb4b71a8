internal import Archive
internal import Checkpoints
internal import DocumentModel
internal import Intake
internal import PageReading

/// Takes one input through all stages and writes its files.
struct InputRun: Sendable {
  let settings: RunSettings
  let stages: InputStages
  let pool: RecognitionPool
  let gate: PageGate
  /// Where artefacts are kept, and what they are known by; nil where they are not kept.
  var checkpoints: (store: CheckpointStore, keys: StageKeys)?
  /// What people decided about pages, by their file's SHA-256.
  var decisions: [String: PageDecisions] = [:]

  /// Never fails: what went wrong is in the report.
  func process(_ input: Input, events: InputProcessor.Events) async -> FinishedInput {
    let clock = ContinuousClock(), start = clock.now
    let processor = InputProcessor(
      stages: stages, pool: pool, reading: settings.reading, width: settings.jobs, gate: gate, decisions: decisions)
    let result = await outcome { () throws(Failure) in
      try await made(from: input, by: processor, events: events)
    }
    let seconds = (clock.now - start).inSeconds
    switch result {
    case .success(var finished):
      finished.report.seconds = seconds
      finished.stages = processor.times.all
      return finished
    case .failure(let failure):
      let report = InputReport(path: input.path, name: input.name, failure: failure, seconds: seconds)
      return FinishedInput(report: report, stages: processor.times.all)
    }
  }

  private func made(
    from input: Input, by processor: InputProcessor, events: InputProcessor.Events
  ) async throws(Failure) -> FinishedInput {
    let product = try await processor.process(input, events: events) { sha256 in
      checkpoints.map {
        InputCheckpoints(
          store: $0.store, recognition: $0.keys.recognition, restoration: $0.keys.restoration, input: sha256)
      }
    }
    let writer = OutputWriter(
      directory: settings.output, formats: OutputFormat.all.filter(settings.formats.contains),
      settings: OutputSettings(
        language: settings.language, mostPixels: settings.reading.mostPixels, isStrictPDFA: settings.isStrictPDFA))
    let start = ContinuousClock.now
    let written = try await writer.write(product, of: input)
    processor.times.add(ContinuousClock.now - start, to: OutputWriter.name)
    return FinishedInput(
      report: InputReport(written, seconds: 0), sha256: written.record.source.sha256, files: written.files.map(\.name),
      keptPages: product.keptPages,
      kept: settings.archive == nil ? nil : KeptInput(record: written.record, pages: product.transcript.pages))
  }
}

/// What was made of an input, as a worker reports it.
struct FinishedInput: Codable, Sendable {
  var report: InputReport
  var sha256: String?
  /// Names of what was written into the input's folder.
  var files: [String] = []
  /// Seconds by stage.
  var stages: [String: Double] = [:]
  var keptPages = 0
  /// What the archive is to keep, which the worker does not write; nil where the run has no archive.
  var kept: KeptInput?
}
