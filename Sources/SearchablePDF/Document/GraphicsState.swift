internal import PDFSyntax
internal import DocumentModel

/// How text is set (ISO 32000-1, 9.3). Lengths are in units of the text's own space.
struct TextStyle {
  var font: ContentFont?
  /// Which `Tf` of the page named the font; nil where none did.
  var naming: Int?
  var size = 0.0, characterSpacing = 0.0, wordSpacing = 0.0, scale = 1.0, leading = 0.0, rise = 0.0
  /// The text rendering mode, 0 to 7.
  var mode = 0

  /// Takes an operator of text style; false where it is another one. `Tf` is not known here.
  mutating func take(_ name: String, _ operands: [ArraySlice<UInt8>]) -> Bool {
    let value = operands.last.flatMap(Double.init(token:)) ?? 0
    switch name {
    case "Tc": characterSpacing = value
    case "Tw": wordSpacing = value
    case "Tz": scale = value / 100
    case "TL": leading = value
    case "Ts": rise = value
    case "Tr": mode = Int(exactly: value) ?? 0
    default: return false
    }
    return true
  }
}

/// The part of the graphics state (ISO 32000-1, 8.4) that decides what can be seen.
struct GraphicsState {
  /// From the stream's own space to the page.
  var map = AffineMap.identity
  /// What is painted lies within it; nil where nothing was clipped away.
  var clip: Area?
  /// Whether it is clipped by something other than upright boxes, so that nobody here knows what remains.
  var isClippedOddly = false
  /// How much paint of a filling covers, 0 to 1.
  var alpha = 1.0
  /// Whether a paint mixes with what lies under it, or is masked.
  var isMixed = false
  /// Whether fillings are of one colour; a pattern may have holes.
  var isPlain = true
  var lineWidth = 1.0
  var style = TextStyle()
  /// The texts that clip what is painted from here on, by their numbers.
  var clippingTexts: [Int] = []

  var isOpaque: Bool { alpha >= 0.99 && !isMixed }

  /// Takes the entries of a graphics state dictionary that matter here.
  mutating func take(_ dictionary: PDFObject, in document: PDFDocument) {
    if let alpha = document[dictionary, "/ca"].flatMap(document.number) { self.alpha = alpha }
    if let width = document[dictionary, "/LW"].flatMap(document.number) { lineWidth = width }
    if let mode = document[dictionary, "/BM"] { isMixed = document.name(mode) != "/Normal" }
    if let mask = document[dictionary, "/SMask"] { isMixed = isMixed || document.name(mask) != "/None" }
    if document[dictionary, "/Font"] != nil { (style.font, style.naming) = (nil, nil) }
  }
}
