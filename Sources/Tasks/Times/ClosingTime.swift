internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Where the sentences of an order end, and which words of them date the work.
struct DatedOrder: Sendable {
  /// Where the work's words end.
  var end: Int
  /// The words that date the work; they may lie before `end`, where they belong to the work's sentence.
  var deadline: Range<Int>
}

/// Finds the time of a piece of work where its sentence closes with it.
struct ClosingTime: Sendable {
  let book: RuleBook<LooseText, DatedOrder>
  private let words: ClosingWords

  init(_ phrases: Phrases) {
    let words = ClosingWords(phrases)
    self.words = words
    book = ClosingRules.book(words)
  }

  /// Whether words that date the work follow, spaces aside.
  func follows(in text: LooseText, from offset: Int) -> Bool {
    words.clauses.match(in: text, at: text.skipping([.space], from: offset)) != nil
  }

  /// The words that date an order; an empty range at its end where none do.
  func sentence(of text: LooseText) -> DatedOrder {
    book.answer(to: text)?.answer ?? DatedOrder(end: text.count, deadline: text.count..<text.count)
  }
}

/// The words and the readers that the rules of a sentence's close need.
struct ClosingWords: Sendable {
  /// What a sentence of its own that dates the work begins with.
  let finishes: PhraseTable<Bool>
  /// What a clause that only dates the work begins with.
  let clauses: PhraseTable<Bool>
  /// What a time that the work is to be done by has before it.
  let limits: PhraseTable<Bool>
  /// Limits that date the work wherever they stand, as spelled.
  let withins: Set<String>
  /// Acts of handing the work in: `trình`, `báo cáo`.
  let handingIn: PhraseTable<Bool>
  let deadlines: DeadlineParser
  let dates: DateFinder

  init(_ phrases: Phrases) {
    finishes = phrases.table(.finish, .prose)
    clauses = phrases.table(.datingClause, .closingTime)
    limits = phrases.table(.limit, .closingTime)
    withins = phrases.words(.within, .closingTime)
    handingIn = phrases.table(.handingIn, .closingTime)
    deadlines = DeadlineParser(phrases)
    dates = DateFinder(phrases)
  }
}
