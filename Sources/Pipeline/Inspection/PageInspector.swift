internal import DocumentModel
internal import Imaging
internal import Intake

/// Looks at one page: its picture and the words that it carries. Nothing is recognised.
struct PageInspector: Sendable {
  /// Named in errors.
  let name: String
  let mostPixels: Int
  /// The box that the page's small picture has to fit in; nil where none is wanted.
  let thumbnail: PixelSize?

  struct Product: Sendable {
    var page: InspectedPage
    /// JPEG, upright.
    var thumbnail: [UInt8]?
  }

  func inspect(_ source: PageSource, _ encoded: EncodedImage) throws(Failure) -> Product {
    let bytes = try encoded.bytes
    let header = try ImageHeader(bytes, frame: encoded.frame, name: name)
    let raw = try PageImage.decode(
      bytes, frame: encoded.frame, dpi: encoded.dpi, name: name, mostPixels: mostPixels)
    let dpi = source.layerDPI ?? raw.dpi
    var page = InspectedPage(
      page: source.number, kind: Self.kind(of: source), size: raw.size.scaled(by: Double(dpi) / Double(raw.dpi)),
      dpi: dpi,
      isResolutionGuessed: raw.isResolutionGuessed, rotation: 0, isRotationSure: true,
      textLayer: InspectedTextLayer(source.layer), quality: .digital)
    if source.isScan {
      page.bits = source.bits ?? header.bits
      try measure(raw, source, into: &page)
    }
    return Product(page: page, thumbnail: try thumbnail(of: raw, turnedBy: page.rotation ?? 0))
  }

  private func measure(
    _ raw: borrowing PageImage, _ source: PageSource, into page: inout InspectedPage
  ) throws(Failure) {
    let small = try raw.atMeasuringSize(), clean = try small.cleaned()
    var measures = try small.measures(cleaned: clean)
    let dpi = page.dpi ?? raw.dpi, reduced = Double(dpi) / Double(raw.dpi)
    measures.dpi = dpi
    page.isBlank = measures.isBlank
    if !measures.isBlank {
      let orientation = try clean.lying()
      (page.rotation, page.isRotationSure) = (orientation.turn, orientation.certainty >= 1)
      measures.skew = try clean.skew(ofPageTurnedBy: orientation.turn)
      measures.blur = try raw.blur(whereDensestOn: clean).map { Self.blur($0, before: reduced) }
    }
    if !source.textLayer.isEmpty {
      let scale = Double(clean.dpi) / Double(dpi)
      let boxes = source.textLayer.flatMap(\.words).compactMap { $0.box?.scaled(by: scale) }
      let coverage = try clean.shareOfInk(inside: boxes)
      page.textLayer = InspectedTextLayer(source.layer, coverage: coverage)
    }
    page.measures = measures
    page.quality = PageQuality(of: measures)
  }

  /// The blur of a page of which one was drawn that is smaller by a factor: each of its pixels is the mean of as many, which
  /// is a blur of its own.
  private static func blur(_ blur: Double, before factor: Double) -> Double {
    if factor <= 1 { return blur }
    let whole = blur * factor
    return max(0, whole * whole - factor * factor / 12).squareRoot()
  }

  private static func kind(of source: PageSource) -> InspectedInput.Kind {
    if source.isScan { return source.overlay.isEmpty ? .scan : .mixed }
    // A tenth of a page is more than a coat of arms or a stamp.
    return source.pictures > 0.1 ? .mixed : .bornDigital
  }

  private func thumbnail(of raw: borrowing PageImage, turnedBy turn: Int) throws(Failure) -> [UInt8]? {
    guard let box = thumbnail else { return nil }
    let isSideways = turn % 180 != 0
    let lying = isSideways ? PixelSize(width: box.height, height: box.width) : box
    return try raw.reduced(toFit: lying).turned(by: turn).jpeg()
  }
}
