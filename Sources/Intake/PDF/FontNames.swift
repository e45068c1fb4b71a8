internal import PDFSyntax

/// Which fonts of a page say which letters their glyphs are. The words that a program takes from any other are made up.
struct FontNames {
  private let file: PDFDocument

  init(_ file: PDFDocument) { self.file = file }

  /// The names of those that do not, as the page's own content calls them.
  func unknown(on page: PDFObject) -> [String] {
    guard let fonts = file[page, "/Resources"].flatMap({ file[$0, "/Font"] }) else { return [] }
    return file.keys(of: fonts).filter { name in file[fonts, name].map { !isKnown($0) } ?? false }
  }

  /// Whether all do of the forms that the page draws.
  func areKnownInForms(of page: PDFObject) -> Bool {
    let forms = file[page, "/Resources"].flatMap { file[$0, "/XObject"] }.map(values) ?? []
    let resources = forms.compactMap { file[$0, "/Resources"] }
    return resources.flatMap { file[$0, "/Font"].map(values) ?? [] }.allSatisfy(isKnown)
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
    guard let encoding = file[font, "/Encoding"] else { return hasOwnNames(font) }
    if file.name(encoding) != nil { return true }
    let names = (file[encoding, "/Differences"].map(file.items) ?? []).compactMap { file.name($0) }
    return names.allSatisfy(Self.isOfLetter)
  }

  /// Names such as `g12` or `c031` only count the glyphs.
  private static func isOfLetter(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("/uni") || !(name.dropFirst(2).allSatisfy(\.isNumber) && name.count > 2)
  }

  /// A font that every reader has; or one of Type 1, whose own file names its glyphs in plain text as those of TeX do.
  private func hasOwnNames(_ font: PDFObject) -> Bool {
    guard let descriptor = file[font, "/FontDescriptor"] else { return true }
    guard let program = file[descriptor, "/FontFile"], let bytes = file.data(of: program) else { return false }
    let names = Self.names(inProgram: String(decoding: bytes.prefix(Self.plainPart), as: UTF8.self))
    return !names.isEmpty && names.allSatisfy(Self.isOfLetter)
  }

  /// The names of `dup 65 /A put`, up to where the file is enciphered.
  private static func names(inProgram program: String) -> [Substring] {
    let words = program.split(whereSeparator: \.isWhitespace).prefix { $0 != "eexec" }
    return zip(words, words.dropFirst(2)).compactMap { $0 == "dup" && $1.hasPrefix("/") ? $1 : nil }
      .filter { $0 != "/Private" }
  }

  /// Bytes that hold the part of a font's file that is not enciphered.
  private static let plainPart = 16_384
}
