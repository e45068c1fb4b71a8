/// Finds the best path through the readings of a paragraph: beam search over contexts of the language model, then a
/// pass backward that tells how much every other reading would have cost.
struct Decoder {
  /// Most contexts kept after a unit, and how much worse than the best they may be, nats.
  var beam = 12
  var width: Float = 10
  /// Whether every reading's cost is told, not the runner-up's alone.
  var explains = false

  private let language: LanguageModel
  private var states: [State] = []
  /// By unit, where the states after it begin, and the transitions that lead to them.
  private var starts: [Int] = []
  private var transitionStarts: [Int] = []
  private var transitions: [Transition] = []
  private let memo = LookupMemo()
  private var order: [Int32] = []
  private var renamed: [Int32] = []

  private struct State {
    var score: Float
    var context: LanguageModel.Context
    /// Which of the distinct last words, and of the distinct last pairs, of its unit it has.
    var wordSlot: UInt8 = 0
    var pairSlot: UInt8 = 0
  }

  private struct Transition {
    var from, to, reading: Int32
    var cost: Float
  }

  init(language: LanguageModel) { self.language = language }

  /// Decides every unit of a paragraph, or of a part of one that comes after `context`.
  ///
  /// `cache` is what the document itself says of word pairs, on the second pass.
  mutating func decode(
    _ steps: [LatticeStep], _ readings: [Reading], after context: LanguageModel.Context = .start, cache: DocumentCache?
  ) -> [Decision] {
    states.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    states.append(State(score: 0, context: context))
    starts = [0, 1]
    transitionStarts = [0]
    readings.withUnsafeBufferPointer { readings in
      for unit in steps.indices { advance(over: unit, steps, readings, cache) }
    }
    return readings.withUnsafeBufferPointer { decisions(steps, $0) }
  }

  /// The context after a reading that is certain.
  func context(after reading: Reading, _ context: LanguageModel.Context) -> LanguageModel.Context {
    var (cost, next) = language.cost(of: reading.first, after: context)
    if reading.count > 1 { follow(reading, &cost, &next) }
    return next
  }

  // MARK: - Forward

  private mutating func advance(
    over unit: Int, _ steps: [LatticeStep], _ readings: UnsafeBufferPointer<Reading>, _ cache: DocumentCache?
  ) {
    let first = states.count
    var best = Float.infinity
    extend(from: unit, steps[unit], readings, best: &best, cache)
    if unit > 0, !steps[unit].joined.isEmpty {
      var whole = steps[unit - 1]
      whole.readings = steps[unit].joined
      extend(from: unit - 1, whole, readings, best: &best, cache)
    }
    prune(from: first, best: best)
    nameSlots(from: first)
    starts.append(states.count)
    transitionStarts.append(transitions.count)
  }

  /// Extends the states before a unit by every reading of a step.
  private mutating func extend(
    from unit: Int, _ step: LatticeStep, _ readings: UnsafeBufferPointer<Reading>, best: inout Float,
    _ cache: DocumentCache?
  ) {
    let origin = starts[unit]..<starts[unit + 1]
    for index in step.readings {
      let reading = readings[index]
      let own =
        (step.isInitial ? reading.initialCost : reading.cost) + (step.isHeading ? 0 : reading.outsideHeading)
      let group = states.count
      memo.reset(origin.count)
      for from in origin {
        let base = states[from].score + own
        if base > best + width { continue }
        var (cost, next) = firstCost(reading.first, states[from], unit, cache)
        if reading.count > 1 { follow(reading, &cost, &next) }
        let score = base + cost
        if score > best + width { continue }
        best = min(best, score)
        let target = place(next, score, group: group)
        transitions.append(
          Transition(from: Int32(from), to: Int32(target), reading: Int32(index), cost: own + cost))
      }
    }
  }

  @inline(__always)
  private mutating func firstCost(
    _ word: UInt16, _ state: State, _ unit: Int, _ cache: DocumentCache?
  ) -> (cost: Float, next: LanguageModel.Context) {
    if word == Symbol.boundary, state.context.word == Symbol.boundary { return (0, state.context) }
    let plain = language.cost(
      of: word, after: state.context, memo: memo, wordSlot: Int(state.wordSlot), pairSlot: Int(state.pairSlot))
    guard let cache, word >= Symbol.firstWord else { return plain }
    return (cache.mixed(plain.cost, word: word, after: state.context.word, unit: unit), plain.next)
  }

  /// The second and third word of a reading that splits what was read.
  private func follow(_ reading: Reading, _ cost: inout Float, _ next: inout LanguageModel.Context) {
    let second = language.cost(of: reading.second, after: next)
    (cost, next) = (cost + second.cost, second.next)
    guard reading.count > 2 else { return }
    let third = language.cost(of: reading.third, after: next)
    (cost, next) = (cost + third.cost, third.next)
  }

  /// The state with this context among those of the same reading, made if need be.
  @inline(__always)
  private mutating func place(_ context: LanguageModel.Context, _ score: Float, group: Int) -> Int {
    for index in group..<states.count where states[index].context == context {
      states[index].score = min(states[index].score, score)
      return index
    }
    states.append(State(score: score, context: context))
    return states.count - 1
  }

