/// What strings the places of a net's output spell (connectionist temporal classification, Graves and others 2006): at
/// every place stands a class or the blank 0, and a string is what is left when repeats are joined and blanks dropped.
struct LabelPaths {
  /// For every place how likely each class is.
  let places: [[Double]]

  /// How likely a string is: the sum over all paths that spell it.
  func probability(of labels: [Int]) -> Double {
    let states = [0] + labels.flatMap { [$0, 0] }
    guard let first = places.first else { return labels.isEmpty ? 1 : 0 }
    var sums = [Double](repeating: 0, count: states.count)
    for state in 0..<min(2, states.count) { sums[state] = first[states[state]] }
    for place in places.dropFirst() {
      // From the end, since a state takes from those before it.
      for state in states.indices.reversed() {
        var sum = sums[state] + (state > 0 ? sums[state - 1] : 0)
        if state > 1, states[state] != 0, states[state] != states[state - 2] { sum += sums[state - 2] }
        sums[state] = sum * place[states[state]]
      }
    }
    return sums.suffix(2).reduce(0, +)
  }

  /// The string of the likeliest class at every place.
  var bestPath: [Int] {
    let path = places.map { place in place.indices.max { place[$0] < place[$1] } ?? 0 }
    return path.indices.filter { path[$0] != 0 && ($0 == 0 || path[$0] != path[$0 - 1]) }.map { path[$0] }
  }

  /// The beginnings of strings with the sums over their paths that end in a blank and that do not.
  private typealias Beam = [[Int]: (blank: Double, label: Double)]

  /// The likeliest strings, best first, found by keeping so many beginnings at every place.
  func likeliest(_ count: Int) -> [[Int]] {
    var beam: Beam = [[]: (1, 0)]
    for place in places {
      var next: Beam = [:]
      for (labels, sums) in beam { Self.extend(labels, sums, by: place, into: &next) }
      let best = next.sorted { Self.total($0.value, $0.key, before: $1.value, $1.key) }.prefix(count)
      beam = Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
    }
    return beam.sorted { Self.total($0.value, $0.key, before: $1.value, $1.key) }.map(\.key)
  }

  private static func extend(
    _ labels: [Int], _ sums: (blank: Double, label: Double), by place: [Double], into next: inout Beam
  ) {
    let sum = sums.blank + sums.label
    next[labels, default: (0, 0)].blank += sum * place[0]
    if let last = labels.last { next[labels, default: (0, 0)].label += sums.label * place[last] }
    for label in place.indices.dropFirst() where place[label] > 1e-3 {
      // The same class again is another figure only after a blank.
      next[labels + [label], default: (0, 0)].label += (label == labels.last ? sums.blank : sum) * place[label]
    }
  }

  /// Of two that are as likely the smaller comes first, or the order would change from run to run.
  private static func total(
    _ a: (blank: Double, label: Double), _ first: [Int], before b: (blank: Double, label: Double), _ second: [Int]
  ) -> Bool {
    let (left, right) = (a.blank + a.label, b.blank + b.label)
    return left != right ? left > right : first.lexicographicallyPrecedes(second)
  }
}
