public import DocumentModel
internal import Vietnamese

/// Restores the letters of a document.
///
/// The same model, settings and lines always give the same words. A restorer and its copies share one memory of the
/// readings that they found (`ReadingMemo`): it makes later documents faster and changes no result, which
/// `RestorerTests.earlierDocumentsChangeNothing` holds. It may be called from several threads at once.
public struct Restorer: Sendable {
  let model: RestorationModel
  let settings: RestorationSettings
  private let memo = ReadingMemo()

  /// What is looked at to recognise an encoding from before Unicode: about so many words with other letters than ASCII
  /// has, none longer than this in bytes.
  private static let encodingSample = 400, longestSampleWord = 60

  public init(model: RestorationModel, settings: RestorationSettings = .init()) {
    self.model = model
    self.settings = settings
  }

  /// The lines with their words restored. Their number and order stay; empty lines stay empty.
  ///
  /// Two words that a space tore become one, and two that were glued become two. Every word keeps in `original` what
  /// was read.
  public func restore(_ lines: [Line]) -> [Line] {
    let lines = composed(lines)
    let styler = ToneStyler(settings.tone, of: lines)
    let restored = each(of: lines) { reader, paragraphs, lines in reader.restore(paragraphs, of: &lines) }
    return styler.styled(restored, before: lines)
  }

  /// The readings of every word that has more than one, in the order of the lines.
  public func explain(_ lines: [Line]) -> [Explanation] {
    let lines = composed(lines)
    var result: [Explanation] = []
    _ = each(of: lines) { reader, paragraphs, lines in result += reader.explain(paragraphs, of: lines) }
    return result.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// Mends markers and numbers, then calls the body once for each noise, with the paragraphs that have it.
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

  /// The lines in composed Unicode (NFC).
  private func composed(_ lines: [Line]) -> [Line] {
    let encoding = legacyEncoding(of: lines)
    return lines.map { line in
      var line = line
      for index in line.words.indices where !line.words[index].text.isASCII {
        let text = line.words[index].text
        line.words[index].text = encoding?.decoded(text) ?? nfc(text)
      }
      return line
    }
  }

  /// The encoding from before Unicode that the lines are in; nil where they are in Unicode. It is recognised by words
  /// that become Vietnamese in this encoding only.
  private func legacyEncoding(of lines: [Line]) -> LegacyEncoding? {
    guard settings.noise == .automatic else { return nil }
    var sample: [String] = []
    for line in lines {
      for word in line.words where !word.text.isASCII && word.text.utf8.count < Self.longestSampleWord {
        sample.append(word.text)
      }
      if sample.count > Self.encodingSample { break }
    }
    return LegacyEncoding.detect(in: sample.joined(separator: " "))
  }
}
