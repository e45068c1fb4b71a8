internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules of quarters, with what engines make of their strokes.
extension TimeRules {
  static func quarters(_ words: TimeWords) -> [TimeRule] {
    [quarter(words), quarterAlone(words), quarterRunIntoYear(words), unreadableQuarter(words)]
  }

  private static func quarter(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.quarter", certainty: TimeCertainty.read,
      examples: [
        RuleExample("Quý II/2025", "2025-06-30"), RuleExample("Quí III năm 2025", "2025-09-30"),
        RuleExample("quý 3 năm 2025", "2025-09-30"),
        // `II`, `III` misread.
        RuleExample("Quý IH/2025", "2025-09-30"), RuleExample("quý 11/2025", "2025-06-30"),
        RuleExample("Quý V/2025", nil),
      ]
    ) { start in
      var cursor = start
      guard let quarter = cursor.quarterNumber(words).flatMap(QuarterReader().quarter),
        let year = cursor.yearOfUnit(words)
      else { return nil }
      return ReadTime(.quarter(quarter, year: year), upTo: cursor)
    }
  }

  private static func quarterAlone(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.quarter-alone", certainty: TimeCertainty.read,
      examples: [
        RuleExample("Quý I và quý II/2026", "Q1 Q2", whole: "2026-06-30"), RuleExample("Quý IV", "Q4", whole: ""),
      ]
    ) { start in
      var cursor = start
      guard let quarter = cursor.quarterNumber(words).flatMap(QuarterReader().quarter) else { return nil }
      return ReadTime(.quarter(quarter, year: nil), upTo: cursor)
    }
  }

  /// The `/` before the year was lost or became a stroke: a quarter only where one can be meant.
  private static func quarterRunIntoYear(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.quarter-run-into-year", certainty: TimeCertainty.repaired,
      examples: [
        RuleExample("Đến hết quý IV2026", "2026-12-31"), RuleExample("quý 212026", "2026-06-30"),
        RuleExample("quý 32026", "2026-09-30"), RuleExample("quý 62026", nil),
        RuleExample("Đến hết quý 12026", nil),
      ]
    ) { start in
      var cursor = start
      guard let joined = cursor.quarterNumber(words).flatMap(QuarterReader().joined), let quarter = joined.quarter
      else { return nil }
      return ReadTime(.quarter(quarter, year: joined.year), upTo: cursor)
    }
  }

  /// Said as a finding, never guessed.
  private static func unreadableQuarter(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.quarter-unreadable", certainty: TimeCertainty.notUnderstood,
      examples: [
        RuleExample("Đến hết quý 12026", "unreadable", whole: ""), RuleExample("quý 112026", "unreadable", whole: ""),
        RuleExample("quý 1112026", "unreadable", whole: ""), RuleExample("quý 62026", nil),
      ]
    ) { start in
      var cursor = start
      guard let joined = cursor.quarterNumber(words).flatMap(QuarterReader().joined), joined.quarter == nil else {
        return nil
      }
      return ReadTime(nil, upTo: cursor)
    }
  }
}
