internal import Archive
internal import DocumentModel

extension Site {
  static var apiRoutes: [Route] {
    [
      Route(
        .get, "/api/v1/queue/next", part: .reviews,
        summary: "The next doubtful word or field, kept for ten minutes; query: kind, document, dossier, file, least"
      ) { visit in
        try await visit.nextEntry()
      },
      Route(
        .post, "/api/v1/queue/:id/decide",
        summary:
          "Decide on an entry: action (accept, correct, reject), text, seen, everywhere; gives what was made of it"
      ) {
        visit in try visit.decide()
      },
      Route(.post, "/api/v1/queue/:id/skip", summary: "Put an entry behind all others") { visit in
        try visit.archive.skip(doubt: try visit.id(), who: visit.who)
        return try visit.json(["skipped": true])
      },
      Route(.post, "/api/v1/undo", summary: "Take back the last change, or a batch") { visit in
        let batch = visit.sent.number("batch").map(Int64.init)
        if let page = try visit.archive.dividedByUndoing(batch: batch, who: visit.who) {
          return try await visit.undo(page, batch: batch)
        }
        return try visit.json(try visit.archive.undo(batch: batch, who: visit.who, at: visit.now))
      },
      Route(
        .post, "/api/v1/readings/:id/words/:place", summary: "Correct a word: text, seen; gives what was made of it"
      ) { visit in
        try visit.correct(EditSubject(.word, id: try visit.id(), place: Int(clamping: try visit.id("place"))))
      },
      Route(.post, "/api/v1/documents/:id/fields/:field", summary: "Correct a field of a head: text, seen") { visit in
        try visit.correct(EditSubject(.header, id: try visit.id(), field: visit.parameters["field"] ?? ""))
      },
      Route(.post, "/api/v1/tasks/:id/fields/:field", summary: "Correct a field of a task: text, seen") { visit in
        try visit.correct(EditSubject(.task, id: try visit.id(), field: visit.parameters["field"] ?? ""))
      },
      Route(
        .post, "/api/v1/tasks/:id/status", part: .decides,
        summary: "Change a task's status: status, seen, note, seenNote"
      ) { visit in
        try visit.setStatus()
      },
      Route(
        .post, "/api/v1/documents/:id/accept",
        summary: "Accept all doubtful words of a document whose fields pass; seen, as its page has it"
      ) { visit in
        guard let seen = visit.sent.raw("seen") else { throw Refusal.missing("seen") }
        let count = try visit.archive.acceptWords(
          ofDocument: try visit.id(), seen: seen, who: visit.who, at: visit.now)
        return try visit.json(["accepted": count])
      },
    ]
  }
}

/// An entry of the queue as the script shows it.
private struct EntryView: Encodable {
  struct Piece: Encodable {
    var text: String
    var isHere: Bool
  }

  var id: Int64
  var kind: EditKind
  var label: String
  var text: String
  var original: String
  var alternatives: [String]
  var same: Int
  var document: String?
  var address: String?
  var page: Int
  /// Of the page's picture; nil where there is none.
  var image: String?
  var width: Int?
  var height: Int?
  var box: PixelBox?
  /// The line that it stands in, between its neighbours.
  var lines: [[Piece]]
  /// Nil where nobody else has it before their eyes.
  var taken: TakenView?
}

private struct NextView: Encodable {
  var left: Int
  var entry: EntryView?
  /// Pictures that will be looked at soon.
  var ahead: [String]
  /// Where nothing is left for this person: what others have before their eyes.
  var taken: [TakenView]
}

private struct DecisionView: Encodable {
  var batch: Int64
  var count: Int
  var affected: [AffectedView]
}

/// A value that was made of a corrected word; without `after` it waits in the queue.
private struct AffectedView: Encodable {
  var kind: EditKind
  var id: Int64
  var field: String
  var label: String
  var before: String
  @ExplicitNull var after: String?
}

extension Visit {
  func nextEntry() async throws -> Answer {
    let filter = queueFilter
    let entry = try archive.nextDoubt(for: who, filter, takes: isOwn, at: now)
    let ahead = try archive.upcomingReadings(filter)
    await drawAhead(ahead)
    let taken = entry == nil ? try archive.claims(besides: who, document: filter.document, at: now).map(takenView) : []
    return try json(
      NextView(
        left: try archive.queueStatus(filter).open(of: filter.kind), entry: entry.map(view),
        ahead: ahead.map { "/scans/\($0)" }, taken: taken))
  }

