import DocumentModel
import Testing

@testable import Archive

/// Which hits come first, and how far is looked for them.
@Suite struct SearchOrderTests {
  private static let words = ["số", "hóa", "hồ", "sơ", "lưu", "trữ", "phòng", "họp", "giao", "việc"]

  /// Tasks of words by chance, the same every time.
  private func fill(_ archive: Archive, documents: Int) throws {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = SplitMix64.mixed(state)
      return Int(state % UInt64(bound))
    }
    let inputs = (0..<documents).map { index in
      let tasks = (1...5).map { number in
        let content = (0...next(20)).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
        return TaskRecord(
          number: "\(number)", path: ["\(number)"], group: nil, content: content, lead: ["Văn phòng"], page: 1)
      }
      let head = DocumentHeader(
        type: "KH", number: "\(index)", symbol: "KH-UBND", issuer: "Ủy ban nhân dân xã \(index % 3)", subject: "Số hóa")
      return KeptInput(
        record: record(hash: "h\(index)", [DocumentRecord(pages: [1, 1], document: head, tasks: tasks)]))
    }
    try archive.keep(inputs)
  }

  private func found(_ words: String, _ archive: Archive, _ limits: SearchLimits, issuer: String? = nil) throws -> (
    [Int64?], SearchResults.Count?
  ) {
    let query = SearchQuery(words: words, kinds: [.task], filter: DocumentFilter(issuer: issuer), limit: 20)
    let results = try archive.search(query, limits: limits)
    return (results.hits.map(\.taskID), results.counts.first)
  }

  /// What is found in few documents is in the order that FTS5 would give it.
  @Test(arguments: ["số hóa", "so hoa", "\"hồ sơ\"", "lưu trữ phòng", "gi* việc", "\"lưu tr*\""])
  func fewAreWeighedAlike(words: String) throws {
    try withArchive { archive, _ in
      try fill(archive, documents: 60)
      let (all, count) = try found(words, archive, SearchLimits(listedDocuments: 0), issuer: "xã 1")
      let (few, fewCount) = try found(words, archive, SearchLimits(entriesPerDocument: 0), issuer: "xã 1")
      #expect(!all.isEmpty)
      #expect(few == all)
      #expect(fewCount == count)
    }
  }

  /// Words that stand nearly everywhere: the newest are enough, where they are enough.
  @Test func theNewestAreEnough() throws {
    try withArchive { archive, _ in
      try fill(archive, documents: 60)
      let (all, count) = try found("số", archive, SearchLimits())
      let (newest, atLeast) = try found("số", archive, SearchLimits(entries: 0, window: 80))
      let unranked = try found("số", archive, SearchLimits(ranked: 0)).0
      #expect(count?.isExact == true && atLeast?.isExact == false)
      #expect(newest == unranked && newest != all)
      #expect((atLeast?.count ?? 0) < (count?.count ?? 0))
      // Too few of the newest: all are weighed.
      let many = try [SearchLimits(), SearchLimits(entries: 0, window: 20)].map {
        try found("số hóa hồ sơ", archive, $0).0
      }
      #expect(many[0].count > 10 && many[0] == many[1])
      #expect(try found("số", archive, SearchLimits(entries: 100_000, window: 80)).0 == all)
    }
  }

  /// An input that comes twice in one transaction is in the index once, as it came last.
  @Test func twiceAtOnceIsOnce() throws {
    try withArchive { archive, _ in
      try archive.keep(["Cũ kỹ", "Tinh tươm"].map { KeptInput(record: record(hash: "a", tasks: 2, subject: $0)) })
      let counts = try ["kỹ", "tươm", "hồ sơ"].map { try archive.search(SearchQuery(words: $0)).hits.count }
      #expect(counts == [0, 1, 2])
      #expect(try archive.check().isEmpty)
    }
  }

  /// What was added up for a transaction that failed is not sealed with the next.
  @Test func whatIsGivenUpIsNotSealed() throws {
    try withArchive { archive, _ in
      try archive.keep(record(hash: "a", tasks: 2))
      #expect(throws: Failure.self) { try archive.update(tasks: [1, 99], TaskUpdate(status: .done, who: "An", at: 5)) }
      try archive.update(tasks: [2], TaskUpdate(status: .done, who: "An", at: 6))
      #expect(try archive.check().isEmpty)
    }
  }
}
