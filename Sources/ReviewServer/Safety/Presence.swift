internal import Synchronization

/// Who has looked at what within the last two minutes. It is kept in memory alone.
final class Presence: Sendable {
  enum Place: Hashable, Sendable {
    case document(Int64)
    case queue
  }

  struct Person: Hashable, Sendable {
    var who: String
    /// Seconds since 1970: since when without a pause.
    var since: Int
    /// Whether the person has changed something there, or works on the queue.
    var isWorking: Bool
  }

  /// Seconds that a person is held to be there after the last request.
  static let stay = 120
  private static let mostPeople = 1000
  private static let mostPlaces = 20

  private struct Stay {
    var since: Int
    var last: Int
    var isWorking: Bool
  }

  private let people = Mutex<[String: [Place: Stay]]>([:])

  func touch(_ who: String, _ place: Place, isWorking: Bool, now: Int) {
    people.withLock { people in
      if people[who] == nil, people.count >= Self.mostPeople {
        people = people.compactMapValues { Self.fresh($0, now) }
      }
      if people[who] == nil, people.count >= Self.mostPeople { return }
      var places = Self.fresh(people[who] ?? [:], now) ?? [:]
      if places[place] == nil, places.count >= Self.mostPlaces { return }
      let before = places[place]
      places[place] = Stay(
        since: before?.since ?? now, last: now, isWorking: isWorking || before?.isWorking == true)
      people[who] = places
    }
  }

  /// Who else is there, in the order in which they came.
  func others(than who: String, at place: Place, now: Int) -> [Person] {
    people.withLock { people in
      people.compactMap { name, places -> Person? in
        guard name != who, let stay = places[place], stay.last > now - Self.stay else { return nil }
        return Person(who: name, since: stay.since, isWorking: stay.isWorking)
      }
    }.sorted { ($0.since, $0.who) < ($1.since, $1.who) }
  }

  /// Nil where nothing is left.
  private static func fresh(_ places: [Place: Stay], _ now: Int) -> [Place: Stay]? {
    let left = places.filter { $0.value.last > now - stay }
    return left.isEmpty ? nil : left
  }
}
