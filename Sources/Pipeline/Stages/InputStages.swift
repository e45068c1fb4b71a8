internal import DocumentModel
internal import Grammar
internal import Restoration
internal import Tasks

/// The stages that need models, loaded once.
struct InputStages: Sendable {
  let restoration: RestorationStage
  let structure: StructureStage
  let tasks: TaskStage

  /// Loads the restoration model and the dictionaries of a folder.
  ///
  /// - Throws: a failure where one of them is missing or damaged.
  init(models folder: String) throws(Failure) {
    let model = try RestorationModel(contentsOf: folder + "/" + RestorationModel.fileName)
    let phrases = Phrases(try Vocabulary.load(from: folder))
    restoration = RestorationStage(restorer: Restorer(model: model))
    structure = StructureStage(phrases)
    tasks = TaskStage(extractor: RecordExtractor(phrases))
  }
}
