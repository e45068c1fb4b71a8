internal import Foundation

/// A step of the lattice: one unit, or two read as one.
struct LatticeStep {
  /// How many units it spans.
  var span: Int
  /// Into the store's list.
  var candidates: Range<Int>
  var isInitial: Bool
  /// The words beside it are in capitals.
  var isHeading = false
}

/// What was decided for a unit.
struct Decision {
  /// Into the store's list; −1 inside a reading that began a unit earlier.
  var candidate: Int32 = -1
  /// How much worse the best path is that writes something else here, nats.
  var margin: Float = 99
  /// The next best reading that writes something else.
  var runnerUp: Int32 = -1
  /// 1, or 2 where two units were read as one.
  var span: UInt8 = 1
  /// How much worse the best path is that leaves what was read, nats; 0 where it was left.
  var keepMargin: Float = 99
  /// How much worse each other reading is, for `explain`.
  var readings: [(candidate: Int32, behind: Float)] = []
}

/// Finds the best path through the readings of a paragraph: beam search over contexts of the language model, then a
/// pass backward that tells how much every other reading would have cost.
struct Decoder {
  /// Most contexts kept after a unit, and how much worse than the best they may be.
  var beam = 12
  var width: Float = 10
  /// Whether every reading's cost is told, not the runner-up's alone.
  var explains = false

  private let language: LanguageModel
  private var scores: [Float] = []
  private var contexts: [LanguageModel.Context] = []
  private var starts: [Int] = []
  private var transitions: [Transition] = []
  private var transitionStarts: [Int] = []

  private struct Transition {
    var from, to: Int32
    var candidate: Int32
    var step: Float
    var span: Int32
  }

  init(language: LanguageModel) { self.language = language }

  /// Decides every unit of a paragraph.
  ///
  /// `steps` holds, per unit, the ways to read from it on, the first of which spans one unit; `cache` is what the document
  /// itself says of word pairs, on the second pass.
  mutating func decode(
    _ steps: [[LatticeStep]], _ candidates: [Candidate], cache: DocumentCache?
  ) -> [Decision] {
    reset()
    for unit in 0...steps.count {
      if unit > 0 { arrive(at: unit, steps, candidates, cache) }
      starts.append(scores.count)
    }
    return decisions(steps.count, candidates)
  }

  private mutating func reset() {
    scores = [0]
    contexts = [.start]
    starts = [0]
    transitions.removeAll(keepingCapacity: true)
    transitionStarts = [0]
  }

  /// Extends the states before `unit` over every reading that ends there.
  private mutating func arrive(
    at unit: Int, _ steps: [[LatticeStep]], _ candidates: [Candidate], _ cache: DocumentCache?
  ) {
    let first = scores.count
    var best = Float.infinity
    for span in 1...2 where unit >= span {
      let origin = unit - span
      for step in steps[origin] where step.span == span {
        for index in step.candidates {
          extend(from: origin, candidates[index], index, step, first: first, best: &best, cache)
        }
      }
    }
    prune(from: first, best: best)
    transitionStarts.append(transitions.count)
  }

  @inline(__always)
  private mutating func extend(
    from origin: Int, _ candidate: Candidate, _ index: Int, _ step: LatticeStep, first: Int, best: inout Float,
    _ cache: DocumentCache?
  ) {
    let own =
      (step.isInitial ? candidate.initialCost : candidate.cost) + (step.isHeading ? 0 : candidate.outsideHeading)
    let group = scores.count
    for state in starts[origin]..<starts[origin + 1] {
      let base = scores[state] + own
      if base > best + width { continue }
      var (cost, next) = wordCost(candidate.words.0, contexts[state], origin, cache)
      if candidate.wordCount > 1 {
        let second = language.cost(of: candidate.words.1, after: next)
        (cost, next) = (cost + second.cost, second.next)
      }
      if candidate.wordCount > 2 {
        let third = language.cost(of: candidate.words.2, after: next)
        (cost, next) = (cost + third.cost, third.next)
      }
      let score = base + cost
      if score > best + width { continue }
      best = min(best, score)
      let target = place(next, score, group: group)
      transitions.append(
        Transition(
          from: Int32(state), to: Int32(target), candidate: Int32(index), step: own + cost, span: Int32(step.span)))
    }
  }

  @inline(__always)
  private func wordCost(
    _ word: UInt16, _ context: LanguageModel.Context, _ unit: Int, _ cache: DocumentCache?
  ) -> (cost: Float, next: LanguageModel.Context) {
    if word == Symbol.boundary, context.word == Symbol.boundary { return (0, context) }
    let plain = language.cost(of: word, after: context)
    guard let cache else { return plain }
    return (cache.mixed(plain.cost, word: word, after: context.word, unit: unit), plain.next)
  }

