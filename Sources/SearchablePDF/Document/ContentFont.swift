internal import PDFSyntax

/// What a font of a page says about its codes: how many bytes they have, how wide they are, whether they can be read.
final class ContentFont {
  /// Whether readers can tell which letters the codes are. Words that nobody can read are no second text of a page.
  private(set) var isReadable = true
  /// Whether the widths are the font's own. Otherwise they are half the size of the font, or the whole, a guess.
  private(set) var isExact = true
  /// Bytes of one code.
  private(set) var codeLength = 1
  private var widths: [Int: Double] = [:]
  private var missing = 500.0
  /// From the units of the widths to a font of size 1.
  private var unit = 0.001

  init(_ font: PDFObject, in document: PDFDocument) {
    let kind = document[font, "/Subtype"].flatMap(document.name)
    if kind == "/Type0" { readComposite(font, document) } else { readSimple(font, document, kind) }
  }

  /// The width of a code for a font of size 1.
  func width(of code: ArraySlice<UInt8>) -> Double {
    (widths[code.reduce(0) { $0 << 8 | Int($1) }] ?? missing) * unit
  }

  private func readSimple(_ font: PDFObject, _ document: PDFDocument, _ kind: String?) {
    let first = document[font, "/FirstChar"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    let listed = document[font, "/Widths"].map(document.items) ?? []
    for (offset, width) in listed.prefix(256).enumerated() { widths[first &+ offset] = document.number(width) ?? 0 }
    let descriptor = document[font, "/FontDescriptor"]
    if listed.isEmpty {
      isExact = false
    } else {
      missing = descriptor.flatMap { document[$0, "/MissingWidth"] }.flatMap(document.number) ?? 0
    }
    if kind == "/Type3" { unit = document[font, "/FontMatrix"].map(document.numbers)?.first ?? unit }
    let flags = descriptor.flatMap { document[$0, "/Flags"] }.flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    let isSymbolic = flags & 4 != 0
    let isNamed = document[font, "/Encoding"] != nil || !isSymbolic
    isReadable = document[font, "/ToUnicode"] != nil || (isNamed && kind != "/Type3")
  }

  private func readComposite(_ font: PDFObject, _ document: PDFDocument) {
    codeLength = 2
    missing = 1000
    let encoding = document[font, "/Encoding"].flatMap(document.name)
    // Codes of another encoding are not those that widths are listed by; upright lines run down, not across.
    isExact = encoding == "/Identity-H"
    isReadable = document[font, "/ToUnicode"] != nil || (encoding != nil && encoding?.hasPrefix("/Identity") == false)
    guard let descendant = document[font, "/DescendantFonts"].map(document.items)?.first else { return }
    if let usual = document[descendant, "/DW"].flatMap(document.number) { missing = usual }
    if isExact { readWidths(document[descendant, "/W"].map(document.items) ?? [], document) }
  }

  /// `c [w w …]` from a code on, or `first last w`.
  private func readWidths(_ items: [PDFObject], _ document: PDFDocument) {
    var index = 0
    while index + 1 < items.count {
      guard let first = document.number(items[index]).flatMap({ Int(exactly: $0) }) else { return }
      if document.isArray(items[index + 1]) {
        for (offset, width) in document.numbers(items[index + 1]).enumerated() { widths[first &+ offset] = width }
        index += 2
        continue
      }
      guard index + 2 < items.count, let width = document.number(items[index + 2]),
        let last = document.number(items[index + 1]).flatMap({ Int(exactly: $0) }), (0...0xFFFF).contains(first),
        (first...0xFFFF).contains(last)
      else { return }
      for code in first...last { widths[code] = width }
      index += 3
    }
  }
}
