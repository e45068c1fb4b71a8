internal import DocumentModel
internal import PDFSyntax

/// What a page's content holds that matters for words laid over it; the forms and annotations that it draws are included.
struct PageContent {
  /// How the unit square of each image lies on the page, in the order in which they are drawn.
  let images: [AffineMap]
  /// How many pieces of text are shown, and how many cannot be seen: of rendering mode 3, of clip mode with nothing to
  /// cut out, without colour, or under paint.
  let visibleTexts: Int, hiddenTexts: Int
  /// How many graphics states the page saves (`q`) and does not restore (`Q`).
  let openStates: Int
  /// The content streams that held unseen text, now without it, by the object that they belong to.
  let cleaned: [PDFObject: CleanedStream]
  /// Where the page shows text that every reader can take from it.
  let shownWords: [Area]
  /// Where a filled box lies over words or over a picture: what is read there is not on the page.
  let blackedOut: [Area]

  init(of page: PDFObject, in document: PDFDocument) {
    var reader = ContentReader(document)
    if let bytes = document.content(of: page) {
      openStates = reader.read(bytes, of: page, document[page, "/Resources"], from: GraphicsState())
    } else {
      openStates = 0
    }
    let ownTexts = reader.texts.count
    reader.readAnnotations(of: page)
    let sight = Sight(reader)
    let verdicts = reader.texts.indices.map { $0 < ownTexts ? sight.verdict(on: $0) : .seen }
    images = reader.images
    hiddenTexts = verdicts.count { $0 != .seen }
    visibleTexts = zip(reader.texts, verdicts).count { !$0.isBlank && $1.isSeenSomewhere }
    shownWords = zip(reader.texts, verdicts).flatMap { $1 == .seen && $0.isReadable ? $0.areas : [] }
    blackedOut = sight.blackedOut(verdicts)
    cleaned = ContentCleaner(reader, verdicts).cleaned
  }
}

/// What can be seen of the texts of a page.
struct Sight {
  enum Verdict: Equatable {
    case seen, unseen, covered
    /// Some glyphs are under paint: their numbers.
    case partlyCovered(Set<Int>)

    var isSeenSomewhere: Bool { self != .unseen && self != .covered }
  }

  private let reader: ContentReader

  /// The least height and width of a filled box that hides a word, in points; a rule of a table is thinner.
  private static let leastCover = 3.0

  init(_ reader: ContentReader) { self.reader = reader }

  func verdict(on index: Int) -> Verdict {
    let text = reader.texts[index]
    if text.isUnseen && !reader.cuttingTexts.contains(index) { return .unseen }
    // A text that cuts something out leaves its shape on the page whatever is painted over it.
    if text.style.mode >= 4 { return .seen }
    guard text.order < reader.covers.count else { return .seen }
    let glyphs = text.glyphAreas
    guard let whole = Area(around: glyphs) else { return .seen }
    let covers = reader.covers[text.order...].map(\.area).filter { isLarge($0) && $0.meets(whole) }
    if covers.isEmpty { return .seen }
    let hidden = glyphs.map { area in area.samples.allSatisfy { at in covers.contains { $0.contains(at) } } }
    if !hidden.contains(true) { return .seen }
    if !hidden.contains(false) { return .covered }
    return text.isExact ? .partlyCovered(Set(hidden.indices.filter { hidden[$0] })) : .seen
  }

  private func isLarge(_ area: Area) -> Bool {
    min(area.right - area.left, area.top - area.bottom) >= Self.leastCover
  }

  /// Places of words that only a filled box hides: an image over words is the page itself, which the words belong to.
  func blackedOut(_ verdicts: [Verdict]) -> [Area] {
    let boxes = reader.covers.enumerated().filter { !$1.isImage && isLarge($1.area) }
    let overText = boxes.filter { index, box in
      zip(reader.texts, verdicts).contains { text, verdict in
        !verdict.isWhole && text.order <= index && text.glyphAreas.contains { box.area.contains($0.middle) }
      }
    }
    let overPicture = boxes.filter { index, box in
      reader.pictures.contains { $0.order <= index && $0.area.contains(box.area.middle) }
    }
    return (overText + overPicture).map(\.element.area)
  }
}

extension Sight.Verdict {
  /// Whether all of a text is seen, or meant to be unseen.
  fileprivate var isWhole: Bool { self == .seen || self == .unseen }
}
