internal import DocumentModel
internal import Recognition

/// What the vote over the readings of a line weighs. `scripts/measure-lines` measures what comes of it.
enum VoteWeights {
  /// What a reader's word counts for, times its confidence. The line as it stands counts 1.
  static func weight(of reader: OtherReading.Reader) -> Double {
    switch reader {
    case .secondModel: 1
    case .treated: 0.8
    case .outside: 1.1
    case .layer: 0.8
    }
  }

  /// What a nat of the language model counts for.
  static let perNat = 0.09
  /// The language model says no more than this, nats: it does not see the print.
  static let mostNats = 12.0
  /// A reading wins where it is ahead by this much.
  static let lead = 0.2
  /// Another reader's word that is the same takes this share of the doubt away.
  static let agreement = 0.5
  /// A reading that is further behind than this says nothing.
  static let hopeless = -0.9
  /// No word on which readers differ is surer than this.
  static let contested = 0.85
  /// A word that lost or won by less than this is marked: a person should look.
  static let narrow = 0.45
  /// Words on either side of a difference by which the language model judges it.
  static let context = 2
  /// A difference over more words than this is no other reading of the same print.
  static let mostWords = 3
}

/// Settles what a line says where its readers differ, word by word: the readers' votes count with their confidence, and
/// the language model with what it has against either. Where readers agree, the word is surer; what lost stays as an
/// alternative.
struct LineVote {
  let judge: LineRereader.Judge

  private struct Proposal {
    var range: Range<Int>
    var words: [Word]
    /// Votes for it.
    var support: Double
    /// How far it is ahead of the line as it stands; below 0 it is behind.
    var lead = 0.0
  }

  func settled(_ line: Line, by readings: [OtherReading]) -> Line {
    guard !line.isEmpty, !readings.isEmpty else { return line }
    let own = line.words.map(\.text)
    let aligned = readings.map { (reading: $0, places: WordAlignment(own, $0.words.map(\.text))) }
    let votes = line.words.indices.map { index in
      aligned.reduce(line.words[index].confidence.value) { total, voter in
        total + (voter.places.agreed[index].map { Self.vote(voter.reading, [voter.reading.words[$0]]) } ?? 0)
      }
    }
    var result = line
    for voter in aligned {
      for index in voter.places.agreed.keys { result.words[index].confidence.gain(VoteWeights.agreement) }
    }
    var proposals = proposals(from: aligned)
    for index in proposals.indices {
      proposals[index].lead = lead(of: proposals[index], votes: votes, in: line)
    }
    return result.settled(by: proposals.sorted { $0.lead > $1.lead }.map { ($0.range, $0.words, $0.lead) })
  }

  private func proposals(from voters: [(reading: OtherReading, places: WordAlignment)]) -> [Proposal] {
    var result: [Proposal] = []
    for voter in voters {
      for difference in voter.places.differences {
        let words = Array(voter.reading.words[difference.other])
        guard (1...VoteWeights.mostWords).contains(words.count),
          (1...VoteWeights.mostWords).contains(difference.range.count)
        else { continue }
        let vote = Self.vote(voter.reading, words)
        if let known = result.firstIndex(where: {
          $0.range == difference.range && $0.words.map(\.text) == words.map(\.text)
        }) {
          result[known].support += vote
        } else {
          result.append(Proposal(range: difference.range, words: words, support: vote))
        }
      }
    }
    return result
  }

  private static func vote(_ reading: OtherReading, _ words: [Word]) -> Double {
    VoteWeights.weight(of: reading.reader) * (words.map(\.confidence.value).min() ?? 0)
  }

