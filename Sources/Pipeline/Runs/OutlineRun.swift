public import DocumentModel
internal import Export
internal import Foundation
internal import Intake
public import PageReading

/// Takes one input through the stages to the outlines of its documents. Nothing is written.
public struct OutlineRun: Sendable {
  private let stages: InputStages
  private let reading: ReadingSettings

  /// Loads the restoration model and the dictionaries of the folder `models`.
  ///
  /// - Throws: a failure where one of them is missing or damaged.
  public init(
    models: String, reading: ReadingSettings = ReadingSettings(), documents: DocumentsOfFile = .auto
  ) throws(Failure) {
    stages = try InputStages(models: models, documents: documents)
    self.reading = reading
  }

  /// The outline of every document of an input.
  ///
  /// - Throws: a failure where the input cannot be opened or none of its pages can be read.
  public func outlines(of path: String) async throws(Failure) -> [OutlineNode] {
    let (inputs, rejections) = InputFinder().inputs(at: [path])
    guard let input = inputs.first else { throw rejections.first?.failure ?? Failure(.cannotOpenInput, .noInput(path)) }
    let pool = RecognitionPool(width: Self.width, settings: reading)
    defer { pool.close() }
    let processor = InputProcessor(stages: stages, pool: pool, reading: reading, width: Self.width)
    let product = try await processor.process(input)
    return zip(product.trees, product.record.documents).map(OutlineExport.outline)
  }

  private static var width: Int { ProcessInfo.processInfo.activeProcessorCount }
}

extension Message {
  static func noInput(_ path: String) -> Message {
    Message(
      "no-input", vi: "“\(path)” không có gì để đọc. Nêu một tệp PDF, ảnh hoặc văn bản.",
      en: "There is nothing to read in “\(path)”. Name a PDF, an image or a text.")
  }
}
