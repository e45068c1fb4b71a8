/// Reads the best path off a trellis and finds, by a pass backward, how much more every other reading would have cost.
struct PathReader {
  private let trellis: Trellis
  private let readings: UnsafeBufferPointer<WordReading>
  /// Whether decisions hold the costs of all other readings, not the runner-up's alone.
  private let explains: Bool
  /// By state, the cost of the cheapest path from it to the end, nats.
  private let backward: ContiguousArray<Float>

  init(_ trellis: Trellis, _ readings: UnsafeBufferPointer<WordReading>, explains: Bool) {
    (self.trellis, self.readings, self.explains) = (trellis, readings, explains)
    backward = Self.backwardCosts(trellis)
  }

  /// What the best path decides for each unit; a unit that no path reaches keeps the empty decision.
  func decisions(_ steps: [LatticeStep]) -> [Decision] {
    var decisions = Array(repeating: Decision(), count: steps.count)
    var state: Int32 = 0, unit = 0
    while unit < steps.count {
      let hasJoined = unit + 1 < steps.count && !steps[unit + 1].joined.isEmpty
      let departures = departures(unit, hasJoined)
      guard let step = bestStep(from: state, departures) else { break }
      decisions[unit] = decision(unit, step, departures)
      unit += decisions[unit].isJoined ? 2 : 1
      state = step.to
    }
    return decisions
  }

  private static func backwardCosts(_ trellis: Trellis) -> ContiguousArray<Float> {
    var backward = ContiguousArray(repeating: Float.infinity, count: trellis.states.count)
    for state in trellis.starts[trellis.starts.count - 2]..<trellis.states.count { backward[state] = 0 }
    for transition in trellis.transitions.reversed() {
      let cost = transition.cost + backward[Int(transition.to)]
      if cost < backward[Int(transition.from)] { backward[Int(transition.from)] = cost }
    }
    return backward
  }

  /// The transitions out of the states before a unit: over it alone, and, if it and the next may be one word, over
  /// both.
  private func departures(_ unit: Int, _ hasJoined: Bool) -> Range<Int> {
    trellis.arrivals(unit).lowerBound..<trellis.arrivals(hasJoined ? unit + 1 : unit).upperBound
  }

  /// The transition out of a state that lies on the best path from it; nil where none leads on.
  private func bestStep(from state: Int32, _ departures: Range<Int>) -> Trellis.Transition? {
    var best: Trellis.Transition?
    var bestCost = Float.infinity
    for index in departures where trellis.transitions[index].from == state {
      let transition = trellis.transitions[index]
      let cost = transition.cost + backward[Int(transition.to)]
      if cost < bestCost { (best, bestCost) = (transition, cost) }
    }
    return best
  }

  private func decision(_ unit: Int, _ step: Trellis.Transition, _ departures: Range<Int>) -> Decision {
    var decision = Decision(reading: step.reading, isJoined: isJoined(step, unit))
    let form = reading(step).form
    var second = Float.infinity, keep = Float.infinity
    var others: [UInt16: (reading: Int32, behind: Float)] = [:]
    for index in departures {
      let transition = trellis.transitions[index], other = reading(transition)
      if other.form == form || transition.from >= trellis.starts[unit + 1] { continue }
      let behind = behind(transition)
      if behind < second {
        second = behind
        decision.runnerUp = isAlternative(transition, to: decision, unit) ? transition.reading : -1
      }
      decision.letterMargin = min(decision.letterMargin, behind + other.caseCost)
      if other.form == 0 { keep = min(keep, behind) }
      if explains, behind < others[other.form]?.behind ?? .infinity {
        others[other.form] = (transition.reading, behind)
      }
    }
    decision.margin = min(second, Margin.widest)
    decision.keepMargin = form == 0 ? 0 : min(keep, Margin.widest)
    if explains { decision.others = others.values.sorted { ($0.behind, $0.reading) < ($1.behind, $1.reading) } }
    return decision
  }

  private func reading(_ transition: Trellis.Transition) -> WordReading { readings[Int(transition.reading)] }

  /// The cost that the best path over a transition has more than the best path of all, nats.
  private func behind(_ transition: Trellis.Transition) -> Float {
    trellis.states[Int(transition.from)].score + transition.cost + backward[Int(transition.to)] - backward[0]
  }

  /// Whether a transition covers the same units as a decision, so that its reading can stand in its place.
  private func isAlternative(_ transition: Trellis.Transition, to decision: Decision, _ unit: Int) -> Bool {
    transition.from >= trellis.starts[unit] && isJoined(transition, unit) == decision.isJoined
  }

  /// Whether a transition out of the states before a unit covers the next unit, too.
  private func isJoined(_ transition: Trellis.Transition, _ unit: Int) -> Bool {
    transition.to >= trellis.starts[unit + 2]
  }
}