  /// Keeps the best states after a unit, best first; transitions to the others are dropped.
  private mutating func prune(from first: Int, best: Float) {
    let count = states.count - first
    guard count > 1 else { return }
    order.removeAll(keepingCapacity: true)
    for state in first..<states.count where states[state].score <= best + width { order.append(Int32(state)) }
    order.sort { (states[Int($0)].score, $0) < (states[Int($1)].score, $1) }
    if order.count > beam { order.removeLast(order.count - beam) }
    renamed.removeAll(keepingCapacity: true)
    renamed.append(contentsOf: repeatElement(-1, count: count))
    let end = states.count
    for (place, state) in order.enumerated() {
      renamed[Int(state) - first] = Int32(first + place)
      states.append(states[Int(state)])
    }
    states.removeSubrange(first..<end)
    var kept = transitionStarts[transitionStarts.count - 1]
    for read in kept..<transitions.count {
      let target = renamed[Int(transitions[read].to) - first]
      if target < 0 { continue }
      transitions[kept] = transitions[read]
      transitions[kept].to = target
      kept += 1
    }
    transitions.removeLast(transitions.count - kept)
  }

  /// Numbers the distinct last words and pairs, so that each is looked up once for a reading.
  private mutating func nameSlots(from first: Int) {
    for index in first..<states.count {
      states[index].wordSlot = UInt8(truncatingIfNeeded: index - first)
      states[index].pairSlot = states[index].wordSlot
      for other in first..<index where states[other].context.word == states[index].context.word {
        states[index].wordSlot = states[other].wordSlot
        if states[other].context.bigram == states[index].context.bigram {
          states[index].pairSlot = states[other].pairSlot
          break
        }
      }
    }
  }

  // MARK: - Backward

  /// Reads the best path and its margins off the recorded transitions.
  private func decisions(_ steps: [LatticeStep], _ readings: UnsafeBufferPointer<Reading>) -> [Decision] {
    var decisions = Array(repeating: Decision(), count: steps.count)
    let backward = backwardCosts()
    var state: Int32 = 0, unit = 0
    while unit < steps.count {
      let hasJoined = unit + 1 < steps.count && !steps[unit + 1].joined.isEmpty
      guard let step = bestStep(from: state, unit: unit, hasJoined, backward) else { break }
      decisions[unit] = decision(unit, step, hasJoined, backward, readings)
      unit += decisions[unit].isJoined ? 2 : 1
      state = step.to
    }
    return decisions
  }

  private func backwardCosts() -> ContiguousArray<Float> {
    var backward = ContiguousArray(repeating: Float.infinity, count: states.count)
    for state in starts[starts.count - 2]..<states.count { backward[state] = 0 }
    for transition in transitions.reversed() {
      let cost = transition.cost + backward[Int(transition.to)]
      if cost < backward[Int(transition.from)] { backward[Int(transition.from)] = cost }
    }
    return backward
  }

  /// The transitions that end after a unit.
  private func arrivals(_ unit: Int) -> Range<Int> { transitionStarts[unit]..<transitionStarts[unit + 1] }

  /// Those out of the states before a unit: over it alone, and over it and the next where these may be one word.
  private func departures(_ unit: Int, _ hasJoined: Bool) -> Range<Int> {
    arrivals(unit).lowerBound..<arrivals(hasJoined ? unit + 1 : unit).upperBound
  }

  /// The transition out of a state that loses nothing.
  private func bestStep(
    from state: Int32, unit: Int, _ hasJoined: Bool, _ backward: ContiguousArray<Float>
  ) -> Transition? {
    var best: Transition?
    var bestCost = Float.infinity
    for index in departures(unit, hasJoined) where transitions[index].from == state {
      let cost = transitions[index].cost + backward[Int(transitions[index].to)]
      if cost < bestCost { (best, bestCost) = (transitions[index], cost) }
    }
    return best
  }

  private func decision(
    _ unit: Int, _ step: Transition, _ hasJoined: Bool, _ backward: ContiguousArray<Float>,
    _ readings: UnsafeBufferPointer<Reading>
  ) -> Decision {
    var decision = Decision(reading: step.reading, isJoined: isJoined(step, unit))
    let form = readings[Int(step.reading)].form, total = backward[0]
    var second = Float.infinity, keep = Float.infinity
    var others: [UInt16: (reading: Int32, behind: Float)] = [:]
    for index in departures(unit, hasJoined) {
      let transition = transitions[index], other = readings[Int(transition.reading)].form
      if other == form || transition.from >= starts[unit + 1] { continue }
      let behind = states[Int(transition.from)].score + transition.cost + backward[Int(transition.to)] - total
      if behind < second {
        second = behind
        decision.runnerUp =
          transition.from >= starts[unit] && isJoined(transition, unit) == decision.isJoined ? transition.reading : -1
      }
      decision.letterMargin = min(decision.letterMargin, behind + readings[Int(transition.reading)].caseCost)
      if other == 0 { keep = min(keep, behind) }
      if explains, behind < others[other]?.behind ?? .infinity { others[other] = (transition.reading, behind) }
    }
    decision.margin = min(second, 99)
    decision.keepMargin = form == 0 ? 0 : min(keep, 99)
    decision.others = others.values.sorted { ($0.behind, $0.reading) < ($1.behind, $1.reading) }
    return decision
  }

  /// Whether a transition out of the states before a unit leads over the next unit, too.
  private func isJoined(_ transition: Transition, _ unit: Int) -> Bool { transition.to >= starts[unit + 2] }
}
