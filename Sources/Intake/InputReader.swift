public import DocumentModel

/// Opens inputs: counts their pages and says how each is to be read.
public struct InputReader: Sendable {
  public init() {}

  public func open(_ input: Input) async throws(Failure) -> OpenedInput {
    let sha256 = try ContentHash.sha256(of: input.files)
    switch input.kind {
    case .text: return try text(input.path, sha256)
    case .images(let files): return try images(files, sha256)
    case .pdf: return try await pdf(input.path, sha256)
    }
  }

  private func text(_ path: String, _ sha256: String) throws(Failure) -> OpenedInput {
    let decoded = DecodedText(try ReadOnlyFile.contents(of: path))
    var lines: [Line] = []
    var page = 1
    // By bytes: to Swift "\r\n" is one character, which a line feed would not part.
    for bytes in decoded.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      page += bytes.count { $0 == 0x0C }
      lines.append(Line(parsing: String(Substring(bytes)), page: page, number: lines.count + 1))
    }
    let findings =
      decoded.replacements > 0 ? [Finding(.warning, .invalidUTF8(count: decoded.replacements))] : []
    return OpenedInput(kind: .text, sha256: sha256, pages: [], text: lines, findings: findings)
  }

  private func images(_ files: [String], _ sha256: String) throws(Failure) -> OpenedInput {
    var pages: [PageSource] = []
    for file in files {
      guard FileKind(startingWith: try ReadOnlyFile.start(of: file)) == .tiff else {
        pages.append(PageSource(number: pages.count + 1, place: .file(file), textLayer: nil))
        continue
      }
      let bytes = try ReadOnlyFile.contents(of: file)
      let count = TIFFDirectory.pageCount(of: bytes)
      // Among other pages a damaged one is a missing page; alone it is a bad input.
      guard let count = count ?? (files.count > 1 ? 1 : nil) else { throw Failure(.badInput, .damagedTIFF(file)) }
      for frame in 0..<count {
        pages.append(PageSource(number: pages.count + 1, place: .frame(bytes: bytes, frame), textLayer: nil))
      }
    }
    return OpenedInput(kind: .scan, sha256: sha256, pages: pages, text: [], findings: [])
  }

  private func pdf(_ path: String, _ sha256: String) async throws(Failure) -> OpenedInput {
    let file = try await PDFFile.open(path)
    var pages: [PageSource] = []
    for (index, facts) in file.pages.enumerated() {
      let number = index + 1
      // The text layer over a scan is another program's reading, or a signing service's overlay.
      let layer = facts.isScan ? nil : try await TextLayer.lines(of: path, page: number, dpi: facts.drawingDPI)
      pages.append(PageSource(number: number, place: .pdf(path, dpi: facts.drawingDPI), textLayer: layer))
    }
    let isBorn = pages.contains { $0.textLayer != nil } && pages.allSatisfy { $0.textLayer != nil }
    return OpenedInput(
      kind: isBorn ? .bornDigital : .scan, sha256: sha256, pages: pages, text: [], findings: [])
  }
}
