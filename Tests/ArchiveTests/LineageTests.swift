import Archive
import DocumentModel
import Testing

private func plan(
  _ hash: String, _ number: String, _ symbol: String, subject: String, cites: [(String, String)], tasks: [String]
) -> KeptInput {
  let references = cites.map { Reference(type: "KH", number: $0.0, symbol: $0.1, date: nil, evidence: someEvidence) }
  let works = tasks.enumerated().map {
    TaskRecord(number: "\($0 + 1)", path: ["\($0 + 1)"], group: nil, content: $1, page: 1)
  }
  let head = DocumentHeader(type: "KH", number: number, symbol: symbol, subject: subject)
  return KeptInput(
    record: record(hash: hash, [DocumentRecord(pages: [1, 1], document: head, references: references, tasks: works)]))
}

@Suite struct LineageTests {
  private func filled(_ archive: Archive) throws {
    try archive.keep([
      plan(
        "p", "01", "KH-BCĐ", subject: "thực hiện Kế hoạch số 02-KH/BCĐTW", cites: [("02", "KH-BCĐTW")],
        tasks: ["Số hóa hồ sơ địa chính giai đoạn trước năm 2025", "Tập huấn kỹ năng số"]),
      plan(
        "x", "15", "KH-UBND", subject: "Triển khai số hóa", cites: [("01", "KH-BCĐ"), ("2", "KH-BCDTW")],
        tasks: ["Mua máy quét", "Số hóa hồ sơ địa chính trước năm 2025"]),
      plan("y", "16", "KH-UBND", subject: "Không liên quan", cites: [], tasks: []),
    ])
  }

  @Test func theTreeHasWhoCarriesOutWhat() throws {
    try withArchive { archive, _ in
      try filled(archive)
      let root = try archive.lineage(of: "02-KH/BCĐTW")
      #expect(root.document == nil)
      #expect(root.children.map(\.symbol) == ["01/KH-BCĐ", "15/KH-UBND"])
      #expect(root.children.map(\.evidence?.kind) == [.subject, .citation])
      let province = try archive.lineage(of: "01/KH-BCĐ")
      #expect(province.children.map(\.symbol) == ["15/KH-UBND"])
      let answers = province.children.flatMap(\.answers).map { [$0.number, $0.aboveNumber] }
      #expect(answers == [["2", "1"]])
    }
  }

  @Test(arguments: [("02", "no-symbol"), ("99/KH-HĐND", "unknown-symbol")])
  func whatIsNotThereIsSaid(_ symbol: String, _ code: String) throws {
    try withArchive { archive, _ in
      try filled(archive)
      let failure = #expect(throws: Failure.self) { try archive.lineage(of: symbol) }
      #expect(failure?.message.code == code)
    }
  }
}
