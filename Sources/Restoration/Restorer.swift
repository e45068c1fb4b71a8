public import DocumentModel
internal import Vietnamese

/// Gives a document its letters back. A pure function of the model, the settings and the lines.
public struct Restorer: Sendable {
  let model: RestorationModel
  let settings: RestorationSettings

  public init(model: RestorationModel, settings: RestorationSettings = .init()) {
    self.model = model
    self.settings = settings
  }

  /// The lines with their words restored: as many lines, in the same places; empty ones stay empty.
  ///
  /// A word that was split in two becomes one, two that were joined become two. Every word keeps what was read.
  public func restore(_ lines: [Line]) -> [Line] {
    var lines = lines
    for index in lines.indices { compose(&lines[index]) }
    let styler = ToneStyler(settings.tone, of: lines)
    let restored = each(of: lines) { reader, paragraphs, lines in reader.restore(paragraphs, of: &lines) }
    return styler.styled(restored, before: lines)
  }

  /// The readings of every word that had more than one, in order of the lines.
  public func explain(_ lines: [Line]) -> [Explanation] {
    var lines = lines
    for index in lines.indices { compose(&lines[index]) }
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
    var markers = ListMarkers()
    for (paragraph, noise) in zip(paragraphs, noises) where noise == .english || noise == .vietnamese {
      ListMarkers.mend(&lines, in: paragraph, of: noise, after: &markers)
    }
    for noise in [Noise.stripped, .english, .vietnamese] where noises.contains(noise) {
      var reader = ParagraphReader(model: model, noise: noise, terms: settings.terms)
      body(&reader, zip(paragraphs, noises).filter { $0.1 == noise }.map(\.0), &lines)
    }
    return lines
  }

  private func noises(of lines: [Line], _ paragraphs: [Range<Int>]) -> [Noise] {
    guard settings.noise == .automatic else { return paragraphs.map { _ in settings.noise } }
    return NoiseDetector(vocabulary: model.vocabulary).noises(lines, paragraphs)
  }

  private func compose(_ line: inout Line) {
    for index in line.words.indices where !line.words[index].text.utf8.allSatisfy({ $0 < 0x80 }) {
      line.words[index].text = nfc(line.words[index].text)
    }
  }
}
