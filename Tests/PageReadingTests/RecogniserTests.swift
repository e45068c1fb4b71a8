import DocumentModel
import Imaging
import Intake
import Recognition
import SampleDocuments
import Testing

@testable import PageReading

/// A page is read the same way whatever recognises its words.
@Suite struct RecogniserTests {
  /// Reads the same two words in every region, and knows how often it was asked.
  private struct Parrot: PageRecogniser, ~Copyable {
    var asked = 0
    var isOnTime = true

    mutating func allow(seconds: Double) { isOnTime = seconds > 0 }
    mutating func begin(_ image: borrowing PageImage) {}

    mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
      asked += 1
      if !isOnTime { throw Failure(.badInput, .noSuchRecogniser("late")) }
      let box = PixelBox(x: region?.x ?? 200, y: region?.y ?? 200, width: 200, height: 40)
      return [Line(words: [Word(text: "KẾ HOẠCH", spaceBefore: "", box: box, confidence: 0.95)])]
    }
  }

  @Test func anyRecogniserWillDo() async throws {
    let path = Repository.root + "corpus/scans/dev05_hist_1991.png"
    let input = try #require(InputFinder().inputs(at: [path]).inputs.first)
    let source = try #require(try await InputReader().open(input).pages.first), image = try await source.image()
    let reader = PageReader(name: "page", settings: ReadingSettings()) { _ in 1 }
    var parrot = Parrot()
    let page = try reader.read(source, image, with: &parrot)
    #expect(parrot.asked > 0 && page.origin == .scan && page.lines.contains { $0.text == "KẾ HOẠCH" })
    let hasty = PageReader(name: "page", settings: ReadingSettings(pageTimeout: 0)) { _ in 1 }
    #expect(throws: Failure.self) { _ = try hasty.read(source, image, with: &parrot) }
  }

  @Test func recognisersAreKnownByTheirNames() throws {
    for kind in Recognisers.all {
      #expect(try Recognisers.kind(named: kind.name).name == kind.name && !kind.version().isEmpty)
      #expect(
        !kind.modelFiles(kind.usualLanguages).isEmpty && kind.modelFiles(kind.usualLanguages).allSatisfy { $0 != nil })
      #expect(kind.modelFiles("no-such-language") == [nil])
    }
    #expect(throws: Failure.self) { _ = try Recognisers.kind(named: "none") }
  }
}
