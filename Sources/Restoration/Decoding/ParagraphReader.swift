internal import DocumentModel
internal import Foundation
internal import Vietnamese

/// Restores lines of one noise: paragraph by paragraph, twice, the second time with what the first told.
struct ParagraphReader {
  /// A unit of the paragraph and the word it is a part of.
  private struct Place {
    var line, word: Int
    /// Into the store's units.
    var unit: Int
  }

  private struct Paragraph {
    var places: [Place] = []
    var steps: [[LatticeStep]] = []
    var decisions: [Decision] = []
  }

  private let model: RestorationModel
  private var store: CandidateStore
  private var decoder: Decoder

  init(model: RestorationModel, noise: Noise) {
    self.model = model
    store = CandidateStore(source: model.source(for: noise))
    decoder = Decoder(language: model.language)
  }

  mutating func restore(_ lines: [Line]) -> [Line] {
    var paragraphs = ParagraphSplitter.split(lines).map { paragraph($0, lines) }
    for index in paragraphs.indices {
      paragraphs[index].decisions = decoder.decode(paragraphs[index].steps, store.candidates, cache: nil)
    }
    if getenv("NOCACHE") == nil { readAgain(&paragraphs) }
    var result = lines
    for paragraph in paragraphs { write(paragraph, into: &result) }
    return result
  }

  private mutating func paragraph(_ range: Range<Int>, _ lines: [Line]) -> Paragraph {
    var paragraph = Paragraph()
    var isInitial = true
    for line in range {
      for word in lines[line].words.indices {
        for unit in store.plan(for: lines[line].words[word].text) {
          let plan = store.units[unit]
          paragraph.places.append(Place(line: line, word: word, unit: unit))
          paragraph.steps.append([LatticeStep(span: 1, candidates: plan.candidates, isInitial: isInitial)])
          isInitial = [.stop, .dash, .bracket, .slash].contains(plan.kind)
        }
      }
    }
    return paragraph
  }

  /// The second pass over the paragraphs in which something was close.
  private mutating func readAgain(_ paragraphs: inout [Paragraph]) {
    var cache = DocumentCache()
    for paragraph in paragraphs {
      for reading in words(of: paragraph) where reading.word >= Symbol.firstWord {
        cache.add(reading.word, after: reading.previous, margin: reading.margin)
      }
    }
    for index in paragraphs.indices where paragraphs[index].decisions.contains(where: { $0.margin < 7 }) {
      cache.enter(words(of: paragraphs[index]))
      paragraphs[index].decisions = decoder.decode(paragraphs[index].steps, store.candidates, cache: cache)
    }
  }

  /// Per unit, what was read there and before.
  private func words(of paragraph: Paragraph) -> [(previous: UInt16, word: UInt16, margin: Float)] {
    var previous = Symbol.boundary
    return paragraph.decisions.map { decision in
      guard decision.candidate >= 0 else { return (previous, Symbol.none, 0) }
      let word = store.candidates[Int(decision.candidate)].words.0
      defer { previous = word }
      return (previous, word, decision.margin)
    }
  }

  /// Puts the chosen readings into the words.
  private func write(_ paragraph: Paragraph, into lines: inout [Line]) {
    var index = 0
    while index < paragraph.places.count {
      let place = paragraph.places[index]
      var end = index
      while end < paragraph.places.count, paragraph.places[end].line == place.line,
        paragraph.places[end].word == place.word
      { end += 1 }
      write(paragraph, index..<end, into: &lines[place.line].words[place.word])
      index = end
    }
  }

  private func write(_ paragraph: Paragraph, _ range: Range<Int>, into word: inout Word) {
    let bytes = Array(word.text.utf8)
    var result: [UInt8] = [], position = 0, margin: Float = 99
    for index in range {
      let unit = store.units[paragraph.places[index].unit], decision = paragraph.decisions[index]
      guard decision.candidate >= 0 else { continue }
      result.append(contentsOf: bytes[position..<unit.start])
      result.append(contentsOf: store.candidates[Int(decision.candidate)].text.utf8)
      position = unit.end
      margin = min(margin, decision.margin)
    }
    result.append(contentsOf: bytes[position...])
    word.text = String(decoding: result, as: UTF8.self)
    word.isDoubtful = margin < 2
  }
}

/// Joins lines that belong to one paragraph.
enum ParagraphSplitter {
  /// Consecutive lines that are not empty, cut where a line begins with a bullet or a number.
  static func split(_ lines: [Line]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in lines.indices {
      if lines[index].isEmpty || startsItem(lines[index]) {
        if start < index { result.append(start..<index) }
        start = lines[index].isEmpty ? index + 1 : index
      }
    }
    if start < lines.count { result.append(start..<lines.count) }
    return result
  }

  /// `-`, `+`, `a)`, `1.`, `2.1.`, `II.`
  private static func startsItem(_ line: Line) -> Bool {
    guard let first = line.words.first?.text else { return false }
    if first == "-" || first == "+" || first == "*" || first == "•" { return true }
    guard let last = first.last, last == "." || last == ")", first.count <= 6 else { return false }
    let body = first.dropLast()
    return body.allSatisfy { $0.isNumber || $0 == "." } || body.count == 1
      || body.allSatisfy { "IVX1".contains($0) }
  }
}
