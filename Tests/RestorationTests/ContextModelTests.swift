import DocumentModel
import Foundation
import Testing

@testable import Restoration

/// What stands on both sides of a word decides between words of the same letters.
@Suite struct ContextModelTests {
  /// A text in which only the words behind tell `chi` from `chỉ` and `tuyển` from `tuyến`.
  private static let text = String(
    repeating: """
      kinh phí được chi sự nghiệp y tế
      việc này được chỉ đạo thường xuyên
      năm nay có tuyển dụng công chức
      năm nay có tuyến đường mới

      """, count: 60)

  private func learned(_ folder: URL) throws -> (path: String, model: RestorationModel) {
    let corpus = folder.appendingPathComponent("text.txt")
    try Self.text.write(to: corpus, atomically: true, encoding: .utf8)
    var builder = ModelBuilder()
    try builder.add(.init(path: corpus.path, isOpen: true))
    let language = folder.appendingPathComponent(RestorationModel.fileName)
    try Data(builder.build().model).write(to: language)
    for table in ["confusions-english.tsv", "confusions-vietnamese.tsv"] {
      try FileManager.default.copyItem(
        at: Fixture.root.appendingPathComponent("dictionaries/" + table), to: folder.appendingPathComponent(table))
    }
    var settings = ContextTrainer.Settings()
    (settings.buckets, settings.logWeights, settings.logCounts, settings.passes) = (512, 16, 16, 4)
    var trainer = try ContextTrainer(languageModel: language.path, settings: settings)
    try trainer.add(contentsOf: corpus.path)
    let contexts = folder.appendingPathComponent(ContextModel.fileName)
    try Data(trainer.train { _, _ in }).write(to: contexts)
    return (contexts.path, try RestorationModel(contentsOf: language.path))
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("contexts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func wordsBehindDecide() throws {
    try inFolder { folder in
      let model = try learned(folder).model
      let contexts = try #require(model.contexts)
      func likelier(_ text: String, at place: Int) throws -> String {
        let words = try text.split(separator: " ").map { try #require(model.vocabulary.exact(String($0))) }
        let group = contexts.groups.range(of: words[place])
        var costs = [Float](repeating: 0, count: group.count)
        words.withUnsafeBufferPointer { contexts.costs(of: group, at: place, in: $0, into: &costs) }
        let best = try #require(costs.indices.min { costs[$0] < costs[$1] })
        return model.vocabulary.text(contexts.groups.members[group.lowerBound + best])
      }
      #expect(try likelier("được chỉ sự nghiệp", at: 1) == "chi")
      #expect(try likelier("được chi đạo thường", at: 1) == "chỉ")
      #expect(try likelier("có tuyến dụng công", at: 1) == "tuyển")
      #expect(try likelier("có tuyển đường mới", at: 1) == "tuyến")
    }
  }

  @Test func aDamagedFileOrOneOfAnotherLanguageModelIsRefused() throws {
    try inFolder { folder in
      let path = try learned(folder).path, language = folder.appendingPathComponent(RestorationModel.fileName).path
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes[bytes.count - 1] ^= 1
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(throws: Failure.self) { try RestorationModel(contentsOf: language) }
      try FileManager.default.removeItem(atPath: path)
      #expect(try RestorationModel(contentsOf: language).contexts == nil)
      try FileManager.default.copyItem(
        at: Fixture.root.appendingPathComponent("dictionaries/" + ContextModel.fileName), to: URL(fileURLWithPath: path)
      )
      #expect(throws: Failure.self) { try RestorationModel(contentsOf: language) }
    }
  }

  @Test func weightsComeBackWithinHalfAStep() {
    for weight in [Float(0.2), 0.31, -0.5, 1, -1.7, 2.9] {
      let kept = ContextTable.weights[Int(ContextTable.code(weight))]
      #expect(abs(kept / weight - 1) < 0.11, "\(weight) became \(kept)")
    }
  }

  @Test func aFullBucketKeepsItsGreatestWeights() {
    var writer = ContextWriter(buckets: 1)
    // Tags are bits 5 to 15 of the pair.
    for number in 0..<10 { writer.add(UInt64(number * 2 + 1) << 6, number < 2 ? 0.25 : 2) }
    let file = writer.data(language: 7), entries = file[ContextModel.Field.entries...]
    let codes = stride(from: entries.startIndex, to: entries.endIndex, by: 2).map { file[$0] & 31 }
    #expect(codes.count == 8 && codes.allSatisfy { $0 == UInt8(ContextTable.code(2)) })
  }
}
