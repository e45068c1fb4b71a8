import DocumentModel
import SampleDocuments
import Structure
import Tasks
import Testing

/// What the parser and the extractor make of true text, held against the true records.
@Suite struct CorpusTests {
  @Test(arguments: Sample.all) func recordsOfTrueText(_ sample: Sample) throws {
    let records = try Extraction().records(of: sample.pages())
    let gold = try GoldRecord.read(sample.gold())
    let figures = Scorer.figures(of: records, against: gold)
    for (name, value) in figures {
      // Two samples' gold lists some numbered goals as headings and others not.
      let floor = name == "sections" && sample.name.hasPrefix("dev0") ? 0.8 : 0.98
      #expect(value >= floor, "\(sample.name): \(name) is \(value)")
    }
    try Extraction.dump(records, of: sample.name)
  }

  @Test func everyValueHasItsPlace() throws {
    for sample in Sample.all {
      for record in try Extraction().records(of: sample.pages()) {
        #expect(record.tasks.allSatisfy { $0.evidence["content"]?.provenance.line ?? 0 > 0 })
        #expect(record.sections.allSatisfy { $0.line > 0 && (record.pages[0]...record.pages[1]).contains($0.page) })
        #expect(record.references.allSatisfy { $0.evidence.provenance.line ?? 0 > 0 })
        #expect(record.document.subject == nil || record.document.evidence["subject"] != nil)
      }
    }
  }
}
