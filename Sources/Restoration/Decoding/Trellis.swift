/// The paths of a search: states, each a context of the language model between two units, and the transitions between
/// them, each one reading of a unit.
struct Trellis {
  struct State {
    /// The cost of the cheapest path from the start, nats.
    var score: Float
    var context: LanguageModel.Context
    /// Numbers of its last word and its last pair of words among those of the states after the same unit; states with
    /// equal ones share their look-ups in the language model.
    var wordSlot: UInt8 = 0
    var pairSlot: UInt8 = 0
  }

  struct Transition {
    /// Indices of the states and of the reading.
    var from, to, reading: Int32
    /// Nats.
    var cost: Float
  }

  private(set) var states: [State] = []
  private(set) var transitions: [Transition] = []
  /// By unit: the index of the first state before it, and of the first transition over it.
  private(set) var starts: [Int] = []
  private(set) var transitionStarts: [Int] = []
  private var order: [Int32] = []
  private var renamed: [Int32] = []

  /// Empties the trellis and adds the state before the first unit.
  mutating func begin(after context: LanguageModel.Context) {
    states.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    states.append(State(score: 0, context: context))
    starts = [0, 1]
    transitionStarts = [0]
  }

  /// The states before a unit.
  func origins(_ unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  /// The transitions that end after a unit.
  func arrivals(_ unit: Int) -> Range<Int> { transitionStarts[unit]..<transitionStarts[unit + 1] }

  /// Adds a transition to a context. It ends in the state with this context among those from `group` on, or in a new
  /// one.
  @inline(__always)
  mutating func append(
    from: Int, reading: Int, cost: Float, _ context: LanguageModel.Context, score: Float, group: Int
  ) {
    let target = state(context, score, group: group)
    transitions.append(Transition(from: Int32(from), to: Int32(target), reading: Int32(reading), cost: cost))
  }

  /// Ends a unit: of the states from `first` on, at most `most` stay whose score is at most `limit`.
  mutating func endUnit(from first: Int, within limit: Float, most: Int) {
    prune(from: first, within: limit, most: most)
    nameSlots(from: first)
    starts.append(states.count)
    transitionStarts.append(transitions.count)
  }

  @inline(__always)
  private mutating func state(_ context: LanguageModel.Context, _ score: Float, group: Int) -> Int {
    for index in group..<states.count where states[index].context == context {
      states[index].score = min(states[index].score, score)
      return index
    }
    states.append(State(score: score, context: context))
    return states.count - 1
  }

  /// Keeps the best states after a unit, best first, and drops the transitions to the others.
  private mutating func prune(from first: Int, within limit: Float, most: Int) {
    let count = states.count - first
    guard count > 1 else { return }
    order.removeAll(keepingCapacity: true)
    for state in first..<states.count where states[state].score <= limit { order.append(Int32(state)) }
    order.sort { (states[Int($0)].score, $0) < (states[Int($1)].score, $1) }
    if order.count > most { order.removeLast(order.count - most) }
    renamed.removeAll(keepingCapacity: true)
    renamed.append(contentsOf: repeatElement(-1, count: count))
    let end = states.count
    for (place, state) in order.enumerated() {
      renamed[Int(state) - first] = Int32(first + place)
      states.append(states[Int(state)])
    }
    states.removeSubrange(first..<end)
    renameTargets(from: first)
  }

  /// Gives the transitions of the present unit the new indices of the states that were kept.
  private mutating func renameTargets(from first: Int) {
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

  /// Numbers the distinct last words and pairs of words, so that each is looked up once for a reading.
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
}
