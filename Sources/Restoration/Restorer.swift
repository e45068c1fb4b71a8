public import DocumentModel
internal import Vietnamese

/// Gives a document its letters back. A pure function of the model, the settings and the lines.
public struct Restorer: Sendable {
  let model: RestorationModel
  let settings: RestorationSettings
  private let memo = ReadingMemo()

  public init(model: RestorationModel, settings: RestorationSettings = .init()) {
    self.model = model
    self.settings = settings
  }

  /// The lines with their words restored: as many lines, in the same places; empty ones stay empty.
  ///
  /// A word that was split in two becomes one, two that were joined become two. Every word keeps what was read.
  public func restore(_ lines: [Line]) -> [Line] {
    let lines = composed(lines)
    let styler = ToneStyler(settings.tone, of: lines)
    let restored = each(of: lines) { reader, paragraphs, lines in reader.restore(paragraphs, of: &lines) }
    return styler.styled(restored, before: lines)
  }

  /// The readings of every word that had more than one, in order of the lines.
  public func explain(_ lines: [Line]) -> [Explanation] {
    let lines = composed(lines)
    var result: [Explanation] = []
    _ = each(of: lines) { reader, paragraphs, lines in result += reader.explain(paragraphs, of: lines) }
    return result.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// Calls the body once for each noise that the lines show, with the paragraphs that show it.
  private func each(
    of lines: [Line], _ body: (inout ParagraphReader, [Range<Int>], inout [Line]) -> Void
  ) -> [Line] {
    var lines = lines
    let paragraphs = ParagraphSplitter.split(lines), noises = noises(of: lines, paragraphs)
    RomanNumbers.mend(&lines, in: zip(paragraphs, noises.map { $0 == .english || $0 == .vietnamese }))
    var markers = ListMarkers()
    for (paragraph, noise) in zip(paragraphs, noises) where noise == .english || noise == .vietnamese {
      ListMarkers.mend(&lines, in: paragraph, of: noise, after: &markers)
    }
    for noise in [Noise.stripped, .english, .vietnamese] where noises.contains(noise) {
      var reader = ParagraphReader(model: model, noise: noise, terms: settings.terms, memo: memo.take(noise))
      body(&reader, zip(paragraphs, noises).filter { $0.1 == noise }.map(\.0), &lines)
      memo.give(reader.memo, noise)
    }
    return lines
  }

  private func noises(of lines: [Line], _ paragraphs: [Range<Int>]) -> [Noise] {
    guard settings.noise == .automatic else { return paragraphs.map { _ in settings.noise } }
    return NoiseDetector(vocabulary: model.vocabulary).noises(lines, paragraphs)
  }

  /// The lines in composed Unicode, whatever they came in.
  private func composed(_ lines: [Line]) -> [Line] {
    let encoding = legacyEncoding(of: lines)
    return lines.map { line in
      var line = line
      for index in line.words.indices where !line.words[index].text.utf8.allSatisfy({ $0 < 0x80 }) {
        let text = line.words[index].text
        line.words[index].text = encoding?.decoded(text) ?? nfc(text)
      }
      return line
    }
  }

  /// An encoding from before Unicode, which is seen from words that no other reading makes Vietnamese.
  private func legacyEncoding(of lines: [Line]) -> LegacyEncoding? {
    guard settings.noise == .automatic else { return nil }
    var sample: [String] = []
    for line in lines {
      for word in line.words where !word.text.utf8.allSatisfy({ $0 < 0x80 }) && word.text.utf8.count < 60 {
        sample.append(word.text)
      }
      if sample.count > 400 { break }
    }
    return LegacyEncoding.detect(in: sample.joined(separator: " "))
  }
}
