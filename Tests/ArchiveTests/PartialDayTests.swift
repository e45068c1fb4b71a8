@testable import Archive
import DocumentModel
import Testing

/// Papers whose day was written by pen: year and month are known, and lists and filters use them.
@Suite struct PartialDayTests {
  private func keep(_ parts: [DateParts], in archive: Archive) throws {
    for (index, known) in parts.enumerated() {
      var head = DocumentHeader(number: "\(index)", symbol: "KH-UBND")
      head.dateParts = known
      try archive.keep(record(hash: "h\(index)", [DocumentRecord(pages: [1, 1], document: head)]), texts: [])
    }
  }

  private static let parts = [
    DateParts(year: 2012, month: 6), DateParts(year: 2012), DateParts(year: 2012, month: 5), DateParts(),
    DateParts(year: 2011, month: 6, day: 4),
  ]

  /// In the middle of June: June may be it, 2012 may be it, May and what is not dated is not.
  @Test func aFilterTakesWhatMayBe() throws {
    try withArchive { archive, _ in
      try keep(Self.parts, in: archive)
      let filter = DocumentFilter(from: try day("2012-06-15"), to: try day("2012-06-20"))
      let found = try archive.documentList(filter, limit: nil, offset: 0).compactMap(\.summary.knownDate)
      #expect(found == ["2012", "2012-06"])
    }
  }

  @Test func aListIsSortedByWhatIsKnown() throws {
    try withArchive { archive, _ in
      try keep(Self.parts, in: archive)
      let all = try archive.documentList(DocumentFilter(), limit: nil, offset: 0).map(\.summary.knownDate)
      #expect(all == ["2011-06-04", "2012", "2012-05", "2012-06", nil])
    }
  }
}
