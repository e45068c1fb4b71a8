import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct InspectorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scan(_ name: String) -> String { Repository.root + "corpus/scans/" + name }

  @Test func tellsWhatFilesAre() async throws {
    let text = try folder.write("KẾ HOẠCH\n\u{0C}trang hai\n", to: "a.txt")
    let report = try await Inspector(jobs: 2).inspect([scan("dev06_joint_born.pdf"), scan("dev05_hist_1991.png"), text])
    let kinds = report.inputs.map { "\($0.format ?? "") \($0.kind?.rawValue ?? "") \($0.pages.count)" }
    #expect(kinds == ["pdf born-digital 2", "png scan 1", "text text 2"] && report.exitCode == 0)
    let born = report.inputs[0].pages[0], old = report.inputs[1].pages[0]
    #expect(born.textLayer.verdict == "trusted" && born.textLayer.why.code == "text-layer-trusted")
    #expect(born.quality == .digital && born.bits == nil && born.measures == nil)
    #expect(old.textLayer.verdict == "absent" && old.bits == 8 && old.dpi == 150)
    #expect(old.quality?.grade != .good && old.quality?.reasons.contains(.lowResolution) == true)
    #expect(old.millimetres == PixelSize(width: 210, height: 297))
  }

  /// Sheets that lie on their side or upside down, and sparse ones whose letters alone do not tell.
  @Test func tellsHowPagesLie() async throws {
    let report = try await Inspector(jobs: 2).inspect([
      scan("dev01_kh_xa_bullets.pdf"), scan("dev03_kh_tinh_landscape.tif"),
    ])
    #expect(report.inputs.map { $0.pages.compactMap(\.rotation) } == [[0, 0, 0, 180, 0], [0, 0, 0, 270, 0, 90]])
  }

  /// A text has no layer of words over it.
  @Test func aTextIsNoLayer() async throws {
    let text = try folder.write("Bốn từ ở đây\n", to: "a.txt")
    let page = try #require(try await Inspector(jobs: 1).inspect([text]).inputs.first?.pages.first)
    #expect(page.textLayer.why.code == "text-is-plain" && page.textLayer.words == 4)
  }

  @Test func aBadPageIsReportedAndTheOthersStay() async throws {
    let file = try #require(BadFile.all.first { $0.name == "one-bad-of-two.tif" })
    let path = try folder.write(file.bytes(), to: file.name)
    let input = try #require(try await Inspector(jobs: 1).inspect([path, folder["none.pdf"]]).inputs.first)
    #expect(input.pages.map(\.page) == [1] && input.failure == nil)
    #expect(input.findings.map(\.message.code) == ["cannot-decode-image"])
    #expect(input.findings.map(\.provenance?.page) == [2])
  }

  @Test func theSheetIsOnePageThatLoadsNothingAndEscapesNames() async throws {
    let name = "<img src=x onerror=alert(1)>\"&'\u{202E}.png"
    let path = try folder.write(Repository.bytes(of: "corpus/scans/dev05_hist_1991.png"), to: name)
    let sheet = try #require(ContactSheet(path: folder["sheet.html"], language: .vi))
    _ = try await Inspector(jobs: 1).inspect([path], sheet: sheet)
    let html = try String(contentsOfFile: folder["sheet.html"], encoding: .utf8)
    #expect(!html.contains("<img src=x") && html.contains("&lt;img src=x") && !html.contains("\u{202E}"))
    #expect(html.contains("default-src 'none'") && !html.contains("<script") && !html.contains("http://"))
    #expect(!html.contains(" style=") && html.contains("src=\"data:image/jpeg;base64,"))
  }

  /// Frames are for pictures: a text is a name in a list, and what could not be opened is said.
  @Test func theSheetNamesWhatHasNoPicture() async throws {
    let text = try folder.write("KẾ HOẠCH\n", to: "a <b>.txt")
    let sheet = try #require(ContactSheet(path: folder["sheet.html"], language: .vi))
    _ = try await Inspector(jobs: 1).inspect([text, scan("dev05_hist_1991.png"), folder["none.pdf"]], sheet: sheet)
    let html = try String(contentsOfFile: folder["sheet.html"], encoding: .utf8)
    #expect(html.components(separatedBy: "<figure").count == 2)
    #expect(html.contains("a &lt;b&gt;.txt</li>") && html.contains("class=\"fail\"") && html.contains("none.pdf"))
  }

  @Test func theSheetIsAPicture() async throws {
    let sheet = try #require(ContactSheet(path: folder["sheet.png"], language: .en))
    _ = try await Inspector(jobs: 2).inspect([scan("dev02_dossier_ttr_kh.pdf")], sheet: sheet)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder["sheet.png"]))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 50_000)
  }

  /// An original is never written over, by whatever name the sheet is given.
  @Test func aSheetInPlaceOfAnInputIsRefused() async throws {
    let bytes = try Repository.bytes(of: "corpus/scans/dev05_hist_1991.png")
    let path = try folder.write(bytes, to: "page.png")
    try FileManager.default.createSymbolicLink(atPath: folder["link.png"], withDestinationPath: path)
    for name in ["page.png", "./x/../page.png", "link.png"] {
      let sheet = try #require(ContactSheet(path: folder[name], language: .vi))
      let failure = await #expect(throws: Failure.self) {
        _ = try await Inspector(jobs: 1).inspect([path], sheet: sheet)
      }
      #expect(failure?.message.code == "sheet-is-an-input" && failure?.code == .badArguments)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
  }

  @Test(arguments: ["sheet.pdf", "sheet", "html", ""]) func aSheetIsHTMLOrPNG(_ name: String) {
    #expect(ContactSheet(path: name, language: .vi) == nil)
  }

  @Test func thePageRecordHasTheGrade() async throws {
    let run = try BatchRun(
      RunSettings(
        output: folder["out"], jobs: 1, formats: [.json], language: .vi, models: Repository.dictionaries))
    #expect(try await run.process([scan("dev05_hist_1991.png")]).exitCode == 0)
    let record = try Data(contentsOf: URL(fileURLWithPath: folder["out/dev05_hist_1991/record.json"]))
    let image = try #require(try JSONDecoder().decode(InputRecord.self, from: record).source.pageImages.first)
    #expect(image.quality?.grade == .fair && image.quality?.reasons.contains(.lowResolution) == true)
  }
}
