@testable import Archive
import DocumentModel
import Testing

/// What a word finds, and what it does not: marks typed are marks meant.
private struct Case: CustomTestStringConvertible, Sendable {
  var words: String
  var found: Set<String>
  var testDescription: String { "\(words) → \(found.sorted().joined(separator: " | "))" }
}

private let contents = [
  "Mở rộng đường giao thông", "Chủ tịch xã Dương Kính", "Số hóa tài liệu lưu trữ", "So hoa van ban", "Sổ hoa màu",
  "Thực hiện 02-KH/BCĐTW",
]

private let cases = [
  Case(words: "duong", found: [contents[0], contents[1]]),
  Case(words: "đường", found: [contents[0]]),
  Case(words: "ĐƯỜNG", found: [contents[0]]),
  Case(words: "dương", found: [contents[1]]),
  Case(words: "so hoa", found: [contents[2], contents[3], contents[4]]),
  Case(words: "số hoá", found: [contents[2]]),
  Case(words: "số hoa", found: [contents[2]]),
  Case(words: "hóa so", found: [contents[2]]),
  Case(words: "\"tài liệu lưu trữ\"", found: [contents[2]]),
  Case(words: "\"liệu tài\"", found: []),
  Case(words: "02-KH/BCĐTW", found: [contents[5]]),
  Case(words: "02-kh/bcdtw", found: [contents[5]]),
  Case(words: "02-KH/BCDDTW", found: []),
  Case(words: "giao*", found: [contents[0]]),
  Case(words: "văn phòng đảng uỷ", found: Set(contents)),
  Case(words: "AND OR NOT", found: []),
  Case(words: "không có", found: []),
]

private func kept(in archive: Archive) throws {
  for (index, content) in contents.enumerated() {
    let task = TaskRecord(
      number: "1", path: ["1"], group: nil, content: content, lead: ["Văn phòng Đảng ủy"], page: 1,
      evidence: ["content": someEvidence])
    let head = DocumentHeader(
      type: index < 3 ? "KH" : "TTr", number: "\(index + 1)", symbol: "KH-UBND", issuer: "Ủy ban nhân dân xã Hợp Minh",
      place: "Hợp Minh", date: CalendarDate(year: 2025, month: index + 1, day: 1), subject: "Triển khai")
    try archive.keep(
      record(hash: "h\(index)", [DocumentRecord(pages: [1, 1], document: head, tasks: [task])]),
      texts: [PageText(page: 1, text: "Trang có \(content)")])
  }
}

@Suite struct SearchTests {
  @Test(arguments: cases) private func findsTasks(_ sample: Case) throws {
    try withArchive { archive, _ in
      try kept(in: archive)
      let results = try archive.search(SearchQuery(words: sample.words, kinds: [.task]))
      let tasks = try archive.tasks(TaskQuery(today: try day("2025-01-01"))).entries
      let found = results.hits.compactMap { hit in tasks.first { $0.id == hit.taskID }?.content }
      #expect(Set(found) == sample.found)
      #expect(found.count == sample.found.count)
    }
  }

  /// However many documents pass, and however what they hold is found.
  @Test(arguments: [(0, 0), (2000, 0), (2000, 2500)]) func filtersNarrow(listed: Int, entriesPerDocument: Int) throws {
    let limits = SearchLimits(listedDocuments: listed, entriesPerDocument: entriesPerDocument)
    try withArchive { archive, _ in
      try kept(in: archive)
      func count(_ filter: DocumentFilter) throws -> Int {
        try archive.search(
          SearchQuery(words: "van phong", kinds: [.task], filter: filter), limits: limits
        ).hits.count
      }
      let counts = try [
        count(DocumentFilter(type: "kh")), count(DocumentFilter(issuer: "hop minh")),
        count(DocumentFilter(issuer: "Hà Nội")), count(DocumentFilter(body: "Đảng ủy")),
        count(DocumentFilter(place: "hợp")), count(DocumentFilter(from: day("2025-05-01"))),
        count(DocumentFilter(from: day("2025-02-01"), to: day("2025-03-01"))),
      ]
      #expect(counts == [3, 6, 0, 6, 6, 2, 2])
      let documents = SearchQuery(words: "trien khai", kinds: [.document], filter: DocumentFilter(type: "kh"))
      let all = SearchQuery(words: "trien khai", kinds: [.document])
      let found = try [documents, all].map { try archive.search($0, limits: limits).hits.count }
      #expect(found == [3, 6])
    }
  }

  @Test func snippetsShowTheHitAndItsPage() throws {
    try withArchive { archive, _ in
      try kept(in: archive)
      let results = try archive.search(SearchQuery(words: "duong"))
      #expect(results.counts.map(\.count) == [0, 2, 2])
      let page = results.hits.first { $0.kind == .page && $0.snippet.text.contains("Kính") }
      #expect(page?.page == 1)
      #expect(page?.snippet.pieces.filter(\.isHit).map(\.text) == ["Dương"])
      #expect(page?.document?.symbol == "2/KH-UBND")
    }
  }

  @Test func whatIsReplacedIsNoLongerFound() throws {
    try withArchive { archive, _ in
      try archive.keep(record(hash: "a", tasks: 1, subject: "Cũ kỹ"), texts: [PageText(page: 1, text: "trang xưa")])
      try archive.keep(record(hash: "a", tasks: 2, subject: "Tinh tươm"), texts: [PageText(page: 1, text: "trang nay")])
      func count(_ words: String) throws -> Int { try archive.search(SearchQuery(words: words)).hits.count }
      let counts = try [count("kỹ"), count("xưa"), count("tươm"), count("nay"), count("hồ sơ")]
      #expect(counts == [0, 0, 1, 1, 2])
    }
  }

  @Test func nothingToLookForIsSaid() throws {
    try withArchive { archive, _ in
      let failure = #expect(throws: Failure.self) { try archive.search(SearchQuery(words: " - \" ")) }
      #expect(failure?.message.code == "nothing-to-search")
    }
  }

  /// The words as they were typed come first, though they are said more often elsewhere.
  @Test func wordsThatStandTogetherComeFirst() throws {
    try withArchive { archive, _ in
      let contents = [
        "Hóa chất và số liệu, số hóa đơn; tài sản, hóa học, liệu trình, tài khoản số",
        "Rà soát kho, lập danh mục, mua kệ, tập huấn cán bộ và số hóa tài liệu lưu trữ của các phòng trong năm",
        "Tài liệu lưu trữ được số hóa",
      ]
      let tasks = contents.map { TaskRecord(number: "1", path: ["1"], group: nil, content: $0, page: 1) }
      try archive.keep(record(hash: "n", [DocumentRecord(pages: [1, 1], tasks: tasks)]))
      let hits = try archive.search(SearchQuery(words: "số hóa tài liệu", kinds: [.task])).hits
      #expect(hits.map { $0.snippet.pieces.map(\.text).joined() }.map { $0.contains("số hóa tài liệu") }.first == true)
      #expect(hits.count == 3)
    }
  }
}
