internal import DocumentModel
internal import Imaging
internal import Intake
internal import Recognition

extension PageReader {
  /// Reads a page that has words of another program under its picture, by what the settings say of them.
  func readOverLayer(
    _ source: PageSource, _ raw: borrowing PageImage, _ clean: consuming PageImage, _ measures: PictureMeasures?,
    with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Page {
    let choice = LayerChoice(judge: rereader.judge)
    if settings.textLayer == .read { return try recognise(source.number, raw, clean, measures, with: &engine) }
    var layer = try place(source, on: clean, measures)
    if settings.textLayer == .keep { return layer.replacingLines(with: layer.lines.map(choice.unseen)[...]) }
    if source.layer.writer == .programOverPictures {
      // Where the words are all the print there is, the pictures are a ground and say nothing.
      let covers = try clean.shareOfInk(inside: source.textLayer.compactMap(\.box)) > LayerBounds.cover
      if covers { return layer }
      if !source.layer.readsAsVietnamese {
        return try recognise(source.number, raw, clean, measures, with: &engine)
      }
    }
    if let agreement = try sampledAgreement(of: source.textLayer, on: clean, with: &engine) {
      layer = layer.replacingLines(with: layer.lines.map { $0.with(confidence: agreement) }[...])
      return layer
    }
    let covers = try clean.shareOfInk(inside: source.textLayer.compactMap(\.box)) > LayerBounds.cover
    return choice.chosen(layer, try recognise(source.number, raw, clean, measures, with: &engine), covers: covers)
  }

  /// Reads some lines of a layer and holds them against it.
  ///
  /// - Returns: the share of the words that were read as the layer has them, where that makes the layer the page's text.
  private func sampledAgreement(
    of layer: [Line], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Confidence? {
    guard try image.shareOfInk(inside: layer.compactMap(\.box)) > LayerBounds.cover else { return nil }
    engine.allow(seconds: settings.pageTimeout)
    let lines = layer.filter { $0.words.count > 3 && $0.box != nil }
    let step = max(1, lines.count / LayerBounds.sample)
    var words: [Word] = [], read: [Word] = []
    for index in stride(from: 0, to: lines.count, by: step) {
      guard let box = lines[index].box else { continue }
      let part = try image.strip(aroundLine: box, .plain)
      engine.begin(part.image)
      read += try engine.lines(in: nil, as: .line).flatMap(\.words)
      words += lines[index].words
    }
    let agreement = LayerChoice.agreement(of: words, with: read)
    return agreement >= LayerBounds.good ? Confidence(agreement) : nil
  }
}

extension Line {
  fileprivate func with(confidence: Confidence) -> Line {
    var line = self
    for index in line.words.indices { line.words[index].confidence = confidence }
    return line
  }
}
