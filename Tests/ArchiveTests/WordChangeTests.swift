import Testing

@testable import Archive

/// What a corrected word does to a text that was made of it.
@Suite struct WordChangeTests {
  struct Case: CustomStringConvertible {
    var before, after, text: String
    var count = 1
    var effect: WordChange.Effect

    var description: String { "\(before) → \(after) in “\(text)”" }
  }

  @Test(arguments: [
    Case(before: "sô", after: "số", text: "Triển khai sô hóa", effect: .made("Triển khai số hóa")),
    Case(before: "sô,", after: "số,", text: "Triển khai sô hóa", effect: .made("Triển khai số hóa")),
    Case(before: "hoach", after: "hoạch,", text: "kế hoach; kinh phí", effect: .made("kế hoạch; kinh phí")),
    Case(before: "hoach.", after: "hoach,", text: "kế hoach. Rồi", effect: .made("kế hoach, Rồi")),
    Case(before: "sốhóa", after: "số hóa", text: "Việc sốhóa này", effect: .made("Việc số hóa này")),
    // Heads are printed in capitals and kept in small letters.
    Case(
      before: "HƠP", after: "HỢP", text: "Ủy ban nhân dân xã Hơp Minh", effect: .made("Ủy ban nhân dân xã Hợp Minh")),
    Case(before: "DẨN", after: "DÂN", text: "Ủy ban nhân dẩn", effect: .made("Ủy ban nhân dân")),
    Case(before: "sô", after: "số", text: "sô sách và sô liệu", effect: .unclear),
    Case(before: "sô", after: "số", text: "việc sô hóa", count: 2, effect: .unclear),
    Case(before: "sô", after: "số", text: "việc sổ hóa", effect: .unclear),
    Case(before: "sô", after: "số", text: "việc số hóa", effect: .absent),
    Case(before: "sô", after: "số", text: "sôi nổi", effect: .absent),
    Case(before: "sô", after: "số", text: "", effect: .absent),
    Case(before: "—", after: "-", text: "a — b", effect: .absent),
  ])
  func changesWhatCanOnlyBeOneThing(_ example: Case) {
    let change = WordChange(before: example.before, after: example.after)
    #expect(change.effect(on: example.text, countOnPage: example.count) == example.effect)
  }
}
