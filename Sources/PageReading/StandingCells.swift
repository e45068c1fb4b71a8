internal import DocumentModel
internal import Imaging
internal import Recognition

/// Reads cells whose words stand on their side, as headings of narrow columns do: tall cells in which upright reading
/// finds little that it believes are read turned both ways, and the surest reading is kept.
struct StandingCells {
  /// 1-based, in the input.
  let page: Int

  /// So many times as high as wide is a cell that may hold standing words.
  private static let tall = 1.4
  /// An upright reading this sure is left alone; a turned one less sure is none; and it is surer by so much.
  private static let sure = 0.8, leastSure = 0.6, better = 0.1
  /// Letters of a turned reading, at least.
  private static let fewestLetters = 3

  func read(
    _ tables: inout [Table], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) {
    for table in tables.indices {
      let tall = tables[table].cells.indices.filter { cell in
        guard let box = tables[table].cells[cell].box else { return false }
        return Double(box.height) > Self.tall * Double(box.width)
          && Self.certainty(of: tables[table].cells[cell].lines) < Self.sure
      }
      if tall.isEmpty { continue }
      for cell in try image.printedCells(of: tables[table], among: tall) {
        let upright = Self.certainty(of: tables[table].cells[cell.index].lines)
        if let lines = try turned(cell.inside, on: image, than: upright, with: &engine) {
          tables[table].cells[cell.index].lines = lines
        }
      }
    }
  }

  /// The lines of the cell read turned, if that is surer.
  private func turned(
    _ box: PixelBox, on image: borrowing PageImage, than upright: Double,
    with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Line]? {
    let part = try image.cropped(to: box)
    var best: [Line]?, most = max(Self.leastSure, upright + Self.better)
    for turn in [90, 270] {
      let standing = try part.turned(by: turn)
      engine.begin(standing)
      let lines = try engine.lines(in: nil, as: .block)
      let letters = lines.flatMap(\.words).reduce(0) { $0 + $1.text.count(where: \.isLetter) }
      guard letters >= Self.fewestLetters, Self.certainty(of: lines) > most else { continue }
      most = Self.certainty(of: lines)
      best = lines.map { placed($0, turn: turn, in: box) }
    }
    return best
  }

  /// The mean confidence of the letters, 0…1; 0 without any.
  private static func certainty(of lines: [Line]) -> Double {
    let words = lines.flatMap(\.words)
    let letters = words.reduce(0) { $0 + $1.text.count }
    guard letters > 0 else { return 0 }
    return words.reduce(0) { $0 + $1.confidence.value * Double($1.text.count) } / Double(letters)
  }

  /// The line with its boxes where they stand on the page.
  private func placed(_ line: Line, turn: Int, in box: PixelBox) -> Line {
    var line = line.on(page: page)
    for index in line.words.indices {
      guard let word = line.words[index].box else { continue }
      let x = turn == 90 ? word.y : box.width - word.bottom, y = turn == 90 ? box.height - word.right : word.x
      line.words[index].box = PixelBox(x: box.x + x, y: box.y + y, width: word.height, height: word.width)
    }
    return line
  }
}
