internal import DocumentModel
internal import Imaging
internal import Recognition

extension PageReader {
  /// Recognises a page with lines that may be streaks or rules: as it is, and without them. A rule that is taken for a
  /// streak costs the table, so they are let be unless the page reads better without.
  func recognise(
    _ number: Int, _ raw: borrowing PageImage, _ clean: consuming PageImage, _ measures: PictureMeasures?,
    doubtful: [Streak], with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Page {
    let page = try recognise(number, raw, clean, measures, with: &engine)
    if doubtful.isEmpty { return page }
    let lifted = try raw.without(doubtful)
    let other = try recognise(number, lifted, try lifted.cleaned(), measures, with: &engine)
    let kept = ReadingScore(page.lines, judge: rereader.judge)
    return ReadingScore(other.lines, judge: rereader.judge).isBetter(than: kept) ? other : page
  }
}
