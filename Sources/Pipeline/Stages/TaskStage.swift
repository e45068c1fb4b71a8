internal import DocumentModel
internal import Tasks

/// Trees → records.
struct TaskStage: Stage {
  static let name = "tasks"

  let extractor: RecordExtractor

  func run(_ trees: [DocumentTree]) -> [DocumentRecord] { trees.map(extractor.record) }
}
