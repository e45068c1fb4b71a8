public import DocumentModel

/// Opens inputs: counts their pages and says how each is to be read.
public struct InputReader: Sendable {
  /// A page is drawn with this many pixels at most, and a larger picture on a page is refused.
  let mostPixels: Int

  public init(mostPixels: Int = 100_000_000) { self.mostPixels = mostPixels }

  /// Looks into an input without drawing a page: its digest, its pages, the lines of a text, the signature fields of a
  /// PDF.
  ///
  /// - Throws: `cannotOpenInput` where a file cannot be read; `badInput` where it is damaged, encrypted or without pages;
  ///   `missingTool` where one of poppler's programs is not installed. A page that is refused is no failure here: its
  ///   `image()` throws.
  public func open(_ input: Input) async throws(Failure) -> OpenedInput {
    let sha256 = try ContentHash.sha256(of: input.files)
    switch input.kind {
    case .text: return try text(input.path, sha256)
    case .images(let files): return try images(files, sha256)
    case .pdf: return try await pdf(input.path, sha256)
    }
  }

  private func text(_ path: String, _ sha256: String) throws(Failure) -> OpenedInput {
    var reader = try TextReader(path: path)
    var lines: [Line] = []
    var endsLine = false
    while let stretch = try reader.next() {
      let goesOn = !endsLine && !lines.isEmpty
      if goesOn, let part = stretch.lines.first { lines[lines.count - 1].append(part) }
      lines += stretch.lines.dropFirst(goesOn ? 1 : 0)
      endsLine = stretch.endsLine
    }
    // The text is its lines with line ends between them: after the last line end stands an empty one.
    if endsLine || lines.isEmpty {
      lines.append(Line(words: [], page: lines.last?.page ?? 1, number: lines.count + 1))
    }
    return OpenedInput(kind: .text, format: .text, sha256: sha256, text: lines, findings: reader.findings)
  }

  /// Bytes of a TIFF that are held while its pages are read, so that the file is read once. A larger one is read anew for
  /// each page, or in pieces: its pages are large as well.
  private static let mostHeld = 64 << 20

  private func images(_ files: [String], _ sha256: String) throws(Failure) -> OpenedInput {
    var pages: [PageSource] = []
    for file in files {
      guard FileKind(startingWith: try ReadOnlyFile.start(of: file)) == .tiff else {
        pages.append(PageSource(number: pages.count + 1, place: .file(file)))
        continue
      }
      let bytes = try ReadOnlyFile.size(of: file) > Self.mostHeld ? nil : try ReadOnlyFile.contents(of: file)
      let frames =
        if let bytes { TIFFDirectory.pages(of: bytes) } else { TIFFDirectory.pages(of: try ReadOnlyFile.mapped(file)) }
      // Among other pages a damaged one is a missing page; alone it is a bad input.
      guard let frames = frames ?? (files.count > 1 ? [0] : nil) else { throw Failure(.badInput, .damagedTIFF(file)) }
      for frame in frames {
        pages.append(PageSource(number: pages.count + 1, place: .frame(frame, of: file, bytes: bytes)))
      }
    }
    let format = files.count == 1 ? FileKind(startingWith: try ReadOnlyFile.start(of: files[0])) : nil
    return OpenedInput(kind: .scan, format: format, sha256: sha256, pages: pages)
  }

  private func pdf(_ path: String, _ sha256: String) async throws(Failure) -> OpenedInput {
    let file = try await PDFFile.open(path)
    let layers = try await LayerReader.lines(of: path)
    let signatures = try await SignatureFields.read(from: path)
    let pages = file.pages.enumerated().map { index, facts in
      page(index + 1, of: path, facts, layer: layers?[index + 1] ?? [])
    }
    let isBorn = pages.allSatisfy { !$0.textLayer.isEmpty && !$0.isScan }
    let missing = [layers == nil ? "pdftotext" : nil, signatures == nil ? "pdfsig" : nil].compactMap { $0 }
    return OpenedInput(
      kind: isBorn ? .bornDigital : .scan, format: .pdf, sha256: sha256, pages: pages, signatures: signatures ?? [],
      findings: file.findings + missing.map { Finding(.warning, .notLearnt($0, of: path)) })
  }

  private func page(_ number: Int, of path: String, _ facts: PDFPageFacts, layer: [Line]) -> PageSource {
    let report = TextLayerReport(layer, writer: facts.writer)
    let verdict = report.verdict
    if let image = facts.largerPicture(than: mostPixels) {
      let message = Message.pictureTooLarge(path, page: number, width: image.width, height: image.height)
      return PageSource(number: number, place: .refused(Failure(.badInput, message)))
    }
    // An image taken from the page lacks the text that was typed over it, so it is taken only where there is no text.
    if verdict == .absent, let image = facts.wholeImage {
      let dpi = facts.dpiOnPaper ?? image.xDPI
      return PageSource(number: number, place: .embedded(path, dpi: dpi), bits: image.bits)
    }
    let dpi = facts.drawingDPI(mostPixels: mostPixels)
    let drawing = Drawing(
      dpi: dpi, dpiOnPaper: facts.dpiOnPaper ?? dpi, annotations: facts.composition.annotations,
      isGrey: facts.isLarge(at: dpi))
    return PageSource(
      number: number, place: .drawn(path, drawing), layer: report,
      textLayer: verdict == .trusted ? LayerReader.scaled(layer, toDPI: dpi) : [],
      overlay: verdict == .overlay ? LayerReader.scaled(layer, toDPI: dpi) : [], isScan: facts.isScan,
      pictures: facts.pictures, bits: facts.largestImage?.bits,
      unseen: verdict == .trusted && facts.isNothingButText && facts.composition.isWordsAlone
        ? (facts.size(at: dpi), dpi) : nil)
  }
}
