internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules that find the type that a document is headed with: its whole name, its name without marks, its name
/// misread.
extension HeadPieceRules {
  var typeRules: [PieceRule] { [marked, unmarked, misread] }

  private var marked: PieceRule {
    typeRule(
      "letterhead.type",
      [
        RuleExample("KẾ HOẠCH", "type KH"), RuleExample("KẾ HOẠCH PHỐI HỢP", "type KHPH joint"),
        RuleExample("QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH", "type QĐ"),
        RuleExample("TỜ TRÌNH Về việc thông qua Kế hoạch", "type TTr | Về việc thông qua Kế hoạch"),
        RuleExample("PHƯỜNG AN KHÁNH", nil), RuleExample("Kế hoạch số 5", nil),
      ], DocumentTypes.headed)
  }

  private var unmarked: PieceRule {
    typeRule(
      "letterhead.type-without-marks",
      [RuleExample("KE HOACH", "type KH"), RuleExample("TO TRINH", "type TTr"), RuleExample("KE HOACH NAM", nil)],
      DocumentTypes.headedWithoutMarks)
  }

  private var misread: PieceRule {
    typeRule(
      Self.misreadTypeRule,
      [RuleExample("KÉ HOẠCM", "type KH"), RuleExample("OUYẾT ĐỊNH", "type QĐ"), RuleExample("PHƯỜNG AN KHÁNH", nil)],
      DocumentTypes.headedMisread)
  }

  private func typeRule(
    _ name: String, _ examples: [RuleExample],
    _ find: @escaping @Sendable (DocumentTypes) -> (LooseText) -> DocumentTypes.Found?
  ) -> PieceRule {
    PieceRule(name, certainty: LetterheadCertainty.headedType, examples: examples) { [types] half in
      find(types)(half.text).map { .type($0, rest: half.passage.slice($0.end..<half.text.count)) }
    }
  }
}
