public import DocumentModel
internal import Imaging
internal import Recognition

/// Reads doubtful lines again in other ways and keeps the best reading.
///
/// The engine's confidence alone is fooled (it is low for capitals that were read right), and so is the language (a
/// wrong word may be the likelier one); together they err less often than either.
public struct LineRereader: Sendable {
  /// How well a line reads as the document's language: nats a word, lower is better.
  public typealias Judge = @Sendable (Line) -> Double?

  let judge: Judge
  /// Of the page's lines at most this share is read again, the most doubtful first: a page that is all noise must not
  /// cost twice its time.
  static let mostLines = 0.25
  /// A line whose words are as sure as this on the mean is left alone.
  static let sure: Confidence = 0.82

  /// The lines, each in the best of its readings, and those that somebody else should look at by the vote of all readers.
  func improved(
    _ lines: [Line], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Line] {
    var result = lines
    for index in doubtful(among: lines) {
      guard let box = lines[index].box else { continue }
      result[index] = try best(of: lines[index], in: box, on: image, with: &engine)
    }
    if !engine.hasCompany { return result }
    for index in LineDoubt.lines(worthAsking: result, judge) {
      guard let box = result[index].box else { continue }
      let part = try image.strip(aroundLine: box, .plain)
      result[index] = LineVote(judge: judge).settled(result[index], by: engine.otherReadings(ofLine: part.image))
    }
    return result
  }

  /// Does the same for the cells of a page's tables, all their lines taken together.
  func improveCells(
    of tables: inout [Table], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) {
    var improved = try self.improved(
      tables.flatMap { $0.cells.flatMap(\.lines) }, on: image, with: &engine)[...]
    for table in tables.indices {
      for cell in tables[table].cells.indices {
        let count = tables[table].cells[cell].lines.count
        tables[table].cells[cell].lines = Array(improved.prefix(count))
        improved = improved.dropFirst(count)
      }
    }
  }

  private func doubtful(among lines: [Line]) -> [Int] {
    let letters = { (line: Line) in line.words.reduce(0) { $0 + $1.text.count } }
    let doubtful = lines.indices.filter { lines[$0].confidence < Self.sure && letters(lines[$0]) > 3 }
    let limit = Int((Double(lines.count) * Self.mostLines).rounded(.up))
    return Array(doubtful.sorted { lines[$0].confidence < lines[$1].confidence }.prefix(limit))
  }

  private func best(
    of line: Line, in box: PixelBox, on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Line {
    var best = (line: line, score: score(of: line))
    for treatment in LineTreatment.allCases {
      let part = try image.strip(aroundLine: box, treatment)
      engine.begin(part.image)
      let read = try engine.lines(in: nil, as: .line)
      guard read.count == 1, var other = read.first else { continue }
      other.page = line.page
      other.place(at: part.origin, scale: part.scale)
      let score = score(of: other)
      if score > best.score { best = (other, score) }
    }
    return best.line
  }

  /// The engine's confidence, less what the language has against the reading.
  private func score(of line: Line) -> Double {
    let words = line.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    let confidence = Confidence.mean(of: words.map(\.confidence))?.value ?? 0
    return confidence - (judge(line) ?? 20) / 20
  }
}

extension PageImage {
  /// White that a line is read with on all sides.
  private static let lineRim = Points(1.8)

  /// The picture of a line that stands in this box.
  func strip(aroundLine box: PixelBox, _ treatment: LineTreatment) throws(Failure) -> LineStrip {
    try strip(box.inset(by: -Self.lineRim.pixels(at: dpi)), treatment)
  }
}

extension Line {
  /// Brings boxes from a strip that was cut out of the page and scaled back to the page.
  fileprivate mutating func place(at origin: PixelBox, scale: Double) {
    for index in words.indices {
      guard let box = words[index].box?.scaled(by: 1 / scale) else { continue }
      words[index].box = PixelBox(x: box.x + origin.x, y: box.y + origin.y, width: box.width, height: box.height)
    }
  }
}
