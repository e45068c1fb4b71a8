internal import PDFSyntax

/// Whether the fonts of a page say which letters their glyphs are. Where one does not, the words that a program takes
/// from the page are made up.
struct FontNames {
  private let file: PDFDocument

  init(_ file: PDFDocument) { self.file = file }

  /// Whether all do, those of the forms that the page draws included.
  func areKnown(on page: PDFObject) -> Bool {
    guard let resources = file[page, "/Resources"] else { return true }
    let forms = file[resources, "/XObject"].map(values) ?? []
    let all = [resources] + forms.compactMap { file[$0, "/Resources"] }
    return all.flatMap { file[$0, "/Font"].map(values) ?? [] }.allSatisfy(isKnown)
  }

  /// The values of a dictionary.
  private func values(of dictionary: PDFObject) -> [PDFObject] {
    file.keys(of: dictionary).compactMap { file[dictionary, $0] }
  }

  private func isKnown(_ font: PDFObject) -> Bool {
    if let map = file[font, "/ToUnicode"], file.isStream(map) { return true }
    switch file[font, "/Subtype"].flatMap(file.name) {
    case "/Type0", "/Type3": return false
    default: return hasNamedGlyphs(font)
    }
  }

  /// A font of single bytes: letters have the names of a common encoding, or it is a font that every reader has.
  private func hasNamedGlyphs(_ font: PDFObject) -> Bool {
    guard let encoding = file[font, "/Encoding"] else { return file[font, "/FontDescriptor"] == nil }
    if file.name(encoding) != nil { return true }
    let names = (file[encoding, "/Differences"].map(file.items) ?? []).compactMap { file.name($0) }
    // Names such as `g12` or `c031` only count the glyphs.
    return names.allSatisfy { name in
      name.hasPrefix("/uni") || !(name.dropFirst(2).allSatisfy(\.isNumber) && name.count > 2)
    }
  }
}
