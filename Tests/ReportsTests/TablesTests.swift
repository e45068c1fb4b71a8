import DocumentModel
import Export
import Reports
import Testing

@testable import Archive

@Suite struct ProgressTablesTests {
  private func tables(_ language: Language) throws -> ProgressTables {
    ProgressTables(try progress(named: "Sở Nội vụ"), language: language)
  }

  @Test(arguments: Language.allCases) func everyRowHasTheColumnsOfItsHeading(_ language: Language) throws {
    let tables = try tables(language)
    #expect(tables.stageRows(tables.report.all).allSatisfy { $0.count == tables.stageHeading.count })
    #expect(tables.groupRows.count == 2 && tables.groupRows.allSatisfy { $0.count == tables.groupHeading.count })
    for sheet in tables.sheets { #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)") }
  }

  @Test func aPercentageStandsBesideWhatItIsOf() throws {
    let notes = try tables(.en).notes
    #expect(notes[0] == "Digitization up to 2025-07-11")
    #expect(notes[2] == "The target of 30.0% is MET by 2025-12-31")
    #expect(notes[3].contains("30.0% = 1,200 / 4,000 pages") && notes[3].contains("coverage of the count 100.0%"))
    #expect(notes.contains("Dossiers outside the scope: 2") && notes.contains("Open conflicts: 3"))
    #expect(try tables(.vi).notes[3].contains("30,0% = 1.200 / 4.000 trang"))
  }

  @Test func aGroupWithoutNameSaysSo() throws {
    #expect(try tables(.vi).groupRows.map { $0[0] } == ["Sở Nội vụ", "(không nêu)"])
    #expect(try tables(.en).groupRows.map { $0[5] } == ["33.3%", "20.0%"])
  }

  @Test func theSheetOfNumbersHoldsNumbers() throws {
    let numbers = try #require(try tables(.en).sheets.last)
    #expect(numbers.rows.count == 3 * PageStage.allCases.count * ProgressUnit.allCases.count)
    let row = try #require(numbers.rows.first { $0[0] == .text("Sở Nội vụ") && $0[3] == .number(1000) })
    #expect(row[4] == .number(3000) && row[8] == .percent(1.0 / 3))
  }

  /// 800 pages are left for the 173 days until the end of the year.
  @Test func theOutlookSaysHowFastWorkMustBe() throws {
    let outlook = ProgressTables(try progress(named: "P", target: 0.5), language: .en).outlook
    #expect(outlook.contains("800 pages are missing"))
    #expect(outlook.contains("Pace needed: 32 pages a week"))
  }

  @Test func withoutForecastAndChecksTheReportSaysWhatIsMissing() throws {
    var report = try progress(named: "P")
    (report.forecast, report.quality.checked, report.acceptance) = (nil, 0, nil)
    let tables = ProgressTables(report, language: .en)
    #expect(tables.outlook == ["No dossier is there yet (packaged and signed): nothing can be forecast."])
    #expect(tables.qualityLines == ["No image was looked at by a person yet."])
  }
}

@Suite struct PackageTablesTests {
  @Test(
    arguments: [
      (
        Language.vi,
        ["800; theo gói nay đã cũ: 300; đánh dấu bằng tay: 100", "2 gói, 30 văn bản, 1.200 trang, 87,0 MB", "X (2)"]
      ),
      (
        .en,
        [
          "a signed AIP that passed: 800; by one that is stale now: 300; set by hand: 100", "1,200 pages, 87.0 MB",
          "X (2)",
        ]
      ),
    ] as [(Language, [String])])
  func pagesByPackageAndByHandAreNotAddedUp(_ language: Language, _ wanted: [String]) throws {
    let lines = ProgressTables(try progress(named: "X"), language: language).packageLines.joined(separator: "\n")
    for text in wanted { #expect(lines.contains(text), "\(text) in \(lines)") }
    var report = try progress(named: "X")
    report.packages = PackageSummary()
    #expect(ProgressTables(report, language: language).packageLines.isEmpty)
  }

  private func row(
    _ code: String, signed: Bool = true, passed: Bool? = true, stale: Bool = false, documents: Int = 3
  ) -> HandoverRow {
    let package = KeptPackage(
      id: 1, dossier: 1, place: code, kind: "aip", objid: "urn:\(code)", at: 0, who: "An", file: "a.zip", sha256: nil,
      bytes: 2_000_000, documents: documents, pages: 40, isSigned: signed, checkedAt: nil, passed: passed,
      isStale: stale)
    return HandoverRow(
      place: code, fonds: "P01", title: "<b>\(code)</b>", from: "2010-01", to: "2010-12-31", listed: 3, package: package
    )
  }

  @Test func theHandoverSaysWhatEachDossierLacks() throws {
    var unpacked = row("06")
    unpacked.package = nil
    let rows = [
      row("01"), row("02", signed: false), row("03", passed: nil), row("04", stale: true), row("05", documents: 2),
      unpacked,
    ]
    let sheet = HandoverSheet(rows, registration: "7/DK", on: try day("2026-12-01"), language: .en)
    #expect(
      sheet.cells.map { $0.last } == [
        "complete", "missing: unsigned", "missing: not checked", "missing: stale, pack again",
        "missing: documents missing",
        "missing: not packed",
      ])
    #expect(
      sheet.notes.contains("Complete: 1; missing: 5") && sheet.notes.contains("Registration of the delivery: 7/DK"))
    #expect(sheet.cells.allSatisfy { $0.count == sheet.heading.count })
    #expect(!sheet.html.contains("<b>01</b>") && sheet.html.contains("urn:01"))
  }
}

