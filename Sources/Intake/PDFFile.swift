internal import DocumentModel

/// What `pdfinfo` and `pdfimages` say of a PDF.
struct PDFFile: Sendable {
  var path: String
  var pages: [PDFPageFacts]
  /// What it carries besides its pages, and what could not be learnt of them.
  var findings: [Finding] = []

  static func open(_ path: String) async throws(Failure) -> PDFFile {
    let info = try await PopplerTool(name: "pdfinfo").run(["-f", "1", "-l", "100000", path], on: path)
    if info.errors.contains("Incorrect password") { throw Failure(.badInput, .encryptedPDF(path)) }
    if info.wasEnded { throw Failure(.badInput, .tooCostly("pdfinfo", path)) }
    if info.errors.contains("Wrong page range") { throw Failure(.badInput, .noPages(path)) }
    guard info.succeeded else { throw Failure(.badInput, .damagedPDF(path, firstLine(of: info.errors))) }
    // Poppler mends a file that was cut short without a word about the pages that are missing, so it is refused.
    if !info.errors.isEmpty, try !endsProperly(path) {
      throw Failure(.badInput, .damagedPDF(path, firstLine(of: info.errors)))
    }
    var pages = sizes(in: info.text)
    if pages.isEmpty { throw Failure(.badInput, .noPages(path)) }
    let contents = PDFContents.read(path)
    if contents.isDynamicForm { throw Failure(.badInput, .dynamicForm(path)) }
    var findings = contents.attachments.isEmpty ? [] : [Finding(.warning, .attachments(contents.attachments))]
    let images = try await PopplerTool(name: "pdfimages").run(["-list", path], on: path)
    addImages(listed: images.text, to: &pages)
    // A page of unknown pictures is taken for a scan: its words are not believed without a look at it.
    if !images.succeeded { findings.append(Finding(.warning, .notLearnt("pdfimages", of: path))) }
    for index in pages.indices {
      pages[index].arePicturesKnown = images.succeeded
      if contents.pages.count == pages.count { pages[index].composition = contents.pages[index] }
    }
    return PDFFile(path: path, pages: pages, findings: findings)
  }

  private static func endsProperly(_ path: String) throws(Failure) -> Bool {
    String(decoding: try ReadOnlyFile.end(of: path, count: 2048), as: UTF8.self).contains("%%EOF")
  }

  private static func firstLine(of errors: String) -> String {
    errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? "?"
  }

  /// Lines such as `Page    1 size:  595.32 x 841.92 pts (A4)` and `Page    1 rot:   90`, one pair a page, behind the
  /// line `Pages:`. What stands before that line is the document's own title and subject, which may hold any lines.
  static func sizes(in info: String) -> [PDFPageFacts] {
    let lines = info.split(separator: "\n")
    let start = lines.lastIndex { $0.hasPrefix("Pages: ") } ?? lines.startIndex
    var pages: [PDFPageFacts] = []
    for line in lines[start...] where line.hasPrefix("Page ") {
      let fields = line.split(separator: " ")
      guard fields.count >= 4, let number = Int(fields[1]) else { continue }
      if fields.count >= 6, fields[2] == "size:", number == pages.count + 1, let width = Double(fields[3]),
        let height = Double(fields[5])
      {
        pages.append(PDFPageFacts(width: width, height: height))
      } else if fields[2] == "rot:", number == pages.count, fields[3] == "90" || fields[3] == "270" {
        let last = pages.count - 1
        (pages[last].width, pages[last].height) = (pages[last].height, pages[last].width)
      }
    }
    return pages
  }

  /// Columns: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
  private static func addImages(listed text: String, to pages: inout [PDFPageFacts]) {
    for line in text.split(separator: "\n").dropFirst(2) {
      let fields = line.split(separator: " ")
      guard fields.count >= 14, let page = Int(fields[0]), pages.indices.contains(page - 1),
        let image = PDFPageFacts.Image(fields)
      else { continue }
      pages[page - 1].images.append(image)
    }
  }
}
