internal import PDFSyntax

/// The output intent of PDF/A that a document has: what its device colours mean.
struct OutputIntent {
  let object: PDFObject
  /// How many parts a colour of it has: 1, 3 or 4.
  let components: Int

  /// The first that can be used; nil where there is none.
  init?(in document: PDFDocument) {
    let all = document[document.root, "/OutputIntents"].map(document.items) ?? []
    for intent in all where document[intent, "/S"].flatMap(document.name) == "/GTS_PDFA1" {
      guard document[intent, "/DestOutputProfileRef"] == nil,
        let stream = document[intent, "/DestOutputProfile"], let profile = ICCProfile(stream, in: document),
        profile.isSound, ["prtr", "mntr"].contains(profile.kind)
      else { continue }
      (object, components) = (intent, profile.components)
      return
    }
    return nil
  }
}

/// The head of an ICC profile (ICC.1, 7.2).
struct ICCProfile {
  /// `mntr`, `prtr`, `scnr` or `spac`, or another class.
  let kind: String
  /// What `/N` of its stream says.
  let components: Int
  /// Whether its head is one of versions 2 and 4, and says what the stream does.
  let isSound: Bool

  /// Nil where the stream cannot be read.
  init?(_ stream: PDFObject, in document: PDFDocument) {
    guard let bytes = document.data(of: stream), bytes.count >= 128 else { return nil }
    func text(_ start: Int) -> String { String(decoding: bytes[start..<start + 4], as: UTF8.self) }
    kind = text(12)
    components = document[stream, "/N"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    let length = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    let parts = ["GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4][text(16)]
    // The space for readers that know no profiles.
    let instead = document[stream, "/Alternate"].flatMap(document.name).flatMap(ArchivalRules.colours)
    isSound =
      text(36) == "acsp" && instead ?? components == components && [2, 4].contains(bytes[8]) && length == bytes.count
      && parts == components
      && ["mntr", "prtr", "scnr", "spac"].contains(kind)
  }
}
