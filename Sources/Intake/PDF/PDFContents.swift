internal import PDFSyntax
internal import DocumentModel
internal import Foundation

/// What a PDF says of itself that poppler's programs do not print.
struct PDFContents: Sendable {
  /// By page; empty where the file could not be read this way.
  var pages: [PageComposition] = []
  /// Names of files that it carries, in its own order.
  var attachments: [String] = []
  /// Whether the pages are a stand-in for a form that only some programs draw.
  var isDynamicForm = false

  static func read(_ path: String) -> PDFContents {
    guard let file = try? PDFDocument(reading: path) else { return PDFContents() }
    let pages = (try? file.pages()) ?? []
    let attached = EmbeddedFiles(file).names(pages: pages)
    return PDFContents(
      pages: pages.map { PageComposition(of: $0, in: file) }, attachments: attached,
      isDynamicForm: isDynamicForm(file))
  }

  /// A form of XFA whose pages are to be made by the program that opens it: it says so, or it has no field on its pages.
  private static func isDynamicForm(_ file: PDFDocument) -> Bool {
    guard let form = file[file.root, "/AcroForm"], file[form, "/XFA"] != nil else { return false }
    let fields = file[form, "/Fields"].map(file.items) ?? []
    let needsRendering = file[file.root, "/NeedsRendering"].map(file.isTrue) ?? false
    return needsRendering || fields.isEmpty
  }
}

/// The files that a PDF carries.
private struct EmbeddedFiles {
  let file: PDFDocument
  /// How deep a tree of names may be, and how many names are told.
  private static let deepest = 16, most = 1000

  init(_ file: PDFDocument) { self.file = file }

  /// From the document's own list and from the notes on its pages, each name once.
  func names(pages: [PDFObject]) -> [String] {
    var found: [String] = []
    if let tree = file[file.root, "/Names"].flatMap({ file[$0, "/EmbeddedFiles"] }) { collect(tree, 0, into: &found) }
    for page in pages {
      for annotation in file[page, "/Annots"].map(file.items) ?? []
      where file[annotation, "/Subtype"].flatMap(file.name) == "/FileAttachment" {
        if let name = file[annotation, "/FS"].flatMap({ name(of: $0) }) { found.append(name) }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func collect(_ node: PDFObject, _ depth: Int, into found: inout [String]) {
    if depth > Self.deepest || found.count >= Self.most { return }
    let pairs = file[node, "/Names"].map(file.items) ?? []
    for index in stride(from: 1, to: pairs.count, by: 2) {
      if let name = name(of: pairs[index]) ?? file.string(pairs[index - 1]) { found.append(name) }
    }
    for kid in file[node, "/Kids"].map(file.items) ?? [] { collect(kid, depth + 1, into: &found) }
  }

  private func name(of file: PDFObject) -> String? {
    let named = self.file.fileName(of: file)
    return named.map { String($0.map { $0.isNewline ? " " : $0 }) }
  }
}

extension PDFContents {
  /// Writes a page into a file of its own without overlays of signing services and notes, for it to be drawn as it is
  /// printed. Nil where it cannot be made.
  static func printed(_ path: String, page: Int) -> [UInt8]? {
    guard let file = try? PDFDocument(reading: path), let pages = try? file.pages(), pages.indices.contains(page - 1)
    else { return nil }
    let page = pages[page - 1], annotations = file[page, "/Annots"].map(file.items) ?? []
    file[page, "/Annots"] = file.array(annotations.filter { AnnotationKind($0, in: file) == .print })
    guard let copy = try? PDFDocument(), (try? copy.append(page: page, of: file)) != nil else { return nil }
    return try? copy.written()
  }
}
