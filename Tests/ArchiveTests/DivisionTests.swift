import DocumentModel
import Foundation
import GRDB
import SampleDocuments
import Testing

@testable import Archive

extension Archive {
  fileprivate func take(_ file: LinedFile, begins: [Int: Bool] = [4: true]) throws {
    try keep([KeptInput(record: file.record(of: file.pages, begins: begins), pages: file.pages)])
  }

  fileprivate func divide(_ file: LinedFile, _ change: PageChange, who: String = "An", pages: [Page]? = nil) throws {
    let seen = try #require(try division(of: file.sha256)).seen
    try carryOut(try divided(file.sha256, by: change, seen: seen), file, who, pages)
  }

  fileprivate func undoDivision(of file: LinedFile, who: String = "An") throws {
    try carryOut(try #require(try dividedByUndoing(batch: nil, who: who)), file, who)
  }

  private func carryOut(_ input: DividedInput, _ file: LinedFile, _ who: String, _ pages: [Page]? = nil) throws {
    let pages = pages ?? input.pages
    let batch = try keep(input, as: file.record(of: pages, begins: input.begins), pages: pages, who: who, at: 100)
    #expect(batch != nil)
  }

  /// `7:1-2 9:3-4`: ids and pages of a file's documents.
  fileprivate func parts(of file: LinedFile) throws -> String {
    let division = try #require(try division(of: file.sha256))
    return division.parts.map { "\($0.id):\($0.firstPage)-\($0.lastPage)" }.joined(separator: " ")
  }

  /// What a document's tasks say, each with its id and how far it has come.
  fileprivate func works(of document: Int64) throws -> [String] {
    try tasks(TaskQuery(today: try day("2026-01-01"), document: document)).entries.map {
      "\($0.id) \($0.status.rawValue)"
    }
  }

  fileprivate func isWhole() throws -> Bool { try reading { try Seal.broken(in: $0).isEmpty } }
}

@Suite struct DivisionTests {
  private let file = LinedFile.plan("hash-a")

  private struct Step: Sendable {
    var change: PageChange?
    /// The documents after it; a nil change takes the last one back.
    var parts: String
  }

  /// Documents are known by the page that they begin on; one that comes back is the one that it was.
  @Test(
    arguments: [
      [
        ("s2", "1:1-1 3:2-3 2:4-4"), ("s3", "1:1-1 3:2-2 4:3-3 2:4-4"), ("u", "1:1-1 3:2-3 2:4-4"),
        ("u", "1:1-3 2:4-4"),
      ],
      [("j4", "1:1-4"), ("u", "1:1-3 2:4-4")],
      [("j4", "1:1-4"), ("s2", "1:1-1 3:2-4"), ("s4", "1:1-1 3:2-3 2:4-4")],
      [("s2", "1:1-1 3:2-3 2:4-4"), ("j2", "1:1-3 2:4-4"), ("s2", "1:1-1 3:2-3 2:4-4"), ("u", "1:1-3 2:4-4")],
      [("s3", "1:1-2 3:3-3 2:4-4"), ("j4", "1:1-2 3:3-4"), ("j3", "1:1-4")],
    ] as [[(String, String)]])
  func documentsKeepTheirIds(steps: [(String, String)]) throws {
    try withArchive { archive, _ in
      try archive.take(file)
      #expect(try archive.parts(of: file) == "1:1-3 2:4-4")
      for (deed, parts) in steps {
        if deed == "u" {
          try archive.undoDivision(of: file)
        } else {
          let page = try #require(Int(deed.dropFirst()))
          try archive.divide(file, .begins(page: page, deed.hasPrefix("s")))
        }
        #expect(try archive.parts(of: file) == parts, "\(deed)")
      }
      #expect(try archive.isWhole())
    }
  }

