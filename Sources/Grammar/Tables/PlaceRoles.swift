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
    case .calendar:
      [
        .unitDay, .unitWeek, .unitMonth, .unitQuarter, .unitYear, .firstHalf, .lastHalf, .firstOne, .secondOne,
        .thirdOne,
        .fourthOne, .ofUnit,
      ]
    case .timeBinding: [.startingFrom, .notAfter, .rangeJoint, .openEnd]
    case .dayCount: [.within, .workingDays, .since, .issuing, .ownDocument, .this]
    case .closingTime: [.datingClause, .limit, .within, .handingIn]
    case .targetTime: [.targetTime, .aside, .noTimeAfter]
    case .columnBeginning: [.lead, .cooperating, .deadline]
    case .readAcross: Self.rolesReadAcross
    case .order:
      [
        .orders, .handsOver, .givesSet, .introduces, .watches, .annex, .performs, .leadAlone, .begins, .reported,
        .narrates, .describes, .nameWord,
      ]
    case .body: [.and, .setWord, .set, .bareHead]
    case .table: [.counted, .taskList, .money, .caption]
    case .citation: [.numberWord, .dayWord, .project]
    case .letterhead:
      [
        .national, .motto, .about, .aboutInFull, .title, .addressing, .number, .day, .month, .year, .draft, .received,
        .receiptField,
        .belonging, .form, .enclosing, .joint, .committee,
      ]
    case .section: [.annex, .part, .partInWords, .chapter, .section, .article, .ordinal]
    case .ending: [.recipients, .fileCopy, .authority, .notOffice, .firstRecipient, .recipientWord]
    case .sentence: [.unfinished, .continuing, .binding, .conjunction, .act]
    case .page: [.pageNumber]
    case .layout: [.motto, .mottoOpening, .recipients, .numbering]
    case .aidTitle: [.documentList, .dossierList, .cover, .closingSheet]
    case .aidColumn: Self.rolesOfAidColumns
    case .aidField:
      [
        .fonds, .catalogue, .box, .dossierCode, .title, .startDay, .endDay, .sheetCount, .documentCount, .keeping,
        .gaps,
        .other,
      ]
    }
  }

  private static let rolesOfAidColumns: Set<Vocabulary.Role> = [
    .index, .number, .symbol, .numberAndSymbol, .typeName, .day, .subject, .author, .sheet, .note, .dossierCode, .title,
    .period, .startDay, .endDay, .keeping, .sheetCount, .documentCount, .box,
  ]

  private static let rolesReadAcross: Set<Vocabulary.Role> = [
    .headingOpening, .headingPiece, .weakHeading, .headingEnd, .counted, .groupOpening, .bodyOpening,
    .province, .commune, .ward, .anyCommune, .set, .collective, .and,
    .done, .event, .year, .dayWord, .beforeDay, .beforeRest, .lastPiece,
  ]

  /// Whether a rule asks for all wordings of the place at once and is told what each stands for, so that a wording must
  /// have one meaning there.
  public var isAskedWhole: Bool {
    switch self {
    case .block, .column, .columnBeginning, .time, .calendar, .timeBinding, .dayCount, .aidTitle, .aidColumn, .aidField:
      true
    default: false
    }
  }
}
