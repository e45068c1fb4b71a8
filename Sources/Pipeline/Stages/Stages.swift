internal import DocumentModel
internal import Grammar
internal import Intake
internal import Layout
internal import PageReading
internal import Restoration
internal import Structure
internal import Tasks

/// A page of an input → its words, in reading order.
struct RecognitionStage: Stage {
  static let identity = StageIdentity(name: "recognition", version: 1)

  let pool: RecognitionPool
  let settings: ReadingSettings
  /// The words by which a page's columns are told.
  let layout: LayoutWords
  /// How well a line reads, for choosing among readings.
  let judge: LineRereader.Judge
  /// Of the input, for errors.
  let name: String

  func run(_ source: PageSource) async throws(Failure) -> Page {
    let image = try await source.image()
    let reader = PageReader(name: "\(name):\(source.number)", settings: settings, layout: layout, judge: judge)
    return try await pool.read(source, image, by: reader)
  }
}

/// All pages of an input → the same pages with their words restored. It works on the whole input at once: a title
/// that is read well on one page helps on another.
struct RestorationStage: Stage {
  static let identity = StageIdentity(name: "restoration", version: 1)

  let restorer: Restorer

  /// How well a line reads, for those that choose among readings.
  @Sendable func cost(ofReading line: Line) -> Double? { restorer.cost(ofReading: line) }

  func run(_ pages: [Page]) -> [Page] {
    let restored = restorer.restore(pages.flatMap(\.lines))
    var start = 0
    return pages.map { page in
      let count = page.lines.count
      defer { start += count }
      return page.replacingLines(with: restored[start..<start + count])
    }
  }
}

/// Pages → the documents in them, each a tree of sections.
struct StructureStage: Stage {
  static let identity = StageIdentity(name: "structure", version: 1)

  /// Tables of a text input; a scan's were found when its pages were read.
  let tables: TextTables
  /// For the stage that reads pages: it has no tables of its own.
  let layout: LayoutWords
  let parser: DocumentParser

  init(_ phrases: Phrases) {
    tables = TextTables(phrases)
    layout = LayoutWords(phrases)
    parser = DocumentParser(phrases)
  }

  func run(_ pages: [Page]) -> [DocumentTree] { parser.parse(pages.map(tables.formed)) }
}

/// Trees → records.
struct TaskStage: Stage {
  static let identity = StageIdentity(name: "tasks", version: 1)

  let extractor: RecordExtractor

  func run(_ trees: [DocumentTree]) -> [DocumentRecord] { trees.map(extractor.record) }
}
