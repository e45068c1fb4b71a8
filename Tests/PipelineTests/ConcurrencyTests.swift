import DocumentModel
import Synchronization
import Testing

@testable import PageReading
@testable import Pipeline

@Suite struct ConcurrencyTests {
  @Test(arguments: [0, 1, 3, 50]) func mappingKeepsOrderAndWidth(_ width: Int) async {
    let counts = Mutex((now: 0, most: 0))
    let results = await mapped(Array(0..<20), width: width) { number in
      counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      await Task.yield()
      counts.withLock { $0.now -= 1 }
      return number * 2
    }
    #expect(results == (0..<20).map { $0 * 2 })
    #expect(counts.withLock { $0.most } <= max(1, width))
  }

  @Test func mappingNothingGivesNothing() async {
    #expect(await mapped([Int](), width: 4) { $0 }.isEmpty)
  }

  @Test func aPoolAnswersEveryJobAndPassesFailuresOn() async {
    let pool = RecognitionPool(width: 2, settings: ReadingSettings(languages: "no-such-model"))
    defer { pool.close() }
    let codes = await mapped(Array(0..<6), width: 6) { _ in
      await outcome { () throws(Failure) in try await pool.run { _ throws(Failure) in 1 } }.failure?.message.code
    }
    #expect(codes == Array(repeating: "missing-recognition-model", count: 6))
  }
}