@Suite struct TaskTablesTests {
  @Test(arguments: Language.allCases) func everyCellHasAColumn(_ language: Language) throws {
    let tables = TaskTables(language: language)
    #expect(tables.cells(task(1, named: "x")).count == tables.columns.count)
    let document = DocumentEntry(
      summary: DocumentSummary(id: 7, symbol: "05/KH", type: "KH", issuer: "x", date: nil, subject: "y"), place: nil,
      signer: nil, file: "a.pdf", firstPage: 1, lastPage: 3, tasks: 4, openTasks: 2, findings: 0)
    let documents = DocumentTables(language: language)
    #expect(documents.cells(document).count == documents.columns.count)
    #expect(documents.row(document).contains("1–3"))
  }

  @Test(arguments: [
    (TaskStatus.open, false, "Chưa làm", "Open"), (.open, true, "Quá hạn", "Overdue"),
    (.doing, false, "Đang làm", "Doing"), (.done, false, "Đã xong", "Done"), (.cancelled, false, "Đã hủy", "Cancelled"),
  ])
  func whatIsLateIsSaidBeforeItsStatus(_ status: TaskStatus, _ isOverdue: Bool, _ vi: String, _ en: String) {
    let entry = task(1, named: "x", status: status, isOverdue: isOverdue)
    #expect(TaskTables(language: .vi).status(entry) == vi)
    #expect(TaskTables(language: .en).status(entry) == en)
  }

  @Test func sheetsOfDocumentsHaveNamesOfTheirOwn() throws {
    var second = task(2, named: "05/kh-ubnd")
    second.document?.id = 2
    let sheets = TaskTables(language: .vi).sheets([task(1, named: "05/KH-UBND"), second], perDocument: true)
    #expect(sheets.map(\.name) == ["05/KH-UBND", "05/kh-ubnd #2"])
    #expect(TaskTables(language: .vi).sheets([second], perDocument: false).map(\.name) == ["Nhiệm vụ"])
  }

  @Test func leadsBeyondFortyAreCounted() throws {
    var report = try taskReport(named: "x")
    report.byLead = (1...45).map { TaskGroup(name: "Sở \($0)", count: 1, open: 1, done: 0, overdue: 0) }
    let rows = TaskPage(report, language: .en, program: "").leadRows
    #expect(rows.count == 42 && rows.last == ["… and 5 more", "", "", "", ""])
    #expect(rows.allSatisfy { $0.count == rows[0].count })
  }
}

@Suite struct WordingTests {
  @Test(arguments: [
    (0.0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (-1_234_567, "-1.234.567", "-1,234,567"),
  ])
  func thousandsAreGrouped(_ value: Double, _ vi: String, _ en: String) {
    #expect(Wording(.vi).count(value) == vi && Wording(.en).count(value) == en)
  }

  @Test(arguments: [(0.05, "0,1", "0.1"), (1234.56, "1.234,6", "1,234.6"), (-0.5, "-0,5", "-0.5")])
  func decimalsHaveOnePlace(_ value: Double, _ vi: String, _ en: String) {
    #expect(Wording(.vi).decimal(value) == vi && Wording(.en).decimal(value) == en)
  }

  @Test func aShareThatIsNotCountedThroughIsARange() {
    var ratio = known(300, of: 1000)
    #expect(Wording(.en).share(ratio) == "30.0%" && Wording(.en).whole(ratio) == "1,000")
    (ratio.low, ratio.high, ratio.estimatedLow, ratio.estimatedHigh) = (0.2, 0.25, 200, 500)
    #expect(Wording(.en).share(ratio) == "20.0–25.0%" && Wording(.en).whole(ratio) == "1,200–1,500")
    (ratio.low, ratio.estimatedHigh) = (nil, nil)
    #expect(Wording(.en).share(ratio) == "–" && Wording(.en).whole(ratio) == "≥ 1,200")
  }

  @Test func aDayIsWrittenAsTheLanguageDoes() throws {
    #expect(Wording(.vi).day(try day("2025-07-01")) == "01/07/2025")
    #expect(Wording(.en).day(try day("2025-07-01")) == "2025-07-01" && Wording(.en).day(nil) == "–")
  }
}
