import DocumentModel
import Testing

@testable import Restoration

@Suite struct ListMarkersTests {
  private func mended(_ markers: String, of noise: Noise) -> String {
    var lines = markers.split(separator: " ").map { Line(parsing: "\($0) Phân công cán bộ trực") }
    var state = ListMarkers()
    ListMarkers.mend(&lines, in: lines.indices, of: noise, after: &state)
    return lines.map(\.words[0].text).joined(separator: " ")
  }

  @Test(arguments: [Noise.vietnamese, .english])
  func aBarredLetterAfterCIsOneWithoutABar(_ noise: Noise) {
    #expect(mended("a) b) c) đ) đ) e)", of: noise) == "a) b) c) d) đ) e)")
  }

  @Test func onlyAnEnglishModelTakesOneLetterForAnother() {
    #expect(mended("a) b) ¢) d) d)", of: .english) == "a) b) c) d) đ)")
    #expect(mended("a) b) c) d) d)", of: .vietnamese) == "a) b) c) d) d)")
  }
}
