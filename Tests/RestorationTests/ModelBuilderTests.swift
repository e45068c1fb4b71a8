import DocumentModel
import Foundation
import Testing

@testable import Restoration

@Suite struct ModelBuilderTests {
  @Test func aModelIsBuiltAndRead() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let corpus = folder.appendingPathComponent("corpus.txt").path
    let text = String(repeating: "Nay giao Ủy ban nhân dân xã làm việc.\nDân làng cùng bàn bạc việc xã.\n", count: 20)
    try Data(text.utf8).write(to: URL(fileURLWithPath: corpus))
    let first = try build(corpus), second = try build(corpus)
    #expect(first.model == second.model)

    let path = folder.appendingPathComponent(RestorationModel.fileName).path
    try Data(first.model).write(to: URL(fileURLWithPath: path))
    for name in ["english", "vietnamese"] {
      try Data("meant\tseen\tcost\n".utf8).write(to: folder.appendingPathComponent("confusions-\(name).tsv"))
    }
    let restorer = Restorer(model: try RestorationModel(contentsOf: path), settings: .init(noise: .stripped))
    #expect(
      restorer.restore([Line(parsing: "giao Uy ban nhan dan xa cung ban bac viec")])[0].text
        == "giao Ủy ban nhân dân xã cùng bàn bạc việc")
  }

  private func build(_ corpus: String) throws -> ModelBuilder.Product {
    var settings = ModelBuilder.Settings()
    settings.heldOut.every = 0
    settings.thresholds = [0, 0, 0]
    var builder = ModelBuilder(settings: settings)
    try builder.add(.init(path: corpus, isOpen: true))
    return builder.build()
  }
}
