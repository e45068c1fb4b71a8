import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Grammar

@Suite struct VocabularyTests {
  @Test func rowsThatAreNotUnderstoodArePassedOverAndNoted() {
    let vocabulary = Vocabulary(
      labelTable: "# role\tplace\twording\nlead\tblock\tchủ trì\nnewer\tblock\tx\nlead\tnowhere\ty\nlead\tblock\n",
      documentTypeTable: "KH\tKế hoạch\nKH\n", bodyTable: "head\tỦy ban\nother\tz\n", verbTable: "xây dựng\n\n# chú\n")
    #expect(vocabulary.wordings(of: .lead, .block) == ["chủ trì"])
    #expect(vocabulary.labels.count == 1)
    #expect(vocabulary.documentTypes.map(\.code) == ["KH"])
    #expect(vocabulary.names(.head) == ["Ủy ban"])
    #expect(vocabulary.verbs == ["xây dựng"])
    #expect(
      vocabulary.faults.map { "\($0.file):\($0.line ?? 0) \($0.message.code)" } == [
        "labels.tsv:3 unknown-role", "labels.tsv:4 unknown-place", "labels.tsv:5 too-few-cells",
        "document-types.tsv:2 too-few-cells", "bodies.tsv:2 unknown-kind",
      ])
  }

  @Test func theShippedTablesHaveNoFault() {
    let faults = VocabularyCheck(of: Repository.dictionaries).faults
    #expect(faults.map { "\($0.file):\($0.line ?? 0) \($0.message.en)" } == [])
  }

  struct Case: CustomTestStringConvertible {
    var file: String
    var row: String
    var code: String
    var testDescription: String { "\(file): \(code)" }
  }

  @Test(arguments: [
    Case(file: "labels.tsv", row: "leed\tblock\tnòng cốt", code: "unknown-role"),
    Case(file: "labels.tsv", row: "lead\tblok\tnòng cốt", code: "unknown-place"),
    Case(file: "labels.tsv", row: "lead\tblock", code: "too-few-cells"),
    Case(file: "labels.tsv", row: "lead\tblock\t", code: "empty-cell"),
    Case(file: "labels.tsv", row: "lead\tblock\tCHỦ TRÌ", code: "double-row"),
    Case(file: "labels.tsv", row: "goals\tblock\tnòng cốt", code: "unasked-role"),
    Case(file: "labels.tsv", row: "product\tblock\tChủ trì", code: "two-meanings"),
    Case(file: "document-types.tsv", row: "KHH\tkế hoạch", code: "double-row"),
    Case(file: "document-types.tsv", row: "KHH", code: "too-few-cells"),
    Case(file: "bodies.tsv", row: "haed\tTrạm số hóa", code: "unknown-kind"),
    Case(file: "bodies.tsv", row: "head\tUBND", code: "double-row"),
    Case(file: "bodies.tsv", row: "short\tTSH", code: "empty-cell"),
    Case(file: "verbs.tsv", row: "Tổ chức", code: "double-row"),
    Case(file: "abbreviations.tsv", row: "TSH\tTrạm số hóa", code: "too-few-cells"),
    Case(file: "symbols.tsv", row: "TSH\tnhiều", code: "not-a-number"),
    Case(file: "confusions-english.tsv", row: "ấ\t4\t-1", code: "not-a-number"),
    Case(file: "confusions-vietnamese.tsv", row: "ấ\t4", code: "too-few-cells"),
  ])
  func aBrokenRowIsNamed(_ sample: Case) throws {
    let copy = try Tables()
    let line = try copy.append(sample.row, to: sample.file)
    let faults = VocabularyCheck(of: copy.folder).faults
    #expect(faults.map(\.message.code) == [sample.code])
    #expect(faults.first?.file == sample.file)
    #expect(faults.first?.line == line)
  }

  @Test func aRoleOrAKindWithoutRowsIsNamed() throws {
    let copy = try Tables()
    try copy.removeRows(startingWith: "rangeJoint\t", from: "labels.tsv")
    try copy.removeRows(startingWith: "compound\t", from: "bodies.tsv")
    let faults = VocabularyCheck(of: copy.folder).faults
    #expect(faults.map(\.message.code) == ["unserved-role", "unserved-kind"])
    #expect(faults.allSatisfy { $0.line == nil })
  }

  @Test func aMissingTableIsNamed() {
    let faults = VocabularyCheck(of: "/nowhere").faults
    #expect(Set(faults.map(\.message.code)) == ["table-missing"])
    #expect(faults.count == 10)
  }

  /// The README is where a person who adds a row looks up what a role means.
  @Test func everyRoleIsExplained() throws {
    let readme = try String(contentsOfFile: Repository.dictionaries + "/README.md", encoding: .utf8)
    for place in Vocabulary.Place.allCases {
      for role in place.roles {
        #expect(readme.contains("| `\(place.rawValue)` | `\(role.rawValue)` |"), "\(place) \(role)")
      }
    }
    for kind in Vocabulary.NameKind.allCases { #expect(readme.contains("| `\(kind.rawValue)` |"), "\(kind)") }
  }
}

/// A copy of the shipped tables that a test may change; it is deleted with the value.
private final class Tables {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    folder = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: Repository.dictionaries)
    where name.hasSuffix(".tsv") {
      try FileManager.default.copyItem(atPath: Repository.dictionaries + "/" + name, toPath: folder + "/" + name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Gives the line, 1-based, that the row stands in.
  func append(_ row: String, to file: String) throws -> Int {
    let path = folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + row + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return text.count(where: \.isNewline) + 1
  }

  func removeRows(startingWith start: String, from file: String) throws {
    let path = folder + "/" + file
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    try lines.filter { !$0.hasPrefix(start) }.joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }
}
