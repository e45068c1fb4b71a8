import DocumentModel
import Grammar
import Testing

@testable import Tasks

/// The rules that read orders in prose, each held to its examples: who leads, who helps, what is done, by when.
@Suite struct ProseTests {
  private func statement(_ text: String) -> Statement { Statement(Passage(Line(parsing: text))) }

  @Test func ordersInSentences() throws {
    let orders = ProseReader(try Extraction().phrases).orders
    orders.expectNamesAndExamples()
    orders.expectExamplesHold(statement) { order in
      [order.lead, order.cooperating, order.content, order.deadline].map(\.text).joined(separator: " / ")
    }
  }

  @Test func ordersInBrackets() throws {
    let rule = ProseReader(try Extraction().phrases).brackets.rule
    for example in rule.examples {
      let found = rule.match(statement(example.text))
      #expect(found.map { $0.map(\.value.text).joined(separator: " / ") } == example.answer, "\(example)")
    }
  }

  @Test func labels() throws {
    let rules = LabelRules(try Extraction().phrases.table(.block))
    rules.opening.expectNamesAndExamples()
    rules.opening.expectExamplesHold({ LabelRules.Place(text: statement($0).text, offset: 0) }) { $0.role.rawValue }
  }

  @Test func valuesThatNameThoseWhoLeadAndThoseWhoHelp() throws {
    let rules = BodyCellReader(try Extraction().phrases).rules
    rules.expectNamesAndExamples()
    rules.expectExamplesHold(statement) { bodies in
      [bodies.lead, bodies.cooperating].map { $0.map(\.text).joined(separator: ", ") }.joined(separator: " / ")
    }
  }

  /// A name with a capital verb in it, a verb that no table has, a doubled point, a colon behind the word that orders.
  @Test func namesOfTheDocumentItselfEndWhereTheWorkBegins() throws {
    let record = try Extraction().record(
      of: """
        CÔNG VĂN
        Sở Tài chính đề nghị:
        1. Đề nghị Chi cục Quản lý chất lượng chủ trì, phối hợp với Phòng Nội vụ khảo sát bến đò. Xong trong năm 2027.
        2. Đề nghị Phòng Nội vụ chủ trì, phối hợp với Chi cục Quản lý chất lượng nắn lại bờ kè. Xong trong năm 2027.
        3.. Giao Ban Chỉ huy Quân sự xã chủ trì, phối hợp với Phòng Nội vụ dồn hồ sơ. Xong trong năm 2027.
        4. Đề nghị: Phòng Kinh tế chủ trì, phối hợp với Ban Chỉ huy Quân sự xã và Phòng Nội vụ gỡ biển. Xong trong năm 2027.

        """)
    let found = record.tasks.map {
      "\($0.number) | \($0.lead.joined(separator: ", ")) | \($0.cooperating.joined(separator: ", ")) | \($0.content)"
    }
    #expect(
      found == [
        "1 | Chi cục Quản lý chất lượng | Phòng Nội vụ | khảo sát bến đò",
        "2 | Phòng Nội vụ | Chi cục Quản lý chất lượng | nắn lại bờ kè",
        "3 | Ban Chỉ huy Quân sự xã | Phòng Nội vụ | dồn hồ sơ",
        "4 | Phòng Kinh tế | Ban Chỉ huy Quân sự xã, Phòng Nội vụ | gỡ biển",
      ])
  }

  /// Its label for the work has nothing behind it: the heading is the work, and its line is where that stands.
  @Test func aHeadingThatIsTheWorkSaysItsLine() throws {
    let record = try Extraction().record(
      of: "1. Rà soát thủ tục\na) Nội dung:\nb) Đơn vị thực hiện: Công an xã\n")
    let task = try #require(record.tasks.first)
    #expect(task.content == "Rà soát thủ tục")
    #expect(task.evidence["content"]?.provenance.line == 1)
  }
}
