import DocumentModel
import Testing

@testable import Restoration

/// Words that were glued to one another, and words that were torn.
@Suite struct WordBoundaryTests {
  struct Sample: CustomTestStringConvertible {
    var noise: Noise
    var seen, meant: String
    var testDescription: String { "\(noise): \(seen)" }
  }

  @Test(arguments: [
    Sample(
      noise: .stripped, seen: "Can bo thuchien nhiem vu duocgiao trong hoinghi",
      meant: "Cán bộ thực hiện nhiệm vụ được giao trong hội nghị"),
    Sample(
      noise: .stripped, seen: "Chu tich UBND tinh banhanh Quyetdinh", meant: "Chủ tịch UBND tỉnh ban hành Quyết định"),
    Sample(
      noise: .vietnamese, seen: "Ủy ban nhân dân tỉnh banhành kế hoạch và thựchiện",
      meant: "Ủy ban nhân dân tỉnh ban hành kế hoạch và thực hiện"),
    Sample(noise: .vietnamese, seen: "các cấp ủy đảngbộ trực thuộc", meant: "các cấp ủy đảng bộ trực thuộc"),
  ])
  func gluedWordsAreCut(_ sample: Sample) throws {
    #expect(try Fixture.restored(sample.seen, sample.noise) == sample.meant)
  }

  /// What is a word, or nothing that two syllables make, stays.
  @Test(arguments: ["email, online, Internet, website, Samsung, iOffice, VNeID", "Toshiba laptop blockchain server"])
  func foreignWordsStayWhole(_ text: String) throws {
    #expect(try Fixture.restored(text, .stripped) == text)
  }
}
