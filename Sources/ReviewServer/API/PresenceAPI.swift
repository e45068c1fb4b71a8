internal import Archive
internal import DocumentModel
internal import Export

extension Site {
  static var presenceRoutes: [Route] {
    [
      Route(
        .get, "/api/v1/presence",
        summary: "Who else looks at a document or works on the queue now, and what they have taken; query: document"
      ) { visit in try visit.json(try visit.presenceView(document: visit.ask.query.number("document").map(Int64.init)))
      },
      Route(
        .get, "/api/v1/queue/:id", part: .reviews,
        summary: "One entry of the queue without taking it, and who has taken it"
      ) { visit in try visit.queueEntry() },
    ]
  }
}

/// Who else is there, as the script shows it.
struct PresenceView: Encodable {
  struct Person: Encodable {
    var who: String
    /// Seconds since 1970.
    var since: Int
    var isWorking: Bool
  }

  var here: [Person]
  var queue: [Person]
  var taken: [TakenView]
  /// The same in a sentence; empty where nobody else is there.
  var text: String
}

/// An entry that somebody else has before their eyes.
struct TakenView: Encodable {
  var doubt: Int64
  var who: String
  /// Seconds since 1970.
  var since: Int
  /// Of a word: the page's reading and the word's place on it.
  var reading: Int64?
  var place: Int?
  var text: String
}

extension Visit {
  /// Notes where this person is, by what is asked for.
  func touchPresence() {
    guard session.isSignedIn, !session.isProgram else { return }
    let parts = ask.path.split(separator: "/").drop { $0 == "api" || $0 == "v1" }
    let isWorking = ask.method == .post
    if let id = ask.query.number("document").map(Int64.init) ?? Self.document(in: parts) {
      site.presence.touch(who, .document(id), isWorking: isWorking, now: now)
    }
    if parts.first == "review" || parts.first == "queue" {
      site.presence.touch(who, .queue, isWorking: true, now: now)
    }
  }

  private static func document(in parts: ArraySlice<Substring>) -> Int64? {
    parts.first == "documents" ? parts.dropFirst().first.flatMap { Int64($0) } : nil
  }

  func presenceView(document: Int64?) throws -> PresenceView {
    func people(_ place: Presence.Place) -> [PresenceView.Person] {
      site.presence.others(than: who, at: place, now: now).map {
        .init(who: $0.who, since: $0.since, isWorking: $0.isWorking)
      }
    }
    let here = document.map { people(.document($0)) } ?? [], queue = people(.queue)
    let taken = try archive.claims(besides: who, document: document, at: now).map(takenView)
    let sentence = document == nil ? queueSentence(queue) : documentSentence(here)
    return PresenceView(here: here, queue: queue, taken: taken, text: sentence)
  }

  private func documentSentence(_ people: [PresenceView.Person]) -> String {
    let workers = people.filter(\.isWorking).map(\.who), lookers = people.filter { !$0.isWorking }.map(\.who)
    return [
      workers.isEmpty
        ? nil : "\(workers.joined(separator: ", ")) \(text("đang sửa văn bản này", "works on this document"))",
      lookers.isEmpty
        ? nil : "\(lookers.joined(separator: ", ")) \(text("đang xem văn bản này", "looks at this document"))",
    ].compactMap(\.self).joined(separator: " · ")
  }

  private func queueSentence(_ people: [PresenceView.Person]) -> String {
    people.isEmpty
      ? "" : "\(people.map(\.who).joined(separator: ", ")) \(text("cũng đang rà soát", "also reviews now"))"
  }

  func takenView(_ claim: Claim) -> TakenView {
    TakenView(
      doubt: claim.doubt, who: claim.who, since: claim.since, reading: claim.reading, place: claim.place,
      text: text(
        "\(claim.who) đang giữ từ \(VietnamDay.clock(at: claim.since))",
        "\(claim.who) has it since \(VietnamDay.clock(at: claim.since))"))
  }

  /// The line that the script keeps up to date.
  func presenceLine(document: Int64?) throws -> HTML {
    let now = try presenceView(document: document).text
    let address = document.map { "/presence?document=\($0)" } ?? "/presence"
    return """
      <p id="presence" class="presence" role="status" data-presence="\(address)"\(now.isEmpty ? " hidden" as HTML : .none)>\(now)</p>
      """
  }
}
