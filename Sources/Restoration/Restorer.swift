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
    if noises.contains(.english) {
      let glued = GluedTokens(of: lines, vocabulary: model.vocabulary)
      for (paragraph, noise) in zip(paragraphs, noises) where noise == .english {
        for line in paragraph {
          LineDust.mend(&lines[line])
          glued.cut(&lines[line])
        }
      }
    }
    RomanNumbers.mend(&lines, in: Array(zip(paragraphs, noises.map { $0 == .english || $0 == .vietnamese })))
    var markers = ListMarkers()
    for (paragraph, noise) in zip(paragraphs, noises) where noise == .english || noise == .vietnamese {
      ListMarkers.mend(&lines, in: paragraph, of: noise, after: &markers)
    }
    for noise in [Noise.stripped, .english, .vietnamese] where noises.contains(noise) {
      // A scan's own letters tell its names better than a list does.
      let places = noise == .vietnamese ? [] : model.places.value.inLetterhead(of: lines)
      var reader = ParagraphReader(
        model: model, noise: noise, terms: settings.terms, places: places, memo: memo.take(noise))
      body(&reader, zip(paragraphs, noises).filter { $0.1 == noise }.map(\.0), &lines)
      memo.give(reader.memo, noise)
    }
    return lines
  }

  private func noises(of lines: [Line], _ paragraphs: [Range<Int>]) -> [Noise] {
    guard settings.noise == .automatic else { return paragraphs.map { _ in settings.noise } }
    return NoiseDetector(vocabulary: model.vocabulary).noises(lines, paragraphs)
  }

  /// The lines in composed Unicode (NFC), with letters that only look Vietnamese mended and stretches in encodings from
  /// before Unicode read.
  private func composed(_ lines: [Line]) -> [Line] {
    zip(lines, encodings(of: lines)).map { line, encoding in
      guard line.words.contains(where: { !$0.text.isASCII }) || encoding != nil else { return line }
      var line = line
      for (index, text) in texts(of: line, in: encoding).enumerated() where !text.isASCII || encoding != nil {
        line.words[index].text = text
      }
      return line
    }
  }

  /// The words of a line; a line as a whole tells capitals and other alphabets apart.
  private func texts(of line: Line, in encoding: LegacyEncoding?) -> [String] {
    let words = line.words.map(\.text)
    let text = words.joined(separator: " ")
    let whole = Lookalikes.mended(encoding?.decoded(text) ?? text)
    let mended = whole == text ? words : whole.split(separator: " ").map(String.init)
    return (mended.count == words.count ? mended : words.map { encoding?.decoded($0) ?? $0 }).map(nfc)
  }

  /// For every line the encoding from before Unicode that it is in, as scans' old layers and pasted parts have them.
  private func encodings(of lines: [Line]) -> [LegacyEncoding?] {
    guard settings.noise == .automatic else { return lines.map { _ in nil } }
    var finder = LineEncodings()
    return finder.encodings(
      of: lines.map { line in
        let text = line.words.map(\.text).joined(separator: " ")
        return LineEncodings.Line(unicode: text, western: text)
      })
  }
}
