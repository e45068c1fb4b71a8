internal import PDFSyntax

/// What a page of a PDF shows besides its picture, by its own content. Where that is not clear, the answer is the one
/// that leads to the page being drawn, as every viewer does.
struct PageComposition: Sendable, Equatable {
  /// Which annotations belong to the page's picture.
  enum Annotations: Sendable {
    /// None, but for overlays of signing services and notes.
    case none
    /// All that there are.
    case all
    /// Some: typed boxes and stamps stand beside overlays of signing services.
    case some
  }

  /// The page is one image as its bytes have it: upright, as large as the page, unmasked, and nothing is painted over it.
  var isImageAlone = false
  var annotations = Annotations.none
  /// How many pieces of text the page shows; nil where its content was not read.
  var visibleTexts: Int?
  /// How many curves it draws: letters that were turned into outlines are made of them.
  var curves = 0
  /// It paints nothing but text, so that there are no rules to be seen on it.
  var isWordsAlone = false
  /// How many of them nothing can lie over.
  var textsOnTop = 0
  /// Whether each font says which letters its glyphs are, but for those of bullets.
  var fontsNameTheirLetters = false
}

extension PageComposition {
  init(of page: PDFObject, in file: PDFDocument) {
    annotations = Self.annotations(of: page, in: file)
    let fonts = FontNames(file), unknown = fonts.unknown(on: page)
    fontsNameTheirLetters = unknown.isEmpty && fonts.areKnownInForms(of: page)
    guard let bytes = Self.content(of: page, in: file) else { return }
    var look = ContentLook(file: file, page: page)
    for operation in ContentOperations(bytes) { look.take(operation) }
    (visibleTexts, textsOnTop, curves) = (look.texts, look.textsOnTop, look.curves)
    isWordsAlone = look.paints == 0 && annotations == .none
    let all = look.shown.values.reduce(0) { $0 + $1.bytes }
    let isBullets = unknown.allSatisfy { look.shown[$0]?.isBullets(among: all) ?? true }
    if !unknown.isEmpty, isBullets { fontsNameTheirLetters = fonts.areKnownInForms(of: page) }
    isImageAlone = look.isImageAlone && annotations == .none
  }

  /// Packed bytes of a content that is unpacked. Deflate packs a thousandfold at most, so that a content made to fill the
  /// memory takes 128 MB; a page of text has some thousand bytes, one with a drawing or a diagram ten times as many.
  private static let mostPacked = 128 << 10

  /// The streams of a page's content as one; nil where they cannot be decoded or are long.
  private static func content(of page: PDFObject, in file: PDFDocument) -> [UInt8]? {
    guard let contents = file[page, "/Contents"] else { return [] }
    let streams = file.isStream(contents) ? [contents] : file.items(of: contents)
    let packed = streams.reduce(0) { $0 + (file.packedSize(of: $1) ?? mostPacked + 1) }
    return packed <= mostPacked ? file.content(of: page) : nil
  }

  private static func annotations(of page: PDFObject, in file: PDFDocument) -> Annotations {
    let all = file[page, "/Annots"].map(file.items) ?? []
    let kinds = all.map { AnnotationKind($0, in: file) }
    if !kinds.contains(.print) { return .none }
    return kinds.contains(.overlay) ? .some : .all
  }
}

/// Whether an annotation is a part of what a page prints.
enum AnnotationKind: Sendable {
  /// A typed box, a stamp, a drawn line, a field that was filled in.
  case print
  /// A signature's overlay or a remark of several lines, which cover print, or a note's icon.
  case overlay
  /// Links, and whatever is hidden or has no looks.
  case unseen

  private static let printing: Set = [
    "/FreeText", "/Stamp", "/Widget", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Ink", "/Highlight",
    "/Underline",
    "/StrikeOut", "/Squiggly", "/Caret", "/Redact", "/Watermark",
  ]

  init(_ annotation: PDFObject, in file: PDFDocument) {
    let kind = file[annotation, "/Subtype"].flatMap(file.name) ?? ""
    if kind == "/Link" || kind == "/Popup" || file.isHidden(annotation: annotation) {
      self = .unseen
    } else if !Self.printing.contains(kind) || Self.isSignature(annotation, in: file)
      || kind == "/FreeText" && Self.height(of: annotation, in: file) > Self.tallestBox
    {
      self = .overlay
    } else {
      self = .print
    }
  }

  /// Points. Numbers and days are typed into boxes of a line or two; a taller box is somebody's remark on the paper, which
  /// lies over its print more often than beside it (on a signed letter of 2019: 16 % of the words wrong in place of 3 %).
  private static let tallestBox = 40.0

  private static func height(of annotation: PDFObject, in file: PDFDocument) -> Double {
    let box = file[annotation, "/Rect"].map(file.numbers) ?? []
    return box.count == 4 ? abs(box[3] - box[1]) : 0
  }

  /// How deep a tree of fields may be.
  private static let deepest = 16

  /// A field takes its type from those above it.
  private static func isSignature(_ widget: PDFObject, in file: PDFDocument) -> Bool {
    var field: PDFObject? = widget
    for _ in 0..<deepest {
      guard let here = field else { return false }
      if let type = file[here, "/FT"].flatMap(file.name) { return type == "/Sig" }
      field = file[here, "/Parent"]
    }
    return false
  }
}
