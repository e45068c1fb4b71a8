import Archive
import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Pipeline

/// What people decided about pages holds where records are made anew, and where a file is processed again.
@Suite struct DecidedPagesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = """
    KẾ HOẠCH
    Về việc thu hoạch vụ mùa
    1. Giao thôn Đoài gặt lúa xong trước ngày 30/6/2027.
    \u{0C}KẾ HOẠCH
    Về việc xay thóc
    1. Giao thôn Hạ xay thóc xong trước ngày 30/9/2027.

    """

  private func run(_ paths: [String]) async throws {
    let settings = RunSettings(
      output: folder["out"], jobs: 2, formats: Set(OutputFormat.all), language: .vi, models: Repository.dictionaries,
      archive: folder["kho.sqlite"])
    let report = try await BatchRun(settings, selection: .all).process(paths)
    #expect(report.failed.isEmpty)
  }

  private func divide(_ change: PageChange) async throws -> String {
    let archive = try Archive(path: folder["kho.sqlite"])
    defer { archive.close() }
    let document = try #require(try archive.documentPlace(id: 1))
    let seen = try #require(try archive.division(of: document.sha256)).seen
    let input = try archive.divided(document.sha256, by: change, seen: seen)
    let maker = RecordMaker { () throws(Failure) in Repository.dictionaries }
    var pages = input.pages
    if case .turn(let page, let rotation) = change {
      pages = try await maker.pages(pages, of: document.path, sha256: document.sha256, turning: page, to: rotation)
    }
    let record = try await maker.record(
      of: pages, path: document.path, sha256: document.sha256, kind: document.kind, begins: input.begins)
    #expect(try archive.keep(input, as: record, pages: pages, who: "An", at: 1) != nil)
    return document.sha256
  }

  @Test func aTextThatWasSplitStaysSplit() async throws {
    let path = try folder.write(Self.text, to: "in/hai.txt")
    try await run([path])
    let sha256 = try await divide(.begins(page: 2, true))
    for round in 0..<2 {
      let archive = try Archive(path: folder["kho.sqlite"])
      #expect(try archive.division(of: sha256)?.ranges == [1...1, 2...2], "round \(round)")
      #expect(try archive.document(id: 2)?.document.subject?.contains("xay thóc") == true)
      archive.close()
      if round == 0 { try await run([path]) }
    }
    let json = try Data(contentsOf: URL(fileURLWithPath: folder["out/hai/record.json"]))
    #expect(try JSONDecoder().decode(InputRecord.self, from: json).documents.map(\.pages) == [[1, 1], [2, 2]])
  }

  /// Upside down, a scan gives other words, with their places on the picture as it lies then.
  @Test func aPageIsReadTheWayItWasTurned() async throws {
    let path = Repository.root + "corpus/scans/dev05_hist_1991.png"
    try await run([path])
    let sha256 = try await divide(.turn(page: 1, to: 180))
    for round in 0..<2 {
      let archive = try Archive(path: folder["kho.sqlite"])
      #expect(try archive.reading(sha256: sha256, page: 1)?.page.rotation == 180, "round \(round)")
      archive.close()
      if round == 0 { try await run([path]) }
    }
  }
}