  /// The state with this context among those of the same reading, made if need be.
  @inline(__always)
  private mutating func place(_ context: LanguageModel.Context, _ score: Float, group: Int) -> Int {
    for state in group..<scores.count where contexts[state] == context {
      scores[state] = min(scores[state], score)
      return state
    }
    scores.append(score)
    contexts.append(context)
    return scores.count - 1
  }

  /// Keeps the best states after a unit, in order of score; transitions to the others are dropped.
  private mutating func prune(from first: Int, best: Float) {
    let count = scores.count - first
    guard count > 1 else { return }
    var order = (first..<scores.count).filter { scores[$0] <= best + width }
    order.sort { scores[$0] < scores[$1] }
    if order.count > beam { order.removeLast(order.count - beam) }
    var renamed = Array(repeating: Int32(-1), count: count)
    for (place, state) in order.enumerated() { renamed[state - first] = Int32(first + place) }
    let kept = order.map { (scores[$0], contexts[$0]) }
    scores.removeLast(count)
    contexts.removeLast(count)
    for (score, context) in kept {
      scores.append(score)
      contexts.append(context)
    }
    var write = transitionStarts[transitionStarts.count - 1]
    for read in write..<transitions.count {
      let target = renamed[Int(transitions[read].to) - first]
      if target < 0 { continue }
      transitions[write] = transitions[read]
      transitions[write].to = target
      write += 1
    }
    transitions.removeLast(transitions.count - write)
  }

  /// Reads the best path and its margins off the recorded transitions.
  private func decisions(_ units: Int, _ candidates: [Candidate]) -> [Decision] {
    var decisions = Array(repeating: Decision(), count: units)
    guard units > 0 else { return decisions }
    let backward = backwardCosts()
    let total = backward[0]
    var state = Int32(0)
    var unit = 0
    // Forward along the best path: at each state the transition that loses nothing.
    while unit < units {
      guard let step = bestStep(from: state, unit: unit, backward: backward) else { break }
      decisions[unit].candidate = step.candidate
      decisions[unit].span = UInt8(step.span)
      findRunnerUp(unit, step, total: total, backward, candidates, &decisions)
      unit += Int(step.span)
      state = step.to
    }
    return decisions
  }

  private func backwardCosts() -> [Float] {
    var backward = Array(repeating: Float.infinity, count: scores.count)
    for state in starts[starts.count - 2]..<scores.count { backward[state] = 0 }
    for transition in transitions.reversed() {
      let cost = transition.step + backward[Int(transition.to)]
      if cost < backward[Int(transition.from)] { backward[Int(transition.from)] = cost }
    }
    return backward
  }

  /// Transitions that end after `unit` units, which includes those that span two.
  private func arrivals(_ unit: Int) -> ArraySlice<Transition> {
    transitions[transitionStarts[unit - 1]..<transitionStarts[unit]]
  }

  private func bestStep(from state: Int32, unit: Int, backward: [Float]) -> Transition? {
    var best: Transition?
    var bestCost = Float.infinity
    for end in (unit + 1)...min(unit + 2, transitionStarts.count - 1) {
      for transition in arrivals(end) where transition.from == state {
        let cost = transition.step + backward[Int(transition.to)]
        if cost < bestCost { (best, bestCost) = (transition, cost) }
      }
    }
    return best
  }

  private func findRunnerUp(
    _ unit: Int, _ step: Transition, total: Float, _ backward: [Float], _ candidates: [Candidate],
    _ decisions: inout [Decision]
  ) {
    let form = candidates[Int(step.candidate)].form
    var best: [UInt16: (candidate: Int32, cost: Float)] = [:]
    for end in (unit + 1)...min(unit + 2, transitionStarts.count - 1) {
      for transition in arrivals(end) where Int(transition.span) == end - unit {
        let other = candidates[Int(transition.candidate)].form
        let name = transition.span == step.span ? other : UInt16.max - other
        if name == form { continue }
        let cost = scores[Int(transition.from)] + transition.step + backward[Int(transition.to)]
        if cost < best[name]?.cost ?? .infinity { best[name] = (transition.candidate, cost) }
      }
    }
    if let second = best.values.min(by: { ($0.cost, $0.candidate) < ($1.cost, $1.candidate) }) {
      decisions[unit].runnerUp = second.candidate
      decisions[unit].margin = min(second.cost - total, 99)
    }
    decisions[unit].keepMargin = form == 0 && step.span == 1 ? 0 : min((best[0]?.cost ?? .infinity) - total, 99)
    if explains {
      decisions[unit].readings = best.values.map { ($0.candidate, $0.cost - total) }.sorted { $0.1 < $1.1 }
    }
  }
}
