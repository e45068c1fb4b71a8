public import DocumentModel
internal import Imaging
internal import Intake
public import PageReading
internal import Structure

/// Says what files are and how well their pages were scanned, without recognising them.
public struct Inspector: Sendable {
  private let jobs: Int
  private let mostPixels: Int

  /// - Parameters:
  ///   - jobs: pages looked at at the same time.
  ///   - mostPixels: an image or a drawn page with more is refused.
  public init(jobs: Int, mostPixels: Int = ReadingSettings().mostPixels) {
    self.jobs = jobs
    self.mostPixels = mostPixels
  }

  /// Looks at every input; a bad one is reported and the rest go on.
  ///
  /// - Throws: a failure where a sheet is wanted: before anything is read where its path is that of an input, and at the end
  ///   where it cannot be written.
  public func inspect(
    _ paths: [String], sheet: ContactSheet? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(Failure) -> InspectionReport {
    let clock = ContinuousClock(), start = clock.now
    let found = InputFinder().search(paths), inputs = found.inputs
    try sheet?.refuseToReplace(inputs.flatMap(\.files))
    let pool = RecognitionPool(width: jobs)
    defer { pool.close() }
    let (inputsDone, pagesDone) = (Counter(), Counter())
    let look = Look(
      pool: pool, width: jobs, mostPixels: mostPixels, thumbnail: sheet == nil ? nil : ContactSheet.thumbnail)
    let looks = await mapped(inputs, width: jobs) { input in
      let seen = await look.inspect(input) {
        let pages = pagesDone.increment()
        progress(
          RunProgress(inputs: inputs.count, inputsDone: inputsDone.value, pagesDone: pages, current: input.name))
      }
      let done = inputsDone.increment()
      progress(
        RunProgress(inputs: inputs.count, inputsDone: done, pagesDone: pagesDone.value, current: input.name))
      return seen
    }
    let refused = found.rejections.map { InspectedInput(path: $0.path, failure: InputReport.Problem($0.failure)) }
    try sheet?.write(looks + refused.map { InputLook(input: $0) })
    return InspectionReport(
      inputs: looks.map(\.input) + refused, seconds: (clock.now - start).inSeconds,
      passedOver: found.passedOver.map(\.path),
      notices: Message.passedOver(found.passedOver))
  }
}

/// What was seen of one input.
struct InputLook: Sendable {
  var input: InspectedInput
  /// JPEGs by page number.
  var thumbnails: [Int: [UInt8]] = [:]

  /// Whether it is a text input, which has no pictures for a sheet.
  var isPlainText: Bool { input.failure == nil && input.kind == .text }
}

/// Looks at one input.
private struct Look: Sendable {
  let pool: RecognitionPool
  let width: Int
  let mostPixels: Int
  let thumbnail: PixelSize?

  func inspect(_ input: Input, onPage: @escaping @Sendable () -> Void) async -> InputLook {
    let result = await outcome { () throws(Failure) in
      let opened = try await InputReader(mostPixels: mostPixels).open(input)
      return opened.kind == .text ? text(opened, input) : try await pages(opened, input, onPage)
    }
    switch result {
    case .success(let look): return look
    case .failure(let failure):
      return InputLook(input: InspectedInput(path: input.path, failure: InputReport.Problem(failure)))
    }
  }

  private func text(_ opened: OpenedInput, _ input: Input) -> InputLook {
    let numbers = Set(opened.text.map(\.page)).sorted()
    let pages = numbers.map { number in
      let layer = InspectedTextLayer(plainText: opened.text.filter { $0.page == number })
      return InspectedPage(page: number, kind: .text, textLayer: layer)
    }
    return InputLook(input: InspectedInput(opened, path: input.path, kind: .text, pages: pages))
  }

  private func pages(
    _ opened: OpenedInput, _ input: Input, _ onPage: @escaping @Sendable () -> Void
  ) async throws(Failure) -> InputLook {
    let results = await mapped(opened.pages, width: width) { source in
      defer { onPage() }
      return await outcome { () throws(Failure) in try await look(at: source, of: input) }
    }
    let products = results.compactMap { try? $0.get() }, failures = results.compactMap(\.failure)
    if let first = failures.first, products.isEmpty { throw first }
    var seen = InputLook(
      input: InspectedInput(
        opened, path: input.path, kind: Self.kind(of: products.map(\.page)), pages: products.map(\.page)))
    for (source, result) in zip(opened.pages, results) {
      guard let failure = result.failure else { continue }
      seen.input.findings.append(Finding(.error, failure.message, at: Provenance(page: source.number)))
    }
    for product in products { seen.thumbnails[product.page.page] = product.thumbnail }
    return seen
  }

  private func look(at source: PageSource, of input: Input) async throws(Failure) -> PageInspector.Product {
    let encoded = try await source.glance(atMostDPI: PageImage.measuringDPI)
    let inspector = PageInspector(
      name: "\(input.path):\(source.number)", mostPixels: mostPixels, thumbnail: thumbnail)
    return try await pool.runWithoutEngine { () throws(Failure) in try inspector.inspect(source, encoded) }
  }

  private static func kind(of pages: [InspectedPage]) -> InspectedInput.Kind? {
    let kinds = Set(pages.map(\.kind))
    return kinds.count > 1 ? .mixed : kinds.first
  }
}

extension InspectedInput {
  fileprivate init(_ opened: OpenedInput, path: String, kind: Kind?, pages: [InspectedPage]) {
    self.path = path
    format = opened.format?.rawValue ?? "images"
    self.kind = kind
    sha256 = opened.sha256
    self.pages = pages
    let overlaid = opened.pages.map { source in
      var page = Page(number: source.number, origin: .scan, blocks: source.textLayer.map(Block.line))
      page.overlay = source.overlay
      return page
    }
    signatures = opened.signatures + SignatureLines.taken(from: overlaid).signatures
    findings = opened.findings
  }
}
