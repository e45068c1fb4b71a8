internal import Archive
internal import DocumentModel

extension Site {
  static var divisionRoutes: [Route] {
    [
      Route(.get, "/api/v1/inputs/:id/division", summary: "The documents of a file (by its SHA-256) with their pages") {
        visit in
        try visit.json(DivisionView(try visit.division()))
      },
      Route(
        .post, "/api/v1/inputs/:id/pages/:page/begin",
        summary: "Begin a document at a page (begins: true) or join it to the one before (false): begins, seen"
      ) { visit in
        try await visit.begin()
      },
      Route(
        .post, "/api/v1/inputs/:id/pages/:page/turn",
        summary:
          "Read a page again, turned clockwise: turn (90, 180, 270 from how it stands now), seen; it takes a while"
      ) { visit in
        try visit.turn()
      },
      Route(
        .get, "/api/v1/inputs/:id/pages/:page/turn",
        summary: "Whether a page is being read again, or why it could not be"
      ) { visit in
        try visit.json(visit.turnView(try visit.division().sha256, page: try visit.pageNumber()))
      },
    ]
  }
}

/// A file's division, as programs are told it. `seen` is to be sent with a change.
private struct DivisionView: Encodable {
  struct Part: Encodable {
    var id: Int64
    var firstPage, lastPage: Int
    @ExplicitNull var title: String?
  }

  var seen: String
  var pages: Int
  var documents: [Part]

  init(_ division: InputDivision) {
    seen = division.seen
    pages = division.pages
    documents = division.parts.map {
      Part(id: $0.id, firstPage: $0.firstPage, lastPage: $0.lastPage, title: $0.title)
    }
  }
}

/// What became of a change: its batch for undoing, and where the page is now.
private struct DividedView: Encodable {
  var batch: Int64
  @ExplicitNull var document: Int64?
  var address: String
}

private struct TurnView: Encodable {
  /// `reading`, `failed` or `none`.
  var state: String
  @ExplicitNull var vi: String?
  @ExplicitNull var en: String?
}

extension Visit {
  func division() throws -> InputDivision {
    guard let division = try archive.division(of: parameters["id"] ?? "") else { throw Refusal.notFound }
    return division
  }

  func pageNumber() throws(Refusal) -> Int { Int(clamping: try id("page")) }

  fileprivate func begin() async throws -> Answer {
    let sent = sent, page = try pageNumber(), sha256 = try division().sha256
    guard let begins = ["true": true, "1": true, "false": false, "0": false][try require("begins", in: sent)] else {
      throw Refusal.missing("begins")
    }
    let seen = try require("seen", in: sent), archive = archive
    let take = { () throws(Failure) in try archive.divided(sha256, by: .begins(page: page, begins), seen: seen) }
    let batch = try await divider.carryOut(try take(), again: take)
    let document = try archive.document(sha256: sha256, page: page)
    let address = document.map { link("/documents/\($0)", Fields([("page", "\(page)")])) } ?? link("/documents")
    return try json(DividedView(batch: batch, document: document, address: address))
  }

  /// Takes back a decision about a page; the answer is that of any undoing.
  func undo(_ input: DividedInput, batch: Int64?) async throws -> Answer {
    let archive = archive, who = who, sha256 = input.division.sha256
    let done = try await divider.carryOut(input) { () throws(Failure) in
      guard let again = try archive.dividedByUndoing(batch: batch, who: who) else {
        throw Failure(.changedMeanwhile, .wordsKeepChanging)
      }
      return again
    }
    return try json(try archive.pageCorrections(of: sha256).map(\.correction).filter { $0.batch == done })
  }

  /// Has a page read again, and answers before that is done.
  fileprivate func turn() throws -> Answer {
    let sent = sent, page = try pageNumber(), sha256 = try division().sha256
    let seen = try require("seen", in: sent)
    guard let degrees = sent.number("turn"), let reading = try archive.reading(sha256: sha256, page: page) else {
      throw Refusal.missing("turn")
    }
    let change = PageChange.turn(page: page, to: (reading.page.rotation + max(0, degrees % 360)) % 360)
    let first = try archive.divided(sha256, by: change, seen: seen)
    guard site.turns.begin(sha256, page: page, who: who) else { throw Failure(.changedMeanwhile, .turningAlready) }
    let divider = divider, turns = site.turns, archive = archive
    Task.detached {
      var message: Message?
      do {
        _ = try await divider.carryOut(first) { () throws(Failure) in
          try archive.divided(sha256, by: change, seen: seen)
        }
      } catch let failure as Failure {
        message = failure.message
      } catch {
        message = .internalRecordFault
      }
      turns.end(sha256, page: page, with: message)
    }
    return try json(turnView(sha256, page: page), status: 202)
  }

  private var divider: Divider { Divider(archive: archive, maker: site.records, who: who, now: now) }

  fileprivate func turnView(_ sha256: String, page: Int) -> TurnView {
    switch site.turns.state(of: sha256, page: page) {
    case .reading: TurnView(state: "reading")
    case .failed(let message): TurnView(state: "failed", vi: message.vi, en: message.en)
    case nil: TurnView(state: "none")
    }
  }
}
