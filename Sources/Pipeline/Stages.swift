internal import DocumentModel
internal import Intake
internal import Restoration
internal import Structure
internal import Tasks

/// A page of an input → its words, in reading order.
struct RecognitionStage: Stage {
  static let identity = StageIdentity(name: "recognition", version: 1)

  let pool: RecognitionPool
  let settings: ReadingSettings
  let rereader: LineRereader
  /// Of the input, for errors.
  let name: String

  func run(_ source: PageSource) async throws(Failure) -> Page {
    let image = try await source.image()
    let reader = PageReader(name: "\(name):\(source.number)", settings: settings, rereader: rereader)
    return try await pool.run { engine throws(Failure) in try reader.read(source, image, with: &engine) }
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

  let parser: DocumentParser

  func run(_ pages: [Page]) -> [DocumentTree] { parser.parse(pages) }
}

/// Trees → records.
struct TaskStage: Stage {
  static let identity = StageIdentity(name: "tasks", version: 1)

  let extractor: RecordExtractor

  func run(_ trees: [DocumentTree]) -> [DocumentRecord] { trees.map(extractor.record) }
}
