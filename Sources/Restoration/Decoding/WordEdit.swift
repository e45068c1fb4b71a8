internal import DocumentModel

/// The changes to one word: its parts with what replaces them.
struct WordEdit {
  private var parts: [(range: Range<Int>, text: String?, other: String?)] = []
  /// The least margin of its parts, nats.
  private var margin = Margin.widest
  /// The most that a reading would have saved which was passed over, nats; 0 where the cheapest was taken.
  private var passedOver: Float = 0
  /// Whether the word begins with the rest of the word before it, which a space tore.
  var joinsPrevious = false
  /// The part whose next best reading came closest; nil where no part has one.
  private var closest: (part: Int, margin: Float)?

  /// Adds a part.
  ///
  /// - Parameters:
  ///   - range: UTF-8 offsets into the word; parts are added in their order.
  ///   - text: what is written there; nil leaves what was read.
  ///   - other: the next best reading of the part, if there is one.
  ///   - margin: how certain the decision is, nats.
  ///   - passedOver: what the cheapest reading would have saved, if it was not taken, nats.
  mutating func add(_ range: Range<Int>, text: String?, other: String?, margin: Float, passedOver: Float = 0) {
    let nearness = passedOver > 0 ? -passedOver : margin
    if other != nil, nearness < closest?.margin ?? .infinity { closest = (parts.count, nearness) }
    parts.append((range, text, other))
    self.margin = min(self.margin, margin)
    self.passedOver = max(self.passedOver, passedOver)
  }

  /// The word with its changes; two words or more where a reading holds a space.
  func applied(to word: Word, _ policy: WritingPolicy) -> [Word] {
    var restored = word
    restored.text = text(of: word) { parts[$0].text }
    restored.alternatives.removeAll { $0.text == restored.text }
    if let closest, closest.margin < Margin.shown {
      let other = text(of: word) { $0 == closest.part ? parts[$0].other : parts[$0].text }
      restored.alternatives.removeAll { $0.text == other }
      if other != restored.text { restored.alternatives.insert(.init(other, behind: Double(closest.margin)), at: 0) }
    }
    restored.confidence = policy.confidence(margin: margin, passedOver: passedOver, of: restored)
    restored.isDoubtful = word.isDoubtful || restored.confidence < policy.doubt
    return restored.text.contains(" ") ? restored.divided() : [restored]
  }

  /// The word with the text that `choice` gives for each part, by its index.
  private func text(of word: Word, _ choice: (Int) -> String?) -> String {
    if parts.count == 1, parts[0].range == 0..<word.text.utf8.count { return choice(0) ?? word.text }
    let bytes = Array(word.text.utf8)
    var result: [UInt8] = [], position = 0
    for (index, part) in parts.enumerated() {
      guard let text = choice(index), part.range.lowerBound >= position else { continue }
      result.append(contentsOf: bytes[position..<part.range.lowerBound])
      result.append(contentsOf: text.utf8)
      position = part.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return String(decoding: result, as: UTF8.self)
  }
}

extension Word {
  /// Appends the word after it, which a space tore from it.
  mutating func append(_ next: Word) {
    text += next.text
    original += next.spaceBefore + next.original
    box = box.map { box in next.box.map { box.union($0) } ?? box } ?? next.box
    confidence = min(confidence, next.confidence)
    alternatives = []
    isDoubtful = isDoubtful || next.isDoubtful
  }

  /// The words of a word whose text holds spaces; its box and original are cut in proportion to their letters.
  func divided() -> [Word] {
    let texts = text.split(separator: " ").map(String.init)
    let total = max(1, texts.reduce(0) { $0 + $1.count }), letters = Array(original)
    var done = 0
    return texts.enumerated().map { index, text in
      var part = self
      let from = done * letters.count / total, to = (done + text.count) * letters.count / total
      part.text = text
      part.original = String(letters[from..<to])
      part.alternatives = []
      if index > 0 { part.spaceBefore = " " }
      if let box {
        let left = box.x + done * box.width / total
        part.box?.x = left
        part.box?.width = box.x + (done + text.count) * box.width / total - left
      }
      done += text.count
      return part
    }
  }
}
