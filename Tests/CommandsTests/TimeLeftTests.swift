import Testing

@testable import Commands

@Suite struct TimeLeftTests {
  /// Half of the pages were read by an earlier run and are counted at once; the rest take a second for each hundredth.
  @Test func whatIsCountedEarlyMakesNoLeap() throws {
    var left = TimeLeft(), told: [Double] = []
    for second in 1...40 {
      let share = 0.5 + Double(second) / 100
      if let seconds = left.seconds(at: Double(second), share: share) { told.append(seconds) }
    }
    #expect(zip(told, told.dropFirst()).allSatisfy { abs($0 - $1) < 5 }, "\(told)")
    let last = try #require(told.last)
    #expect(abs(last - 10) < 3)
  }

  @Test func nothingIsToldBeforeAnythingIsDone() {
    var left = TimeLeft()
    #expect(left.seconds(at: 60, share: 0) == nil)
  }

  @Test(arguments: [
    (["--language", "en"], ["--help"]), (["--language", "xx"], ["--language", "xx"]),
    (["--language", "en", "tasks"], ["tasks", "--language", "en"]),
    (["--language=en", "tasks"], ["tasks", "--language=en"]), (["tasks"], ["tasks"]),
  ])
  func theLanguageMayStandFirst(_ given: [String], _ taken: [String]) {
    #expect(SohoaCommand.inOrder(given) == taken)
  }
}
