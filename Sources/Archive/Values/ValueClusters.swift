/// Finds values that may be one.
struct ValueClusters {
  /// Of more values than this, the most frequent are compared with each other letter by letter: the time grows with the square.
  static let mostCompared = 6000

  /// Values of one fingerprint.
  private struct Group {
    var key: ValueKey
    var values: [ValueCount]
    var documents: Int
  }

  private let groups: [Group]

  /// `values` are distinct.
  init(_ values: [ValueCount]) {
    var places: [String: Int] = [:], groups: [Group] = []
    for value in values {
      let key = ValueKey(value.value)
      // Signs alone have no words: nothing is like them.
      if key.fingerprint.isEmpty { continue }
      if let place = places[key.fingerprint] {
        groups[place].values.append(value)
        groups[place].documents += value.documents
      } else {
        places[key.fingerprint] = groups.count
        groups.append(Group(key: key, values: [value], documents: value.documents))
      }
    }
    self.groups = groups
  }

  /// Those of one key first, then those that are near; of each sort those with the most documents to change first.
  var all: [ValueCluster] { Self.sorted(keys) + Self.sorted(neighbours) }

  private var keys: [ValueCluster] {
    groups.filter { $0.values.count > 1 }.map { Self.cluster(.key, $0.values) }
  }

  /// A frequent value takes its neighbours that no more frequent one has taken.
  private var neighbours: [ValueCluster] {
    let order = groups.indices.sorted { (groups[$1].documents, $0) < (groups[$0].documents, $1) }
      .prefix(Self.mostCompared)
    let byLength = Dictionary(grouping: order) { groups[$0].key.letters.count }
    var isTaken = [Bool](repeating: false, count: groups.count)
    return order.compactMap { centre in
      if isTaken[centre] { return nil }
      let key = groups[centre].key, reach = ValueKey.mostEdits(key.letters.count)
      guard reach > 0 else { return nil }
      let lengths = (key.letters.count - reach)...(key.letters.count + reach)
      let near = lengths.flatMap { byLength[$0] ?? [] }.filter {
        $0 != centre && !isTaken[$0] && key.isNear(groups[$0].key)
      }
      if near.isEmpty { return nil }
      for place in near + [centre] { isTaken[place] = true }
      return Self.cluster(.near, ([centre] + near).flatMap { groups[$0].values })
    }
  }

  private static func cluster(_ likeness: ValueCluster.Likeness, _ values: [ValueCount]) -> ValueCluster {
    ValueCluster(likeness: likeness, values: values.sorted { ($1.documents, $0.value) < ($0.documents, $1.value) })
  }

  private static func sorted(_ clusters: [ValueCluster]) -> [ValueCluster] {
    func changed(_ cluster: ValueCluster) -> Int { cluster.documents - (cluster.values.first?.documents ?? 0) }
    return clusters.sorted { (changed($1), $0.proposed) < (changed($0), $1.proposed) }
  }
}
