internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The words that the rules of time look for, from `labels.tsv`.
struct TimeWords: Sendable {
  /// `ngày`, `tháng`, `quý`, `năm`, `đầu`, `cuối`; marks lost or not.
  let calendar: PhraseTable<Vocabulary.Role>
  /// What stands before a time and makes it a beginning or a limit.
  let binding: PhraseTable<Vocabulary.Role>
  /// Words between the two times of a range, as spelled.
  let rangeJoints: Set<String>
  /// `2025 và những năm tiếp theo` has no last day.
  let openEnds: PhraseTable<Bool>
  /// How work is to be kept, with their marks: `ngay` (at once) is not `ngày` (day).
  let keeping: PhraseTable<Vocabulary.Role>
  /// Those that no other word is spelled like, marks lost or not: `hang thang`.
  let plainKeeping: PhraseTable<Vocabulary.Role>

  init(_ phrases: Phrases) {
    calendar = phrases.table(.calendar)
    binding = phrases.table(.timeBinding)
    rangeJoints = phrases.words(.rangeJoint, .timeBinding)
    openEnds = phrases.table(.openEnd, .timeBinding)
    keeping = phrases.markedTable(.time)
    plainKeeping = phrases.table(of: [.periodic, .ongoing], .time)
  }
}