  @Test func statusesGoWithThePaper() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let ids = try archive.taskIDs(ofDocument: 1) + archive.taskIDs(ofDocument: 2)
      #expect(ids.count == 4)
      for (index, id) in ids.enumerated() where index > 0 {
        let status: TaskStatus = index == 3 ? .done : .doing
        try archive.setStatus(ofTask: id, to: status, seen: .open, note: nil, who: "An", at: 9)
      }
      try archive.divide(file, .begins(page: 2, true))
      #expect(try archive.works(of: 1) == ["\(ids[0]) open"])
      #expect(try Set(archive.works(of: 3)) == ["\(ids[1]) doing", "\(ids[2]) doing"])
      try archive.divide(file, .begins(page: 4, false))
      #expect(try Set(archive.works(of: 3)) == ["\(ids[1]) doing", "\(ids[2]) doing", "\(ids[3]) done"])
      try archive.undoDivision(of: file)
      try archive.undoDivision(of: file)
      #expect(try archive.works(of: 2) == ["\(ids[3]) done"])
      #expect(try Set(archive.works(of: 1)) == ["\(ids[0]) open", "\(ids[1]) doing", "\(ids[2]) doing"])
    }
  }

  /// Corrections of heads, words and tasks stand after each change, also of a document that was gone in between.
  @Test func correctionsGoWithThePaper() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let task = try #require(try archive.taskIDs(ofDocument: 1).last)
      try archive.correct(EditSubject(.header, id: 2, field: "number"), to: "19", seen: "9", who: "Bình", at: 1)
      try archive.correct(EditSubject(.header, id: 1, field: "number"), to: "11", seen: "1", who: "Bình", at: 1)
      try archive.correct(
        EditSubject(.task, id: task, field: "content"), to: "Giao thôn Hạ xay thóc", seen: "Giao thôn Hạ xay lúa",
        who: "Bình", at: 1)
      let reading = try #require(try archive.reading(sha256: file.sha256, page: 2)?.id)
      try archive.correct(EditSubject(.word, id: reading, place: 1), to: "22", seen: "2", who: "Bình", at: 1)
      try archive.divide(file, .begins(page: 2, true))
      try archive.divide(file, .begins(page: 4, false))
      #expect(try archive.document(id: 2) == nil)
      #expect(try archive.document(id: 3)?.document.number == "22")
      #expect(try archive.document(id: 3)?.tasks.map(\.content).contains("Giao thôn Hạ xay thóc") == true)
      #expect(try archive.pastDocument(id: 2)?.page == 4)
      try archive.undoDivision(of: file)
      #expect(try archive.document(id: 2)?.document.number == "19")
      #expect(try archive.document(id: 1)?.document.number == "11")
      #expect(try archive.corrections(of: .header, id: 2).map(\.who) == ["Bình"])
    }
  }

  @Test func whatWasDecidedOnIsNotAskedAgain() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let entry = try #require(try archive.nextDoubt(for: "An", QueueFilter(document: 2), at: 1))
      #expect(entry.doubt.field == "number")
      try archive.decide(doubt: entry.doubt.id, "9", who: "An", at: 1)
      let before = try archive.queueStatus(QueueFilter(document: 2)).open
      try archive.divide(file, .begins(page: 4, false))
      try archive.undoDivision(of: file)
      #expect(try archive.queueStatus(QueueFilter(document: 2)).open == before)
      #expect(try archive.nextDoubt(for: "An", QueueFilter(document: 2), at: 2)?.doubt.field != "number")
    }
  }

  // MARK: - Two at once

  @Test func theSecondIsTold() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let seen = try #require(try archive.division(of: file.sha256)).seen
      let second = try archive.divided(file.sha256, by: .begins(page: 3, true), seen: seen)
      try archive.divide(file, .begins(page: 2, true), who: "An")
      for attempt in [
        { try archive.divided(file.sha256, by: .begins(page: 3, true), seen: seen) as Any? },
        {
          try archive.keep(
            second, as: file.record(of: second.pages, begins: second.begins), pages: second.pages, who: "Bình", at: 2)
            as Any?
        },
      ] as [() throws -> Any?] {
        let failure = #expect(throws: Failure.self) { _ = try attempt() }
        #expect(failure?.code == .changedMeanwhile && failure?.message.vi.hasPrefix("An ") == true)
      }
      #expect(try archive.parts(of: file) == "1:1-1 3:2-3 2:4-4")
    }
  }

  @Test func aWordThatIsCorrectedMeanwhileIsNotLost() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let seen = try #require(try archive.division(of: file.sha256)).seen
      let input = try archive.divided(file.sha256, by: .begins(page: 2, true), seen: seen)
      let reading = try #require(try archive.reading(sha256: file.sha256, page: 1)?.id)
      try archive.correct(EditSubject(.word, id: reading, place: 1), to: "8", seen: "1", who: "Bình", at: 1)
      let record = file.record(of: input.pages, begins: input.begins)
      #expect(try archive.keep(input, as: record, pages: input.pages, who: "An", at: 2) == nil)
      #expect(try archive.parts(of: file) == "1:1-3 2:4-4")
      #expect(try archive.pageDecisions().isEmpty)
    }
  }

  @Test(arguments: [
    PageChange.begins(page: 1, true), .begins(page: 1, false), .begins(page: 4, true), .begins(page: 2, false),
    .begins(page: 5, true), .begins(page: 0, true), .turn(page: 1, to: 0), .turn(page: 1, to: 45),
    .turn(page: 9, to: 90),
  ]) func whatIsNoChangeIsRefused(_ change: PageChange) throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let failure = #expect(throws: Failure.self) { try archive.divide(file, change) }
      #expect(failure?.code == .badArguments && failure?.message.code == "no-such-division")
    }
  }

  /// A record that is not divided as was wanted is no answer.
  @Test func aRecordOfAnotherDivisionIsRefused() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let seen = try #require(try archive.division(of: file.sha256)).seen
      let input = try archive.divided(file.sha256, by: .begins(page: 2, true), seen: seen)
      let failure = #expect(throws: Failure.self) {
        _ = try archive.keep(
          input, as: file.record(of: input.pages, begins: [4: true]), pages: input.pages, who: "An", at: 2)
      }
      #expect(failure?.message.code == "not-divided")
      #expect(try archive.pageDecisions().isEmpty)
      #expect(try archive.pageCorrections(of: file.sha256).isEmpty)
    }
  }

  // MARK: - Processed again

  @Test func aFileThatIsProcessedAgainKeepsItsDivision() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      try archive.divide(file, .begins(page: 2, true))
      try archive.divide(file, .begins(page: 4, false))
      #expect(try archive.pageDecisions() == [file.sha256: PageDecisions(begins: [2: true, 4: false])])
      // Made without asking.
      try archive.take(file)
      #expect(try archive.parts(of: file) == "1:1-1 3:2-4")
      try archive.take(file, begins: [2: true])
      #expect(try archive.parts(of: file) == "1:1-1 3:2-4")
      #expect(try !archive.forget(file.sha256))
    }
  }

  /// Read anew with other letterheads, documents stay with the page that they begin on.
  @Test func aReadingThatFindsAnotherDocumentKeepsTheOthersIds() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let last = try #require(try archive.taskIDs(ofDocument: 2).first)
      try archive.setStatus(ofTask: last, to: .done, seen: .open, note: nil, who: "An", at: 9)
      try archive.take(file, begins: [2: true, 4: true])
      #expect(try archive.parts(of: file) == "1:1-1 3:2-3 2:4-4")
      #expect(try archive.works(of: 2) == ["\(last) done"])
    }
  }

  // MARK: - Turning

  private func turned(_ archive: Archive, to lines: [String]) throws -> [Page] {
    var pages = try #require(
      try archive.division(of: file.sha256).map {
        try archive.divided($0.sha256, by: .turn(page: 2, to: 90), seen: $0.seen)
      }
    ).pages
    pages[1].blocks = lines.map { .line(Line(parsing: $0, page: 2, number: 0)) }
    pages[1].rotation = 90
    return Transcript(of: pages).pages
  }

  @Test func aTurnedPageIsReadAnewAndTurnedBack() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      let before = try archive.reading(sha256: file.sha256, page: 2)?.page
      let reading = try #require(try archive.reading(sha256: file.sha256, page: 2)?.id)
      try archive.correct(EditSubject(.word, id: reading, place: 1), to: "5", seen: "2", who: "Bình", at: 1)
      try archive.divide(
        file, .turn(page: 2, to: 90), pages: try turned(archive, to: ["Số: 2", "Giao bến sông chở lúa", "Hết"]))
      let after = try archive.reading(sha256: file.sha256, page: 2)
      #expect(after?.page.rotation == 90 && after?.page.words.map(\.text).prefix(2) == ["Số:", "2"])
      #expect(try archive.document(id: 1)?.tasks.map(\.content).contains("Giao bến sông chở lúa") == true)
      #expect(try archive.search(SearchQuery(words: "bến sông", limit: 9)).counts.contains { $0.count > 0 })
      #expect(try archive.reading(sha256: file.sha256, page: 4)?.page.lines.last?.number == 11)
      try archive.undoDivision(of: file)
      var back = try #require(try archive.reading(sha256: file.sha256, page: 2)?.page)
      #expect(back.words[1].text == "5" && back.rotation == 0)
      back = try #require(back.changingWord(at: 1) { $0.text = "2" })
      #expect(back.lines.map(\.text) == before?.lines.map(\.text))
      #expect(try archive.isWhole())
    }
  }

  @Test func aTurnIsNotTakenBackOverCorrections() throws {
    try withArchive { archive, _ in
      try archive.take(file)
      try archive.divide(file, .turn(page: 2, to: 90), pages: try turned(archive, to: ["Số: 2", "Hêt"]))
      let reading = try #require(try archive.reading(sha256: file.sha256, page: 2)?.id)
      try archive.correct(EditSubject(.word, id: reading, place: 2), to: "Hết", seen: "Hêt", who: "Bình", at: 1)
      let failure = #expect(throws: Failure.self) { try archive.undoDivision(of: file) }
      #expect(failure?.code == .changedMeanwhile)
      #expect(try archive.reading(sha256: file.sha256, page: 2)?.page.rotation == 90)
    }
  }
}
