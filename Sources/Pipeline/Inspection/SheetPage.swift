internal import Digests
internal import DocumentModel
internal import Export
internal import Foundation
internal import Intake

/// The contact sheet as one HTML page that needs nothing else: no script, no font, no network; pictures are inside it.
struct SheetPage: Bilingual {
  private let looks: [InputLook]
  let language: Language

  init(_ looks: [InputLook], language: Language) {
    self.looks = looks
    self.language = language
  }

  func html() -> HTML {
    let title = text("Bảng ảnh các trang", "Contact sheet")
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>\(Self.style)</style></head>
      <body><h1>\(title)</h1>
      <p class="sum">\(summary())</p>
      \(looks.filter { !$0.isPlainText }.map(section).joined(by: "\n"))
      \(texts())
      </body></html>

      """
  }

  /// Nothing may be loaded, and only this very style applies: file names are somebody else's words.
  private static let policy: HTML =
    "default-src 'none'; img-src data:; style-src 'sha256-\(Digest.base64(of: Array(style.source.utf8)))'"

  private static let style: HTML = """

    :root { --good: #1b7f3b; --fair: #b56a00; --poor: #b3261e; }
    body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; color: #1d1d1f; background: #fff; }
    h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 15px; margin: 24px 0 2px; overflow-wrap: anywhere; }
    .sum, .about { margin: 0 0 8px; color: #555; }
    .fail { color: var(--poor); margin: 2px 0; }
    .pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 14px; }
    figure { margin: 0; border: 1px solid #ccc; border-top: 6px solid #999; break-inside: avoid; background: #f6f6f6; }
    .good { border-top-color: var(--good); } .fair { border-top-color: var(--fair); }
    .poor { border-top-color: var(--poor); }
    .frame { height: 240px; display: flex; align-items: center; justify-content: center; padding: 6px; }
    img { max-width: 100%; max-height: 100%; object-fit: contain; box-shadow: 0 0 3px #888; background: #fff; }
    figcaption { padding: 6px 8px; border-top: 1px solid #ddd; background: #fff; min-height: 4.2em; }
    figcaption b { font-size: 15px; } .grade { font-weight: 600; color: #666; }
    .good .grade { color: var(--good); } .fair .grade { color: var(--fair); } .poor .grade { color: var(--poor); }
    small { display: block; color: #555; }
    @media print {
      body { margin: 0; font-size: 9pt; } .pages { grid-template-columns: repeat(4, 1fr); gap: 3mm; }
      .frame { height: 52mm; } figure { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      h2 { break-after: avoid; }
    }

    """

  private func summary() -> String {
    let pages = looks.flatMap(\.input.pages)
    let grades = PageQuality.Grade.allCases.map { grade in
      "\(pages.count { $0.quality?.grade == grade }) \(grade.name(in: language))"
    }
    let count = counted(looks.count, "tệp", "file") + ", " + counted(pages.count, "trang", "page")
    return "\(count): " + grades.joined(separator: ", ")
  }

  /// The names of texts in a list; frames without pictures would only take room.
  private func texts() -> HTML {
    let names = looks.filter(\.isPlainText).map { "<li>\(plain($0.input.path))</li>" as HTML }
    if names.isEmpty { return .none }
    let title = text("Văn bản thuần, không có ảnh trang", "Plain text, without pictures of pages")
    return "<section><h2>\(title) (\(names.count))</h2><ul>\(names.joined(by: "\n"))</ul></section>"
  }

  private func section(_ look: InputLook) -> HTML {
    let input = look.input
    let problems = ([input.failure?.message].compactMap { $0 } + input.findings.map(\.message)).map {
      "<p class=\"fail\">\(plain($0.text(in: language)))</p>" as HTML
    }
    let figures = input.pages.map { figure($0, look.thumbnails[$0.page]) }
    let kind = input.kind.map { $0.name(in: language) } ?? "–"
    let about: HTML = "<p class=\"about\">\(kind) · \(counted(input.pages.count, "trang", "page"))</p>"
    return """
      <section><h2>\(plain(input.path))</h2>
      \(input.pages.isEmpty ? .none : about)
      \(problems.joined(by: "\n"))
      <div class="pages">\(figures.joined(by: "\n"))</div></section>
      """
  }

  private func figure(_ page: InspectedPage, _ thumbnail: [UInt8]?) -> HTML {
    let grade = page.quality?.grade
    let picture = thumbnail.map { bytes -> HTML in
      let source = "data:image/jpeg;base64," + Data(bytes).base64EncodedString()
      return "<img alt=\"\(text("Trang", "Page")) \(page.page)\" src=\"\(source)\">"
    }
    let caption = PageCaption(page, language: language).lines.map { "<small>\(plain($0))</small>" as HTML }
    return """
      <figure class="\(grade?.rawValue ?? "none")"><div class="frame">\(picture ?? .none)</div>
      <figcaption><b>\(page.page)</b> <span class="grade">\(grade?.name(in: language) ?? "–")</span>
      \(caption)</figcaption></figure>
      """
  }

  /// The text without the characters that turn the direction of writing, which would show a name as another.
  private func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\0"..."\u{1F}": "\u{FFFD}"
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

/// What stands under a page's picture.
struct PageCaption {
  let lines: [String]

  init(_ page: InspectedPage, language: Language) {
    var lines: [String] = []
    if let size = page.size, let dpi = page.dpi {
      let turn =
        (page.rotation ?? 0) == 0
        ? "" : language == .vi ? " · xoay \(page.rotation ?? 0)°" : " · turned \(page.rotation ?? 0)°"
      lines.append("\(size.width) × \(size.height) · \(dpi) dpi\(turn)")
    }
    var reasons = (page.quality?.reasons ?? []).map { $0.name(in: language, of: page.measures) }
    if page.isBlank == true { reasons.insert(language == .vi ? "trang trắng" : "blank page", at: 0) }
    if !reasons.isEmpty { lines.append(reasons.joined(separator: ", ")) }
    self.lines = lines
  }
}
