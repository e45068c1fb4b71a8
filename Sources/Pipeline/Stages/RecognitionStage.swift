internal import DocumentModel
internal import Intake
internal import Layout
internal import PageReading
internal import PenFigures

/// A page of an input → its words, in reading order.
struct RecognitionStage: Stage {
  static let name = "recognition"

  let pool: RecognitionPool
  let settings: ReadingSettings
  /// The words by which a page's columns are told.
  let layout: LayoutWords
  /// What reads figures by pen; nil where there is no net.
  let pen: PenFigureReader?
  /// How well a line reads, for choosing among readings.
  let judge: LineRereader.Judge
  /// Of the input, for errors.
  let name: String

  func run(_ source: PageSource) async throws(Failure) -> Page { try await run(source, turned: nil) }

  /// The same; where a person has said which way up the page is, it is read that way from its picture, whatever words lie
  /// over it.
  func run(_ source: PageSource, turned turn: Int?) async throws(Failure) -> Page {
    var reader = PageReader(
      name: "\(name):\(source.number)", settings: settings, layout: layout, pen: pen, judge: judge)
    reader.turn = turn
    if turn == nil, let page = reader.placed(source) { return page }
    return try await pool.read(source, source.imageToRead(), by: reader)
  }
}
