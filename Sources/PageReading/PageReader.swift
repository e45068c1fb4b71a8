public import DocumentModel
internal import Imaging
public import Intake
public import Layout
public import PenFigures
internal import Recognition

/// Reads one page: upright, clean, its tables cell by cell and the rest around them.
public struct PageReader: Sendable {
  /// What errors call the page.
  let name: String
  let settings: ReadingSettings
  let layout: LayoutWords
  let rereader: LineRereader
  /// What reads figures by pen; nil where nothing does.
  let pen: PenFigureReader?
  /// Degrees clockwise that stand the page upright, where a person has said so: its picture is read, turned that way. Nil
  /// where that is to be found out.
  public var turn: Int?

  /// `name` is what errors call the page; `layout` holds the words by which a page's columns are told; `judge` says how
  /// well a line reads as the document's language. Without a `pen` figures by pen are not looked for.
  public init(
    name: String, settings: ReadingSettings, layout: LayoutWords, pen: PenFigureReader? = nil,
    judge: @escaping LineRereader.Judge
  ) {
    self.name = name
    self.pen = pen
    self.settings = settings
    self.layout = layout
    rereader = LineRereader(judge: judge)
  }

  /// Takes the words of a page that carries its own, and recognises every other.
  func read(
    _ source: PageSource, _ encoded: consuming EncodedImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Page {
    let isDrawn = encoded.isDrawn
    var raw = try decoded(source, encoded)
    let stated = raw.dpi, reduction = raw.reduction
    // The words of a text layer are measured in the resolution that is stated.
    if source.isScan, source.textLayer.isEmpty { raw = try raw.looked() }
    // Before anything is taken for a rule, and before the page is levelled: streaks lie as the scanner does.
    let streaks = source.isScan ? try raw.streaks() : Streaks()
    try raw.remove(streaks.sure)
    // What a program drew has no shadows, no borders and no ink of its own.
    let clean = source.areWordsKnown ? try raw.printed() : try raw.cleaned()
    // A page that a program made has no picture to judge.
    let measures = source.isScan ? try raw.measures(cleaned: clean) : nil
    raw = try raw.withoutColoursIfLarge()
    var page =
      if turn == nil, source.isScan, !source.textLayer.isEmpty {
        try readOverLayer(source, raw, clean, measures, with: &engine)
      } else if turn == nil, !source.textLayer.isEmpty {
        try place(source, on: clean, measures)
      } else {
        try recognise(source.number, raw, clean, measures, doubtful: streaks.doubtful, with: &engine)
      }
    if source.isScan { page.penReadings = try penReadings(of: page, on: raw) }
    if reduction > 1 { page = page.scaled(by: Double(reduction), dpi: (page.dpi ?? stated) * reduction) }
    // A page that was drawn has its place on the paper by the resolution it was drawn at.
    if isDrawn { page.dpi = stated }
    page.overlay = source.overlay
    page.isDrawn = isDrawn
    return page
  }

  /// The bytes of the file are given back at the end. A page whose words are known has them where the whole picture shows
  /// them.
  private func decoded(_ source: PageSource, _ encoded: consuming EncodedImage) throws(Failure) -> PageImage {
    if !source.textLayer.isEmpty {
      return try PageImage.decode(
        encoded.bytes, frame: encoded.frame, dpi: encoded.dpi, name: name, mostPixels: settings.mostPixels)
    }
    let held = encoded
    return try PageImage.decodeToRead(
      file: held.file, { () throws(Failure) in try held.bytes }, frame: held.frame, dpi: held.dpi, name: name,
      mostPixels: settings.mostPixels)
  }

  /// The words are known, only the tables' rules are looked for.
  func place(
    _ source: PageSource, on clean: borrowing PageImage, _ measures: PictureMeasures?
  ) throws(Failure) -> Page {
    var page = placed(source, between: try clean.ruledLines().rules, size: clean.size, dpi: clean.dpi)
    page.quality = Self.quality(measures, skew: measures == nil ? 0 : try clean.skew())
    return page
  }

  /// A page that shows nothing but its words is never drawn; nil for any other.
  public func placed(_ source: PageSource) -> Page? {
    guard let (size, dpi) = source.unseen else { return nil }
    var page = placed(source, between: PageRules(horizontal: [], vertical: []), size: size, dpi: dpi)
    page.quality = .digital
    page.overlay = source.overlay
    page.isDrawn = true
    return page
  }

  private func placed(_ source: PageSource, between rules: PageRules, size: PixelSize, dpi: Int) -> Page {
    var tables = TableGrid(dpi: dpi).tables(from: rules, page: source.number)
    let outside = CellFilling(page: source.number).fill(&tables, from: source.textLayer)
    let layout = PageLayout(page: source.number, size: size, dpi: dpi, words: self.layout)
    return Page(
      number: source.number, origin: .textLayer, size: size, dpi: dpi,
      blocks: layout.blocks(lines: outside, tables: tables, rules: rules))
  }

  private static func quality(_ measures: PictureMeasures?, skew: Double) -> PageQuality {
    guard var measures else { return .digital }
    // Found as the angle to turn the page back by.
    measures.skew = -skew
    return PageQuality(of: measures)
  }

  func recognise(
    _ number: Int, _ raw: borrowing PageImage, _ clean: consuming PageImage, _ measures: PictureMeasures?,
    with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Page {
    engine.allow(seconds: settings.pageTimeout)
    let native = clean.dpi
    // Turned by a small angle, letters lose less the larger they are; and how they lie is seen best at this size.
    var image = try clean.atReadingSize()
    var upright = UprightTurn(judge: rereader.judge)
    let decided = self.turn
    var turn = 0
    if let decided { turn = decided } else { turn = try upright.first(for: image, with: &engine) }
    if turn != 0 { image = try image.turned(by: turn) }
    var (page, slope) = try levelPage(number, image, with: &engine)
    var score = ReadingScore(page.lines, judge: rereader.judge)
    if decided == nil, turn == 0, !score.isGood {
      turn = try upright.second(for: image, with: &engine)
      if turn != 0 {
        (page, slope) = try levelPage(number, try image.turned(by: turn), with: &engine)
        score = ReadingScore(page.lines, judge: rereader.judge)
      }
    }
    if score.isGood {
      page = try settledByPlainRaster(page, raw, turn: turn, with: &engine)
    } else {
      score = try readOtherwise(&page, raw, turn: turn, better: score, with: &engine)
      page.isUnread = score.hasNothing && (measures?.letters ?? 0) >= ReadingBounds.print
    }
    page.rotation = turn
    page.quality = Self.quality(measures, skew: slope)
    return page.scaled(by: Double(native) / Double(image.dpi), dpi: native)
  }

  /// Tries the picture as it was scanned, as a page and as loose words, and takes what reads clearly better.
  private func readOtherwise(
    _ page: inout Page, _ raw: borrowing PageImage, turn: Int, better score: ReadingScore,
    with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> ReadingScore {
    let plain = try raw.grey().atReadingSize().turned(by: turn).rotated(by: page.skew)
    guard plain.size == page.size else { return score }
    var best = score
    // Grain that is read as loose words takes minutes: the engine compares each part with every other.
    let isGrain = try plain.partsSeen() > ReadingBounds.mostParts
    for segmentation in isGrain ? [Segmentation.page] : [.page, .sparse] {
      engine.begin(plain)
      let lines = try engine.lines(in: nil, as: segmentation)
      let other = ReadingScore(lines, judge: rereader.judge)
      guard other.isClearlyBetter(than: best) else { continue }
      best = other
      let layout = PageLayout(page: page.number, size: plain.size, dpi: plain.dpi, words: layout)
      page.blocks = layout.blocks(lines: lines, tables: [])
    }
    return best
  }

  /// Reads an upright page once its lines are level.
  private func levelPage(
    _ number: Int, _ upright: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> (page: Page, slope: Double) {
    let skew = try upright.skew()
    // Less than a tenth of a degree is a pixel over half a line: turning would only blur.
    let isTilted = abs(skew) >= 0.1
    // A copy, since what was read is erased from it.
    var image = try isTilted ? upright.rotated(by: skew) : upright.turned(by: 0)
    var page = Page(
      number: number, origin: .scan, size: image.size, dpi: image.dpi,
      blocks: try blocks(of: &image, page: number, with: &engine))
    page.skew = isTilted ? skew : 0
    return (page, skew)
  }

  /// Reads the tables cell by cell and what is left of the image without them. What was read is erased from it.
  private func blocks(
    of image: inout PageImage, page: Int, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Block] {
    let ruled = try image.ruledLines()
    var tables = TableGrid(dpi: image.dpi).tables(from: ruled.rules, page: page)
    if !tables.isEmpty { try image.erase(ruled, in: tables.compactMap(\.box)) }
    try image.whitenDirt()
    let reader = RegionReader(page: page)
    try reader.readCells(of: &tables, on: image, with: &engine)
    try FigureCells(page: page).read(&tables, on: image, with: &engine)
    try StandingCells(page: page).read(&tables, on: image, with: &engine)
    try rereader.improveCells(of: &tables, on: image, with: &engine)
    try RomanStrokes.mend(&tables, on: image)
    for table in tables { if let box = table.box { try image.erase(box) } }
    var lines = try rereader.improved(try reader.readAll(image, with: &engine), on: image, with: &engine)
    lines += try NumberColumn(page: page, words: layout).lines(besides: lines, on: image, with: &engine)
    for index in lines.indices { try RomanStrokes.mend(&lines[index], on: image) }
    return PageLayout(page: page, size: image.size, dpi: image.dpi, words: layout)
      .blocks(lines: lines, tables: tables, rules: ruled.rules)
  }
}
