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

  @Test(arguments: [
    Sample(
      noise: .english, seen: "Trién khai thuc hién nhi ém vu, hie u qua trong n am 2025",
      meant: "Triển khai thực hiện nhiệm vụ, hiệu quả trong năm 2025"),
    Sample(
      noise: .vietnamese, seen: "tổ chức th ực hiện nhi ệm vụ, hiệ u quả", meant: "tổ chức thực hiện nhiệm vụ, hiệu quả"
    ),
    Sample(
      noise: .stripped, seen: "Can bo th uc hien nhiem v u hie u qua", meant: "Cán bộ thực hiện nhiệm vụ hiệu quả"),
  ])
  func tornWordsAreJoined(_ sample: Sample) throws {
    #expect(try Fixture.restored(sample.seen, sample.noise) == sample.meant)
  }

  /// Words that happen to make another, columns, numbers, list markers, and words of the user's own.
  @Test(arguments: [
    "do an thiet ke, co an toan", "nhiem\tvu hie\tu qua", "thuoc nhom 1 a va 2 b", "a) Ban than", "c ac", "hie\nu qua",
  ])
  func whatStandsApartStaysApart(_ text: String) throws {
    let restored = try Fixture.restored(text, .stripped, terms: ["c"])
    #expect(restored.map(\.isWhitespace) == text.map(\.isWhitespace))
  }

  @Test func aJoinedWordKeepsBothParts() throws {
    let box = { PixelBox(x: $0, y: 10, width: $1, height: 12) }
    let words = [
      Word(text: "đạt", spaceBefore: ""), Word(text: "(hiệ", box: box(10, 30)), Word(text: "u", box: box(50, 10)),
      Word(text: "quả),", box: box(70, 30)),
    ]
    let restored = try Fixture.restorer(.vietnamese).restore([Line(words: words)])[0]
    #expect(restored.words.map(\.text) == ["đạt", "(hiệu", "quả),"])
    #expect(restored.words.map(\.original) == ["đạt", "(hiệ u", "quả),"])
    #expect(restored.words[1].box == box(10, 50))
  }

  /// What is a word, or nothing that two syllables make, stays.
  @Test(arguments: ["email, online, Internet, website, Samsung, iOffice, VNeID", "Toshiba laptop blockchain server"])
  func foreignWordsStayWhole(_ text: String) throws {
    #expect(try Fixture.restored(text, .stripped) == text)
  }
}
