/// Finds the best path through the readings of a paragraph.
///
/// A beam search goes forward over contexts of the language model; a pass backward then says how much more every other
/// reading would have cost (forward-backward over a trellis).
struct Decoder {
  /// Whether decisions hold the costs of all other readings, not the runner-up's alone.
  var explains = false

  private let language: LanguageModel
  private var trellis = Trellis()
  private let memo = LookupMemo()

  init(language: LanguageModel) { self.language = language }

  /// Decides every unit of a paragraph, or of a part of one that comes after `context`: one decision for each step.
  ///
  /// The steps name the readings of each unit as ranges of `readings`. `evidence` is what the document and the sentence
  /// say, on the second pass; it is nil on the first.
  mutating func decode(
    _ steps: [LatticeStep], _ readings: [WordReading], after context: LanguageModel.Context = .start,
    evidence: Evidence?
  ) -> [Decision] {
    trellis.begin(after: context)
    return readings.withUnsafeBufferPointer { readings in
      for unit in steps.indices { advance(over: unit, steps, readings, evidence) }
      return PathReader(trellis, readings, explains: explains).decisions(steps)
    }
  }

  /// The context after a reading that is certain.
  func context(after reading: WordReading, _ context: LanguageModel.Context) -> LanguageModel.Context {
    var (cost, next) = language.cost(of: reading.first, after: context)
    if reading.count > 1 { follow(reading, &cost, &next) }
    return next
  }

  /// Goes over one unit: by its own readings, and by those of it and the unit before it as one torn word.
  private mutating func advance(
    over unit: Int, _ steps: [LatticeStep], _ readings: UnsafeBufferPointer<WordReading>, _ evidence: Evidence?
  ) {
    let first = trellis.states.count
    var best = Float.infinity
    extend(from: unit, steps[unit], readings, best: &best, evidence)
    if unit > 0, !steps[unit].joined.isEmpty {
      var whole = steps[unit - 1]
      whole.readings = steps[unit].joined
      extend(from: unit - 1, whole, readings, best: &best, evidence)
    }
    trellis.endUnit(from: first, within: best + SearchLimits.beamWidth, most: SearchLimits.beam)
  }

  /// Extends the states before a unit by every reading of a step.
  private mutating func extend(
    from unit: Int, _ step: LatticeStep, _ readings: UnsafeBufferPointer<WordReading>, best: inout Float,
    _ evidence: Evidence?
  ) {
    memo.origins.removeAll(keepingCapacity: true)
    for state in trellis.origins(unit) { memo.origins.append(origin(state)) }
    let isOpen = evidence != nil && step.readings.count > 1
    let least = isOpen ? step.readings.lazy.map { Self.cost(of: readings[$0], in: step) }.min() ?? 0 : 0
    for index in step.readings {
      let reading = readings[index]
      var own = Self.cost(of: reading, in: step)
      if isOpen, own < least + SearchLimits.neighboursReach { own += evidence?.cost(of: reading.first, at: unit) ?? 0 }
      let group = trellis.states.count
      let alone = language.steps(of: reading.first)
      memo.reset()
      for origin in memo.origins {
        let base = origin.score + own
        // Those that follow cost more.
        if base > best + SearchLimits.beamWidth { break }
        var (cost, next) = firstCost(reading.first, alone, origin, unit, evidence?.cache)
        if reading.count > 1 { follow(reading, &cost, &next) }
        let score = base + cost
        if score > best + SearchLimits.beamWidth { continue }
        best = min(best, score)
        trellis.append(from: origin.state, reading: index, cost: own + cost, next, score: score, group: group)
      }
    }
  }

  /// What a reading costs without the words before it, nats.
  @inline(__always)
  private static func cost(of reading: WordReading, in step: LatticeStep) -> Float {
    (step.isInitial ? reading.initialCost : reading.cost) + (step.isHeading ? 0 : reading.outsideHeading)
  }

  private func origin(_ index: Int) -> LookupMemo.Origin {
    let state = trellis.states[index]
    return LookupMemo.Origin(
      state: index, score: state.score, wordSlot: Int(state.wordSlot), pairSlot: Int(state.pairSlot),
      scope: language.scope(of: state.context))
  }

  /// The cost of the first word of a reading after a state, and the context after it. Of two boundaries in a row the
  /// second costs nothing.
  @inline(__always)
  private func firstCost(
    _ word: UInt16, _ alone: Int32, _ origin: LookupMemo.Origin, _ unit: Int, _ cache: DocumentCache?
  ) -> (cost: Float, next: LanguageModel.Context) {
    if word == Symbol.boundary, origin.scope.word == Symbol.boundary { return (0, origin.scope.context) }
    let plain = memo.cost(of: word, alone: alone, after: origin, language)
    guard let cache, word >= Symbol.firstWord else { return plain }
    return (cache.mixed(plain.cost, word: word, after: origin.scope.word, unit: unit), plain.next)
  }

  /// Adds the cost of the second and third word of a reading that splits what was read.
  private func follow(_ reading: WordReading, _ cost: inout Float, _ next: inout LanguageModel.Context) {
    let second = language.cost(of: reading.second, after: next)
    (cost, next) = (cost + second.cost, second.next)
    guard reading.count > 2 else { return }
    let third = language.cost(of: reading.third, after: next)
    (cost, next) = (cost + third.cost, third.next)
  }
}
