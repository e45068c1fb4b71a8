public import DocumentModel
internal import Intake
public import PageReading
internal import Structure

/// Makes the record of an input anew from pages that were read before, and reads a page again that lies another way up than
/// it was read. The models are loaded when they are first needed, and kept.
public actor RecordMaker {
  private struct Loaded {
    var stages: InputStages
    var pool: RecognitionPool
  }

  private let models: @Sendable () throws(Failure) -> String
  private let reading: ReadingSettings
  private let originals: OpenedOriginals
  private var loaded: Loaded?

  /// `models` finds the folder of the models and dictionaries.
  public init(
    reading: ReadingSettings = ReadingSettings(), models: @escaping @Sendable () throws(Failure) -> String
  ) {
    self.models = models
    self.reading = reading
    originals = OpenedOriginals(reader: InputReader(mostPixels: reading.mostPixels))
  }

  private func load() throws(Failure) -> Loaded {
    if let loaded { return loaded }
    let new = Loaded(
      stages: try InputStages(models: try models()), pool: RecognitionPool(width: 1, settings: reading))
    loaded = new
    return new
  }

  /// The record of an input all of whose pages are known, numbered as a transcript numbers them. `begins` tells whether a
  /// document begins at a page; a page that is not in it goes by its letterhead.
  ///
  /// - Throws: a failure where the models are missing or damaged.
  public func record(
    of pages: [Page], path: String, sha256: String, kind: SourceSummary.Kind, begins: [Int: Bool]
  ) throws(Failure) -> InputRecord {
    let stages = try load().stages
    let witnesses = HeadWitnesses(fileName: path.split(separator: "/").last.map(String.init))
    let trees = stages.structure.run(pages, witnesses: witnesses, decided: begins)
    return InputRecord(
      source: SourceSummary(path: path, sha256: sha256, kind: kind, of: pages), documents: stages.tasks.run(trees))
  }

  /// The pages with one of them read anew from its original, which is turned clockwise by `rotation` degrees first.
  ///
  /// - Throws: a failure where the original is gone or another, where the page cannot be read, or where it has no picture.
  public func pages(
    _ pages: [Page], of path: String, sha256: String, turning number: Int, to rotation: Int
  ) async throws(Failure) -> [Page] {
    let loaded = try load()
    guard let index = pages.firstIndex(where: { $0.number == number }) else {
      throw Failure(.badInput, .originalGone("\(path):\(number)"))
    }
    let source = try await originals.page(number, of: path, sha256: sha256)
    let stages = loaded.stages
    let stage = RecognitionStage(
      pool: loaded.pool, settings: reading, layout: stages.structure.layout, pen: stages.pen,
      judge: stages.restoration.cost(ofReading:), name: path)
    var all = pages
    all[index] = try await stage.run(source, turned: rotation)
    all[index].rotation = rotation
    // Only the words of this page are new; those of the others help to restore them.
    let restored = stages.restoration.run(all)[index]
    all[index] = stages.structure.signaturesTaken(from: [restored]).pages.first ?? restored
    return Transcript(of: all).pages
  }
}
