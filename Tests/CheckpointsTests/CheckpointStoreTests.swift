import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Checkpoints

@Suite struct CheckpointStoreTests {
  private let folder: TemporaryFolder
  private let input = String(repeating: "ab", count: 32)
  private let key = StageKey("recognition", madeOf: "code 1", settings: ["languages": "vie"])

  init() throws { folder = try TemporaryFolder() }

  private var store: CheckpointStore { CheckpointStore(folder: folder["kept"]) }

  private func page(_ number: Int) -> Page {
    let word = Word(text: "số", original: "so", box: PixelBox(x: 1, y: 2, width: 3, height: 4), confidence: 0.123456789)
    var page = Page(number: number, origin: .scan, blocks: [.line(Line(words: [word], page: number))])
    page.skew = 0.1 + Double(number) / 3
    return page
  }

  /// A page that is read back is the page that was kept, to the last digit: `record.json` rounds, this must not.
  @Test func pagesComeBackAsTheyWere() throws {
    try store.keep(page(1), page: 1, of: input, by: key)
    try store.keep(page(12), page: 12, of: input, by: key)
    let found: [Int: Page] = store.pages(of: input, by: key)
    #expect(found == [1: page(1), 12: page(12)])
  }

  @Test func theWholeTakesThePlaceOfThePagesAndOfOlderVersions() throws {
    let older = StageKey("recognition", madeOf: "code 0", settings: ["languages": "vie"])
    let other = StageKey("restoration", madeOf: "code 1", settings: [:], after: key)
    try store.keep(whole: [page(1)], of: input, by: older)
    try store.keep(whole: [page(1)], of: input, by: other)
    try store.keep(page(1), page: 1, of: input, by: key)
    try store.keep(whole: [page(1), page(2)], of: input, by: key)
    // What a crash left goes, what another worker is writing stays.
    let place = try #require(try folder.files().first?.split(separator: "/").dropLast().joined(separator: "/"))
    try folder.write("", to: place + "/recognition-1.999999999.partial")
    let own = "recognition-1.\(ProcessInfo.processInfo.processIdentifier).partial"
    try folder.write("", to: place + "/" + own)
    try store.keep(whole: [page(1), page(2)], of: input, by: key)
    #expect(try folder.files().count == 3 && folder.files().contains(place + "/" + own))
    #expect(store.pages(of: input, by: key) == [1: page(1), 2: page(2)])
    #expect(store.whole(of: input, by: other) == [page(1)])
    #expect(store.whole(of: input, by: older) as [Page]? == nil)
  }

  @Test(arguments: ["cut", "bit", "empty", "other"])
  func whatIsDamagedIsAsGoodAsNone(_ damage: String) throws {
    try store.keep(page(3), page: 3, of: input, by: key)
    let path = folder[try #require(try folder.files().first)]
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    switch damage {
    case "cut": bytes.removeLast(bytes.count / 3)
    case "bit": bytes[bytes.count - 10] ^= 4
    case "empty": bytes = []
    default: bytes = Array("not what was kept".utf8)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect((store.pages(of: input, by: key) as [Int: Page]).isEmpty)
  }

  /// A length that damage has made huge must not be believed.
  @Test func noLengthIsBelievedThatTheBytesCannotHold() {
    let packed = Packing.pack(Array("{}".utf8))
    #expect(Packing.unpack(packed) == Array("{}".utf8))
    for index in 8..<16 {
      var bytes = packed
      bytes[index] = 0x7F
      #expect(Packing.unpack(bytes) == nil)
    }
  }

  @Test func nothingKeptIsBelievedWhereAllIsToBeMadeAgain() throws {
    try store.keep(page(1), page: 1, of: input, by: key)
    let strict = CheckpointStore(folder: folder["kept"], ignoresKept: true)
    #expect((strict.pages(of: input, by: key) as [Int: Page]).isEmpty)
  }

  @Test func whatCannotBeKeptIsAFailure() throws {
    try folder.write("in the way", to: "kept")
    #expect(throws: Failure.self) { try store.keep(page(1), page: 1, of: input, by: key) }
  }

  /// Anything that changes a stage changes its key and those of the stages after it, and no other.
  @Test func keysFollowStageVersionSettingsAndWhatCameBefore() {
    let restoration = StageKey("restoration", madeOf: "code 1", settings: [:], after: key)
    let changed = [
      StageKey("recognition", madeOf: "code 2", settings: ["languages": "vie"]),
      StageKey("recognition", madeOf: "code 1", settings: ["languages": "vie+eng"]),
      StageKey("recognition", madeOf: "code 1", settings: ["languages": "vie", "model": "x"]),
    ]
    for other in changed {
      #expect(other.digest != key.digest)
      #expect(StageKey("restoration", madeOf: "code 1", settings: [:], after: other).digest != restoration.digest)
    }
    #expect(StageKey("restoration", madeOf: "code 2", settings: [:], after: key).digest != restoration.digest)
    // What stands in one setting cannot be taken for another.
    #expect(
      StageKey("a", madeOf: "code 1", settings: ["x": "1\ny=1:2"]).digest
        != StageKey("a", madeOf: "code 1", settings: ["x": "1", "y": "2"]).digest)
  }
}