  private func lead(of proposal: Proposal, votes: [Double], in line: Line) -> Double {
    let against = proposal.range.map { votes[$0] }.min() ?? 0
    let first = max(0, proposal.range.lowerBound - VoteWeights.context)
    let end = min(line.words.count, proposal.range.upperBound + VoteWeights.context)
    let before = line.words[first..<proposal.range.lowerBound], after = line.words[proposal.range.upperBound..<end]
    // At a line's start the language model knows no case: it cannot see that a cell or a sentence begins there.
    let isCaseOnly = proposal.range.lowerBound == 0 && Self.differInCaseOnly(line.words[proposal.range], proposal.words)
    let nats = isCaseOnly ? 0 : cost(Array(line.words[first..<end])) - cost(before + proposal.words + after)
    let bounded = min(max(nats, -VoteWeights.mostNats), VoteWeights.mostNats)
    return proposal.support - against + VoteWeights.perNat * bounded
  }

  private static func differInCaseOnly(_ one: ArraySlice<Word>, _ other: [Word]) -> Bool {
    one.map { $0.text.lowercased() } == other.map { $0.text.lowercased() }
  }

  /// What the language model has against all words together, nats.
  private func cost(_ words: [Word]) -> Double { (judge(Line(words: words)) ?? 0) * Double(words.count) }
}

extension Line {
  /// Puts what won in the place of what was read; what lost makes the word less sure.
  fileprivate func settled(by proposals: [(range: Range<Int>, words: [Word], lead: Double)]) -> Line {
    var result = self, taken = Set<Int>(), edits: [(range: Range<Int>, words: [Word])] = []
    for (range, words, lead) in proposals where taken.isDisjoint(with: range) {
      if lead < VoteWeights.lead {
        if lead > VoteWeights.hopeless { result.contest(range, by: words, lead: lead) }
        continue
      }
      taken.formUnion(range)
      edits.append((range, self.replacing(range, by: words, lead: lead)))
    }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.words.replaceSubrange(edit.range, with: edit.words)
    }
    return result
  }

  private mutating func contest(_ range: Range<Int>, by words: [Word], lead: Double) {
    for index in range {
      self.words[index].confidence = min(self.words[index].confidence, Confidence(VoteWeights.contested))
      if lead > -VoteWeights.narrow { self.words[index].isDoubtful = true }
    }
    guard range.count == 1, words.count == 1, let index = range.first else { return }
    self.words[index].add(words[0].text, behind: max(0, VoteWeights.lead - lead))
  }

  /// The words that won, in the place of those that lost.
  private func replacing(_ range: Range<Int>, by words: [Word], lead: Double) -> [Word] {
    let old = self.words[range], box = PixelBox.enclosing(old.lazy.compactMap(\.box))
    let letters = max(1, words.reduce(0) { $0 + $1.text.count })
    var done = 0
    return words.enumerated().map { index, word in
      var new = word
      new.spaceBefore = index == 0 ? old.first?.spaceBefore ?? "" : " "
      new.original = new.text
      new.box = box.map { $0.part(from: done, to: done + word.text.count, of: letters) }
      done += word.text.count
      new.confidence = min(word.confidence, Confidence(VoteWeights.contested))
      new.isDoubtful = lead < VoteWeights.narrow
      if words.count == 1, old.count == 1, let lost = old.first { new.add(lost.text, behind: lead) }
      return new
    }
  }
}

extension PixelBox {
  /// The part of the width from one letter to another, of so many.
  fileprivate func part(from first: Int, to end: Int, of letters: Int) -> PixelBox {
    let left = x + first * width / letters
    return PixelBox(x: left, y: y, width: max(1, x + end * width / letters - left), height: height)
  }
}

extension Word {
  /// Keeps another reading, unless it is known.
  fileprivate mutating func add(_ other: String, behind: Double) {
    if other == text { return }
    alternatives.removeAll { $0.text == other || $0.text == text }
    alternatives.append(Alternative(other, behind: behind))
    alternatives.sort { ($0.behind, $0.text) < ($1.behind, $1.text) }
  }
}

extension Confidence {
  /// Takes a share of the doubt away.
  fileprivate mutating func gain(_ share: Double) { self = Confidence(1 - (1 - value) * (1 - share)) }
}
