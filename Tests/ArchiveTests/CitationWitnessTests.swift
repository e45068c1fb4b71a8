import Archive
import DocumentModel
import Testing

/// What papers of one folder say of one another.
@Suite struct CitationWitnessTests {
  private func paper(_ number: String?, _ parts: DateParts, pen: String? = nil) -> DocumentRecord {
    var head = DocumentHeader(type: "KH", number: number, symbol: "KH-UBND", subject: "Số hóa")
    head.dateParts = parts
    head.date = parts.date
    if let pen {
      head.proposed["number"] = [
        Proposal(value: pen, source: ProposalSource.pen, confidence: 0.6, provenance: Provenance(page: 1))
      ]
    }
    return DocumentRecord(pages: [1, 1], document: head)
  }

  private func citing(_ number: String, _ date: String?) -> DocumentRecord {
    let reference = Reference(
      type: "KH", number: number, symbol: "KH-UBND", date: date.flatMap { CalendarDate(iso: $0) },
      evidence: someEvidence)
    return DocumentRecord(
      pages: [1, 1], document: DocumentHeader(type: "BC", number: "9", symbol: "BC-UBND"), references: [reference])
  }

  private func kept(_ files: [(path: String, document: DocumentRecord)]) throws -> [DocumentHeader] {
    var heads: [DocumentHeader] = []
    try withArchive { archive, _ in
      for (index, file) in files.enumerated() {
        var input = record(hash: "h\(index)", [file.document])
        input.source.path = file.path
        try archive.keep(input)
      }
      for moment in [5, 6] { try archive.reconcile(someTypes, at: moment) }
      heads = try archive.documents().map(\.document)
      #expect(try archive.check().isEmpty)
    }
    return heads
  }

  private static let year = DateParts(year: 2012, month: 6)

  @Test func aCitationInTheFolderProposes() throws {
    let heads = try kept([("a/1.pdf", paper(nil, Self.year)), ("a/2.pdf", citing("12", "2012-06-05"))])
    #expect(heads[0].number == nil && heads[0].date == nil)
    #expect(heads[0].proposed["number"]?.map(\.value) == ["12"] && heads[0].proposed["number"]?[0].source == "cited")
    #expect(heads[0].proposed["date"]?.map(\.value) == ["2012-06-05"])
  }

  @Test func itTellsTheDayOfAPaperWhoseNumberIsKnown() throws {
    let heads = try kept([("a/1.pdf", paper("012", Self.year)), ("a/2.pdf", citing("12", "2012-06-05"))])
    #expect(heads[0].number == "012" && heads[0].proposed["date"]?.map(\.value) == ["2012-06-05"])
  }

  @Test func theInkAndACitationMakeItCertain() throws {
    let heads = try kept([("a/1.pdf", paper(nil, Self.year, pen: "12")), ("a/2.pdf", citing("12", "2012-06-05"))])
    #expect(heads[0].number == "12" && heads[0].evidence["number"]?.source == "agreed" && heads[0].date == nil)
  }

  @Test(
    arguments: [
      // Another folder, another year, no day, no year read of the paper.
      [("a/1.pdf", nil, 2012), ("b/2.pdf", "12", 0)], [("a/1.pdf", nil, 2013), ("a/2.pdf", "12", 0)],
      [("a/1.pdf", nil, nil), ("a/2.pdf", "12", 0)],
      // Two numbers for one paper, one number for two papers, a number that another paper bears.
      [("a/1.pdf", nil, 2012), ("a/2.pdf", "12", 0), ("a/3.pdf", "13", 0)],
      [("a/1.pdf", nil, 2012), ("a/4.pdf", nil, 2012), ("a/2.pdf", "12", 0)],
      [("a/1.pdf", nil, 2012), ("a/4.pdf", "12", 2012), ("a/2.pdf", "12", 0)],
    ] as [[(String, String?, Int?)]])
  func whatMayBeAnotherPaperProposesNothing(_ files: [(path: String, number: String?, year: Int?)]) throws {
    let heads = try kept(
      files.map { file in
        let parts = DateParts(year: file.year)
        return (file.path, file.year == 0 ? citing(file.number ?? "", "2012-06-05") : paper(file.number, parts))
      })
    #expect(heads[0].number == nil && heads[0].proposed.isEmpty)
  }
}
