internal import DocumentModel
internal import Grammar
internal import PenFigures
internal import Restoration
internal import Tasks

/// The stages that need models, loaded once.
struct InputStages: Sendable {
  let restoration: RestorationStage
  let structure: StructureStage
  let tasks: TaskStage
  /// What reads figures by pen; nil for a folder of models without its net.
  let pen: PenFigureReader?

  /// Loads the restoration model, the net of figures by pen and the dictionaries of a folder.
  ///
  /// - Throws: a failure where one of them is damaged, or missing but for the net.
  init(models folder: String, documents: DocumentsOfFile = .auto) throws(Failure) {
    let model = try RestorationModel(contentsOf: folder + "/" + RestorationModel.fileName)
    let phrases = Phrases(try Vocabulary.load(from: folder))
    restoration = RestorationStage(restorer: Restorer(model: model))
    structure = StructureStage(phrases, documents: documents)
    tasks = TaskStage(extractor: RecordExtractor(phrases))
    pen = try PenNet.load(from: folder).map { PenFigureReader($0) }
  }
}
