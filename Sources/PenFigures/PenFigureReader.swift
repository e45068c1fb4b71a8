public import DocumentModel
public import Imaging

/// Reads figures that a pen wrote.
public struct PenFigureReader: Sendable {
  private let net: PenNet
  /// The heights at which the ink is shown to the net: what it reads alike at all of them is surer.
  private static let heights = [24, 27]
  /// Beginnings that are kept of a number, and values that are given.
  private static let beam = 8, most = 5
  /// What is less likely is not worth being shown.
  private static let least = 0.005

  public init(_ net: PenNet) { self.net = net }

  /// The figures of a picture that holds nothing else, best first; none where it holds no ink. A day or a month has only
  /// values that are one.
  public func values(in picture: borrowing PageImage, as field: PenReading.Field) throws(Failure) -> [PenValue] {
    values(in: try picture.greyPixels(), as: field)
  }

  /// The same of pixels.
  public func values(in pixels: GreyPixels, as field: PenReading.Field) -> [PenValue] {
    let views = Self.heights.compactMap { PenCanvas.placed(pixels, rows: $0) }
      .map { LabelPaths(places: net.places(in: $0)) }
    guard !views.isEmpty else { return [] }
    let values = field == .number ? Self.numbers(in: views) : Self.parts(of: field, in: views)
    return Array(values.filter { $0.confidence.value >= Self.least }.sorted(by: Self.isBefore).prefix(Self.most))
  }

  private static func isBefore(_ a: PenValue, _ b: PenValue) -> Bool {
    a.confidence != b.confidence ? a.confidence > b.confidence : a.text < b.text
  }

  /// Numbers of papers have up to five figures.
  private static func numbers(in views: [LabelPaths]) -> [PenValue] {
    let strings = Set(views.flatMap { $0.likeliest(beam) }).filter { (1...5).contains($0.count) }
    return strings.map { PenValue(text(of: $0), confidence: Confidence(mean(of: $0, in: views))) }
  }

  /// Days and months are tried one by one, with a zero before a single figure and without: the likelier spelling stands
  /// for both.
  private static func parts(of field: PenReading.Field, in views: [LabelPaths]) -> [PenValue] {
    (1...(field == .day ? 31 : 12)).map { value in
      let figures = value < 10 ? [value] : [value / 10, value % 10]
      let spellings = value < 10 ? [figures, [0] + figures] : [figures]
      let likely = spellings.map { (text: $0, share: mean(of: $0.map { $0 + 1 }, in: views)) }
      let best = likely.max { $0.share < $1.share }?.text ?? figures
      let sum = likely.reduce(0) { $0 + $1.share }
      return PenValue(best.map(String.init).joined(), confidence: Confidence(sum))
    }
  }

  private static func mean(of labels: [Int], in views: [LabelPaths]) -> Double {
    views.reduce(0) { $0 + $1.probability(of: labels) } / Double(views.count)
  }

  private static func text(of labels: [Int]) -> String { labels.map { String($0 - 1) }.joined() }
}
