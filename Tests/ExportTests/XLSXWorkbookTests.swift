import DocumentModel
import SampleDocuments
import Testing

@testable import Export

/// Why a workbook could not be written is what the system said, and no name of a library's own (`ZIP_ERRNO`).
@Test func aWorkbookThatCannotBeWrittenSaysWhy() throws {
  let folder = try TemporaryFolder()
  let sheet = XLSXSheet(name: "A", columns: [XLSXSheet.Column("a")], rows: [[.text("x")]])
  let failure = #expect(throws: Failure.self) { try XLSXWorkbook.write([sheet], to: folder["none/a.xlsx"]) }
  #expect(failure?.code == .cannotWriteOutput)
  #expect(failure?.message.en.contains("there is no such folder") == true, "\(failure?.message.en ?? "")")
  #expect(try folder.files() == [])
}
