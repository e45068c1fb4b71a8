extension Vocabulary.Place {
  /// The roles that rules ask for at this place. A row of another role would do nothing, and a role without a row would
  /// find nothing: `sohoa lexicon check` reports both. Whoever asks for a new role names it here and in
  /// dictionaries/README.md.
  public var roles: Set<Vocabulary.Role> {
    switch self {
    case .block: [.lead, .cooperating, .deadline, .product, .task, .other]
    case .column: [.lead, .cooperating, .deadline, .product, .task, .index, .other]
    case .heading: [.goals, .duties, .opening, .mark, .closing, .headingTime]
    case .prose: [.lead, .leadWith, .give, .finish]
    case .time: [.immediate, .ongoing, .periodic, .done, .conditional, .notImmediate]
    case .quantity: [.atLeast, .atMost, .atLeastAfter, .atMostAfter, .ordinal, .measure, .every, .unitEnd]
    case .tail: [.tail, .tailOpening]
    case .calendar: [.unitDay, .unitMonth, .unitQuarter, .unitYear, .firstHalf, .lastHalf]
    case .timeBinding: [.startingFrom, .notAfter, .rangeJoint, .openEnd]
    case .dayCount: [.within, .workingDays, .since, .issuing, .ownDocument, .this]
    case .closingTime: [.datingClause, .limit, .within, .handingIn]
    case .targetTime: [.targetTime, .aside, .noTimeAfter]
    case .columnBeginning: [.cooperating, .deadline, .lead]
    case .readAcross:
      [
        .and, .anyCommune, .beforeDay, .beforeRest, .bodyOpening, .collective, .commune, .counted, .dayWord, .done,
        .event, .groupOpening, .headingEnd, .headingOpening, .headingPiece, .lastPiece, .province, .set, .ward,
        .weakHeading, .year,
      ]
    case .order:
      [
        .annex, .begins, .describes, .givesSet, .handsOver, .introduces, .leadAlone, .nameWord, .narrates, .orders,
        .performs, .reported, .watches,
      ]
    case .body: [.and, .bareHead, .set, .setWord]
    case .table: [.caption, .counted, .money, .taskList]
    case .citation: [.dayWord, .numberWord, .project]
    case .letterhead:
      [
        .about, .addressing, .belonging, .committee, .day, .draft, .joint, .month, .motto, .national, .number,
        .received, .year,
      ]
    case .section: [.annex, .article, .chapter, .ordinal, .part, .partInWords, .section]
    case .ending: [.authority, .fileCopy, .notOffice, .recipients]
    case .sentence: [.act, .binding, .conjunction, .continuing, .unfinished]
    case .page: [.pageNumber]
    }
  }

  /// Whether a rule asks for all wordings of the place at once and is told what each stands for, so that a wording must
  /// have one meaning there.
  public var isAskedWhole: Bool {
    switch self {
    case .block, .column, .time, .calendar, .timeBinding, .dayCount, .columnBeginning: true
    default: false
    }
  }
}
