internal import DocumentModel
internal import Recognition

/// What decides between the words that another program laid under a scan and our own reading. The weak and the good
/// layers of `LayerChoiceTests` hold the bounds.
enum LayerBounds {
  /// A reading whose words are less sure than this on the mean is noise: of a pen, or of dirt.
  static let noise: Confidence = 0.65
  /// The layer reads better where the language model has so much less against a word of it, nats.
  static let better = 1.0
  /// Lines of the layer that are read to see whether it is good.
  static let sample = 12
  /// A layer that shares this many of its words with the sample is good and is the page's text.
  static let good = 0.985
  /// Share of the print that a layer must cover to be the page's text.
  static let cover = 0.8
  /// What a word of a layer is worth that nobody has held against the page, and one that is no word of the language.
  static let unseen: Confidence = 0.95, confirmed: Confidence = 0.98, odd: Confidence = 0.6
  /// A lone word that costs more than this is none of the language, nats.
  static let oddCost = 14.0
}

/// Chooses between the words under a scan and our reading of it: the whole layer where our reading is noise, otherwise
/// line by line, by the vote of both.
struct LayerChoice {
  let judge: LineRereader.Judge

  /// - Parameters:
  ///   - layer: the page with the words of the layer.
  ///   - read: the page as it was read.
  ///   - covers: whether the layer covers the print, so that it may be the page's text.
  /// - Returns: the better of the two, or the page as it was read with what the vote changed.
  func chosen(_ layer: Page, _ read: Page, covers: Bool = false) -> Page {
    let cost = (layer: self.cost(of: layer.lines), read: self.cost(of: read.lines))
    if read.lines.flatMap(\.words).isEmpty || isNoise(read) && cost.layer + LayerBounds.better < cost.read {
      return layer.replacingLines(with: layer.lines.map(unseen)[...])
    }
    if covers, cost.layer < cost.read { return confirmed(layer, by: read) }
    // Words of a page that was turned stand elsewhere.
    if read.rotation != 0 || layer.size != read.size { return read }
    return voted(on: read, by: layer.lines)
  }

  private func isNoise(_ page: Page) -> Bool {
    let words = page.lines.flatMap(\.words).filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    return Confidence.mean(of: words.map(\.confidence)) ?? 0 < LayerBounds.noise
  }

  /// The layer, which reads better: a word that was read, too, is sure, any other a person should look at.
  private func confirmed(_ layer: Page, by read: Page) -> Page {
    let known = Set(read.lines.flatMap(\.words).map(\.text))
    let lines = layer.lines.map { line -> Line in
      var line = line
      for index in line.words.indices {
        let isKnown = known.contains(line.words[index].text)
        line.words[index].confidence = isKnown ? LayerBounds.confirmed : Confidence(VoteWeights.contested)
      }
      return line
    }
    return layer.replacingLines(with: lines)
  }

  /// The layer's words are sure where it agrees with the page; one that is wrong in half its words says nothing.
  private func voted(on page: Page, by layer: [Line]) -> Page {
    let words = layer.flatMap(\.words)
    let agreement = Self.agreement(of: words, with: page.lines.flatMap(\.words))
    let vote = LineVote(judge: judge)
    let lines = page.lines.map { line -> Line in
      guard let box = line.box else { return line }
      let inside = words.filter { word in word.box.map { box.contains(x: $0.midX, y: $0.midY) } ?? false }.map { word in
        var word = word
        word.confidence = Confidence(2 * agreement - 1)
        return word
      }
      return inside.isEmpty ? line : vote.settled(line, by: [OtherReading(by: .layer, words: inside)])
    }
    return page.replacingLines(with: lines[...])
  }

  /// The share of the layer's words that were read, too, whatever their order; 0…1.
  static func agreement(of words: [Word], with read: [Word]) -> Double {
    var left = read.reduce(into: [String: Int]()) { $0[$1.text, default: 0] += 1 }
    let shared = words.count { word in
      guard let count = left[word.text], count > 0 else { return false }
      left[word.text] = count - 1
      return true
    }
    return words.isEmpty ? 0 : Double(shared) / Double(words.count)
  }

  /// A line of a layer that was not held against the page: its words have no confidence of their own.
  func unseen(_ line: Line) -> Line {
    var line = line
    for index in line.words.indices {
      let word = line.words[index], cost = judge(Line(words: [word])) ?? 0
      let isWord = word.text.contains(where: \.isLetter) && !word.text.contains(where: \.isNumber)
      line.words[index].confidence = isWord && cost > LayerBounds.oddCost ? LayerBounds.odd : LayerBounds.unseen
    }
    return line
  }

  /// What the language model has against a word of the lines on the mean, nats.
  private func cost(of lines: [Line]) -> Double {
    let costs = lines.compactMap { line in judge(line).map { (cost: $0, words: Double(line.words.count)) } }
    let words = costs.reduce(0) { $0 + $1.words }
    return words == 0 ? .infinity : costs.reduce(0) { $0 + $1.cost * $1.words } / words
  }
}
