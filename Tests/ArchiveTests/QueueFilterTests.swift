import Archive
import DocumentModel
import Testing

/// The queue in parts: by kind, dossier, file and worth.
@Suite struct QueueFilterTests {
  private func keep(_ name: String, path: String, number: Double? = 0.5, word: String? = "hoach", in archive: Archive)
    throws
  {
    let place = Provenance(page: 1, line: 1, box: PixelBox(x: 1, y: 2, width: 30, height: 10))
    var evidence = ["signer": Evidence(provenance: place, confidence: 0.4)]
    if let number { evidence["number"] = Evidence(provenance: place, confidence: Confidence(number)) }
    let head = DocumentHeader(
      type: "KH", number: name, symbol: "KH-UBND", issuer: "UBND xã", date: CalendarDate(iso: "2025-01-02"),
      subject: "Số hóa", signer: Signer(name: "An"), evidence: evidence)
    var words = [Word(text: "Kế")]
    if let word { words.append(Word(text: word, original: "hoarh", confidence: 0.4, isDoubtful: true)) }
    let page = Page(number: 1, origin: .scan, blocks: [.line(Line(words: words, page: 1, number: 1))])
    var record = record(hash: name, [DocumentRecord(pages: [1, 1], document: head)])
    record.source.path = path
    try archive.keep([KeptInput(record: record, pages: [page])])
  }

  private func fields(_ filter: QueueFilter, in archive: Archive) throws -> [String] {
    var found: [String] = []
    while let entry = try archive.nextDoubt(for: "An", filter, at: 1) {
      let doubt = entry.doubt
      found.append("\(entry.document?.symbol ?? ""):\(doubt.kind == .word ? "word" : doubt.field)")
      try archive.decide(doubt: doubt.id, doubt.text, who: "An", at: 1)
    }
    return found
  }

  private func filled(_ body: (Archive) throws -> Void) throws {
    try withArchive { archive, _ in
      try keep("1", path: "kho/a/1.pdf", in: archive)
      try keep("2", path: "kho/b/2.pdf", number: nil, in: archive)
      try keep("3", path: "kho/a-b/3.pdf", in: archive)
      try body(archive)
      #expect(try archive.check().isEmpty)
    }
  }

  @Test(arguments: [
    (QueueFilter(kind: .number), ["1/KH-UBND:number", "3/KH-UBND:number"]),
    (QueueFilter(kind: .other), ["1/KH-UBND:signer", "2/KH-UBND:signer", "3/KH-UBND:signer"]),
    (QueueFilter(kind: .word, document: 2), ["2/KH-UBND:word"]), (QueueFilter(kind: .date), []),
    (QueueFilter(file: "kho/a"), ["1/KH-UBND:number", "1/KH-UBND:signer", "1/KH-UBND:word"]),
    (QueueFilter(file: "kho/a/"), ["1/KH-UBND:number", "1/KH-UBND:signer", "1/KH-UBND:word"]),
    (QueueFilter(file: "kho/b/2.pdf"), ["2/KH-UBND:signer", "2/KH-UBND:word"]),
    (
      QueueFilter(least: 40),
      ["1/KH-UBND:number", "3/KH-UBND:number", "1/KH-UBND:signer", "2/KH-UBND:signer", "3/KH-UBND:signer"]
    ),
    (QueueFilter(kind: .word, file: "kho/a-b"), ["3/KH-UBND:word"]), (QueueFilter(document: 2, file: "kho/a"), []),
  ])
  func givesAPart(filter: QueueFilter, expected: [String]) throws {
    try filled { archive in
      let before = try archive.queueStatus(filter).open(of: filter.kind), found = try fields(filter, in: archive)
      #expect(before == expected.count && found == expected)
      let after = try archive.queueStatus(filter).open(of: filter.kind)
      #expect(after == 0)
    }
  }

  /// What is counted stays right through decisions, undoing, reading anew and taking away.
  @Test func countsFollowWhatHappens() throws {
    try filled { archive in
      var status = try archive.queueStatus()
      #expect(status.open == 8 && status.kinds == [.number: 2, .other: 3, .word: 3] && status.decided == 0)
      let doubt = try #require(try archive.nextDoubt(for: "An", at: 1)).doubt
      let batch = try archive.decide(doubt: doubt.id, "7", who: "An", at: 1).batch
      status = try archive.queueStatus()
      #expect(status.kinds[.number] == 1 && status.decided == 1)
      try archive.undo(batch: batch, who: "An", at: 2)
      #expect(try archive.queueStatus().kinds[.number] == 2)
      try keep("3", path: "kho/c/3.pdf", word: nil, in: archive)
      #expect(try archive.queueStatus().kinds[.word] == 2)
      #expect(try archive.queueStatus(QueueFilter(file: "kho/c")).open == 2)
    }
  }

  @Test func givesADossier() throws {
    try filled { archive in
      let heading = ["Phông", "Mã hồ sơ", "Tiêu đề", "Số", "Ký hiệu", "Ngày văn bản", "Trích yếu", "Tên tệp"]
      let row = ["P01", "07", "Hồ sơ", "2", "KH-UBND", "02/01/2025", "Số hóa", "kho/b/2.pdf"]
      var reader = InventoryReader()
      let entries = [heading, row].enumerated().compactMap { index, cells -> InventoryEntry? in
        if case .entry(let entry) = reader.read(row: index + 1, cells: cells) { entry } else { nil }
      }
      try archive.importInventory(entries, from: InventorySource(file: "l.csv", sha256: "0", who: "An", at: 1))
      try archive.reconcile(someTypes, at: 2)
      let dossier = try #require(try archive.waitingDossiers().first)
      #expect(dossier.count == 2 && dossier.place.hasSuffix("07"))
      #expect(try archive.queueStatus(QueueFilter(dossier: dossier.id)).open == 2)
      #expect(try fields(QueueFilter(dossier: dossier.id), in: archive) == ["2/KH-UBND:signer", "2/KH-UBND:word"])
    }
  }
}
