import Archive
import DocumentModel
import Synchronization
import Testing

@testable import ReviewServer

/// What is kept of pages never outlives what it was made of.
@Suite struct KeptPartsTests {
  @Test(arguments: ["/", "/tasks", "/tasks.csv", "/documents", "/search?q=s%E1%BB%910"])
  func aPageShowsWhatIsThereNow(path: String) async throws {
    let fixture = try Fixture(documents: 2), before = await fixture.get(path).text
    let first = fixture.site.kept.bytes
    // Who takes something from the queue changes no page.
    _ = try fixture.archive.nextDoubt(for: "minh", at: fixture.time.now)
    func plain(_ text: String) -> String { text.replacing(/csrf" (content|value)="[0-9a-f]*"/, with: "") }
    let again = await fixture.get(path).text
    // The overview's count of heads says how many are left for this person, and is not kept.
    #expect(path == "/" || plain(again) == plain(before))
    #expect(fixture.site.kept.bytes == first && first > 0)
    // Another program's change shows at once.
    let other = try Archive(path: fixture.archive.path)
    try other.setStatus(ofTask: 1, to: .done, seen: .open, note: nil, who: "An", at: 1)
    try other.correct(EditSubject(.word, id: 2, place: 3), to: "số0", seen: "số1", who: "An", at: 1)
    try Fixture.keep(7, in: other)
    #expect(plain(await fixture.get(path).text) != plain(before))
  }

  /// Everybody has a mark of their own, and sees what their part allows.
  @Test func nobodyGetsWhatIsAnothers() async throws {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("Lan")
    try fixture.add("Minh", .reads)
    for path in ["/", "/tasks", "/documents", "/search?q=lam"] {
      var texts: [String] = []
      for name in ["Lan", "Minh"] {
        let visitor = await fixture.signIn(name).visitor
        texts.append(await fixture.get(path, cookie: visitor.cookie).text)
        #expect(texts.last?.contains(visitor.csrf) == true && texts.last?.contains(name) == true)
      }
      #expect(
        !texts[1].contains("Lan<")
          && (path != "/tasks" || texts[1].contains("disabled") != texts[0].contains("disabled")))
      #expect(await fixture.get(path + (path.contains("?") ? "&" : "?") + "lang=en").status == 303)
    }
  }

  @Test func noMoreIsKeptThanHasRoom() {
    let kept = KeptParts(), made = Mutex(0)
    func ask(_ number: Int, version: String = "1") -> Int {
      kept.value("\(number)", version: version, bytes: { _ in 1 << 20 }) {
        made.withLock { $0 += 1 }
        return number
      }
    }
    for number in 0..<100 { #expect(ask(number) == number) }
    #expect(kept.bytes <= 24 << 20)
    #expect(ask(99) == 99 && made.withLock { $0 } == 100)
    #expect(ask(0) == 0 && made.withLock { $0 } == 101)
    #expect(ask(99, version: "2") == 99 && made.withLock { $0 } == 102 && kept.bytes < 2 << 20)
  }
}
