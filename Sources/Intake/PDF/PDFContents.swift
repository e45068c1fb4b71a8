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
    guard let file = PDFObjects(reading: path) else { return PDFContents() }
    let pages = file.pages() ?? []
    let attached = EmbeddedFiles(file).names(pages: pages)
    return PDFContents(
      pages: pages.map { PageComposition(of: $0, in: file) }, attachments: attached,
      isDynamicForm: isDynamicForm(file))
  }

  /// A form of XFA whose pages are to be made by the program that opens it: it says so, or it has no field on its pages.
  private static func isDynamicForm(_ file: PDFObjects) -> Bool {
    guard let form = file[file.root, "/AcroForm"], file[form, "/XFA"] != nil else { return false }
    let fields = file[form, "/Fields"].map(file.items) ?? []
    return file.isTrue(file[file.root, "/NeedsRendering"]) || fields.isEmpty
  }
}

/// The files that a PDF carries.
private struct EmbeddedFiles {
  let file: PDFObjects
  /// How deep a tree of names may be, and how many names are told.
  private static let deepest = 16, most = 1000

  init(_ file: PDFObjects) { self.file = file }

  /// From the document's own list and from the notes on its pages, each name once.
  func names(pages: [PDFObjects.Object]) -> [String] {
    var found: [String] = []
    if let tree = file[file.root, "/Names"].flatMap({ file[$0, "/EmbeddedFiles"] }) { collect(tree, 0, into: &found) }
    for page in pages {
      for annotation in file[page, "/Annots"].map(file.items) ?? []
      where file.name(file[annotation, "/Subtype"]) == "FileAttachment" {
        if let name = file[annotation, "/FS"].flatMap({ name(of: $0) }) { found.append(name) }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func collect(_ node: PDFObjects.Object, _ depth: Int, into found: inout [String]) {
    if depth > Self.deepest || found.count >= Self.most { return }
    let pairs = file[node, "/Names"].map(file.items) ?? []
    for index in stride(from: 1, to: pairs.count, by: 2) {
      if let name = name(of: pairs[index]) ?? file.string(pairs[index - 1]) { found.append(name) }
    }
    for kid in file[node, "/Kids"].map(file.items) ?? [] { collect(kid, depth + 1, into: &found) }
  }

  private func name(of file: PDFObjects.Object) -> String? {
    let named = self.file.string(self.file[file, "/UF"]) ?? self.file.string(self.file[file, "/F"])
    return named.map { String($0.map { $0.isNewline ? " " : $0 }) }
  }
}

extension PDFContents {
  /// Writes a page into a file of its own without overlays of signing services and notes, for it to be drawn as it is
  /// printed. Nil where it cannot be made.
  static func printed(_ path: String, page: Int) -> [UInt8]? {
    guard let file = PDFObjects(reading: path), let pages = file.pages(), pages.indices.contains(page - 1) else {
      return nil
    }
    return file.file(of: pages[page - 1]) { AnnotationKind($0, in: file) == .print }
  }
}
