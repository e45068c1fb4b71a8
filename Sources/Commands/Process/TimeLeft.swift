/// The time that a run still needs, told without leaps.
///
/// The pace is that of the last minutes, not of the whole run: pages that an earlier run had read are counted in its first
/// moments. What is told goes down with the clock and is drawn towards each new estimate.
struct TimeLeft {
  /// The seconds over which the pace is taken; and for how long nothing is told.
  private static let window = 120.0, silence = 5.0
  /// How far a new estimate draws what is told, for a second since the last one, 0...1.
  private static let pull = 0.05

  private var samples: [(time: Double, share: Double)] = []
  private var told: (time: Double, left: Double)?

  init() {}

  /// The seconds left, `time` seconds after the start with a share of the work done; nil while it cannot be told.
  mutating func seconds(at time: Double, share: Double) -> Double? {
    samples.append((time, share))
    while samples.count > 2, samples[1].time <= time - Self.window { samples.removeFirst() }
    guard time >= Self.silence, let first = samples.first, share > first.share, time > first.time else {
      return told.map { max(0, $0.left - (time - $0.time)) }
    }
    let estimate = (1 - share) * (time - first.time) / (share - first.share)
    var left = estimate
    if let told {
      let expected = max(0, told.left - (time - told.time))
      left = expected + (estimate - expected) * min(1, Self.pull * (time - told.time))
    }
    told = (time, left)
    return left
  }
}