  func queueEntry() throws -> Answer {
    let id = try id()
    var shown = view(try archive.queueEntry(id))
    shown.taken = try archive.claims(besides: who, doubt: id, at: now).first.map(takenView)
    return try json(shown)
  }

  private func view(_ entry: QueueEntry) -> EntryView {
    let doubt = entry.doubt, size = entry.reading?.page.size
    let address = entry.document.map { link("/documents/\($0.id)", Fields([("page", "\(doubt.page)")])) }
    return EntryView(
      id: doubt.id, kind: doubt.kind, label: label(doubt), text: doubt.text, original: doubt.original,
      alternatives: entry.alternatives, same: may(.decides) ? entry.sameElsewhere : 0,
      document: entry.document.map {
        "\(name(of: $0, file: entry.reading?.path ?? "")) · \(text("trang", "page")) \(doubt.page)"
      },
      address: address, page: doubt.page, image: size == nil ? nil : entry.reading.map(picture),
      width: size?.width, height: size?.height, box: doubt.box, lines: lines(entry))
  }

  /// Of a word, its line between its neighbours. Of a field without a picture, the lines that hold it, or the page's
  /// first ones.
  private func lines(_ entry: QueueEntry) -> [[EntryView.Piece]] {
    guard let page = entry.reading?.page else { return [] }
    if let place = entry.doubt.place {
      var start = 0
      let all = page.lines
      guard
        let index = all.firstIndex(where: {
          start += $0.words.count; return place < start
        })
      else { return [] }
      let here = place - start + all[index].words.count
      return (max(0, index - 1)...min(all.count - 1, index + 1)).map { number in
        all[number].words.enumerated().map { .init(text: $1.text, isHere: number == index && $0 == here) }
      }
    }
    guard page.size == nil else { return [] }
    let text = entry.doubt.text
    let first = text.isEmpty ? nil : page.lines.firstIndex { $0.text.contains(text) }
    let shown = first.map { max(0, $0 - 1)..<min(page.lines.count, $0 + 3) } ?? 0..<min(8, page.lines.count)
    return page.lines[shown].map { line in
      [.init(text: line.text, isHere: !text.isEmpty && line.text.contains(text))]
    }
  }

  private func label(_ doubt: Doubt) -> String {
    switch doubt.kind {
    case .word, .decision, .page: text("Chữ", "Word")
    case .header, .task: label(doubt.kind, field: doubt.field)
    }
  }

  private func label(_ kind: EditKind, field: String) -> String {
    if kind == .task { return "\(text("Nhiệm vụ", "Task")): \(TaskField(rawValue: field).map(name) ?? field)" }
    return HeaderField(rawValue: field).map(name) ?? partName(field)
  }

  private func view(_ outcome: CorrectionOutcome) -> DecisionView {
    DecisionView(
      batch: outcome.batch, count: outcome.count,
      affected: outcome.affected.map {
        AffectedView(
          kind: $0.kind, id: $0.id, field: $0.field, label: label($0.kind, field: $0.field), before: $0.before,
          after: $0.after)
      })
  }

  func decide() throws -> Answer {
    let sent = sent, action = try require("action", in: sent)
    guard ["accept", "correct", "reject"].contains(action) else { throw Refusal.missing("action") }
    let isEverywhere = ["true", "1"].contains(sent["everywhere"] ?? "")
    // It reaches into other documents than the one that was looked at.
    if isEverywhere { try require(.decides) }
    let done = try archive.decide(
      doubt: try id(), action == "reject" ? nil : sent["text"] ?? "", seen: sent.raw("seen"), everywhere: isEverywhere,
      who: who, at: now)
    return try json(view(done))
  }

  func correct(_ subject: EditSubject) throws -> Answer {
    let sent = sent
    let done = try archive.correct(subject, to: sent["text"] ?? "", seen: sent.raw("seen") ?? "", who: who, at: now)
    return try json(view(done))
  }

  func setStatus() throws -> Answer {
    let sent = sent
    guard let status = TaskStatus(rawValue: try require("status", in: sent)),
      let seen = TaskStatus(rawValue: try require("seen", in: sent))
    else { throw Refusal.missing("status") }
    try archive.setStatus(
      ofTask: try id(), to: status, seen: seen, note: sent["note"], seenNote: sent.raw("seenNote"), who: who, at: now)
    return try json(["status": status.rawValue])
  }
}

extension Fields {
  /// The first of that name just as it was sent: what a person saw is compared letter by letter.
  func raw(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
}
