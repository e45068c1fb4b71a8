import DocumentModel
import Foundation
import Testing
import Vietnamese

@testable import Restoration

/// Any input comes out with as many lines, and the same way every time.
@Suite struct RobustnessTests {
  private static let alphabets: [String] = [
    "abcdđeghiklmnoôơpqrstuưvxy ăâêáàảãạ ", "6§¢€@&{}|<>^'\"()[]/\\-.,;:!?0123456789 aoeu",
    "\u{0}\u{7}\u{200F}\u{FEFF}\u{301} a\t",
    "日本語абв🙂👩‍👩‍👧 x",
  ]

  @Test(arguments: [Noise.automatic, .stripped, .english, .vietnamese, .clean], [UInt64](1...3))
  func anyTextKeepsItsLines(_ noise: Noise, _ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let rows = (0..<6).map { _ in
      let alphabet = Array(Self.alphabets.randomElement(using: &dice) ?? "a")
      return String((0..<Int.random(in: 0...50, using: &dice)).compactMap { _ in alphabet.randomElement(using: &dice) })
    }
    let lines = rows.map { Line(parsing: $0) }
    let restorer = try Fixture.restorer(noise)
    let restored = restorer.restore(lines)
    #expect(restored.count == lines.count)
    #expect(zip(restored, lines).allSatisfy { $0.isEmpty == $1.isEmpty && $0.trailing == $1.trailing })
    #expect(restorer.restore(lines) == restored)
  }

  @Test(arguments: [Noise.stripped, .english, .vietnamese])
  func aWordWithoutEnd(_ noise: Noise) throws {
    let text = String(repeating: "a-b/c.", count: 3000)
    #expect(try Fixture.restorer(noise).restore([Line(parsing: text)]).count == 1)
  }

  /// Damage between two words makes one of them that is longer than any.
  @Test(arguments: [Noise.stripped, .english, .vietnamese], ["t", "5", "ch¢6"])
  func wordsThatDebrisJoins(_ noise: Noise, _ word: String) throws {
    let debris = word + String(repeating: "\u{7F}", count: 300) + "hién"
    let page = Array(repeating: Line(parsing: "Uy ban nhan dan xa trién khai thuc hién Ké hoach \(debris)"), count: 4)
    let restored = try Fixture.restorer(noise).restore(page)
    #expect(restored.allSatisfy { $0.words.last?.text.hasPrefix(word.prefix(1)) == true })
  }

  @Test func decomposedTextIsComposed() throws {
    let text = "Quyết định của Ủy ban nhân dân"
    #expect(
      try Fixture.restored(text.decomposedStringWithCanonicalMapping).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [
    "Céng hoµ x· héi chñ nghÜa ViÖt Nam. QuyÕt ®Þnh cña Uû ban nh©n d©n",
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Quyeát ñònh cuûa UÛy ban nhaân daân",
  ])
  func encodingsFromBeforeUnicode(_ text: String) throws {
    let restored = try Fixture.restored(text)
    #expect(
      restored.hasPrefix("Cộng hoà xã hội chủ nghĩa Việt Nam. Quyết định của") || restored.hasPrefix("Cộng hòa xã"))
  }

  @Test func aDamagedModelIsRefused() throws {
    let source = Fixture.root.appendingPathComponent("dictionaries/vietnamese.model")
    var data = Data(try Data(contentsOf: source).prefix(4096))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try data.write(to: URL(fileURLWithPath: path))
    #expect(throws: Failure.self) { try RestorationModel(contentsOf: path) }
    data[0] ^= 1
    try data.write(to: URL(fileURLWithPath: path))
    #expect(throws: Failure.self) { try RestorationModel(contentsOf: path) }
    #expect(throws: Failure.self) { try RestorationModel(contentsOf: path + ".none") }
  }
}
