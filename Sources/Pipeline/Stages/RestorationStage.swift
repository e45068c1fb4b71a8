internal import DocumentModel
internal import Restoration

/// All pages of an input → the same pages with their words restored. It works on the whole input at once: a title
/// that is read well on one page helps on another.
struct RestorationStage: Stage {
  static let name = "restoration"

  let restorer: Restorer

  /// How well a line reads, for those that choose among readings.
  @Sendable func cost(ofReading line: Line) -> Double? { restorer.cost(ofReading: line) }

  func run(_ pages: [Page]) -> [Page] {
    let restored = restorer.restore(pages.flatMap(\.lines))
    var start = 0
    return pages.map { page in
      let count = page.lines.count
      defer { start += count }
      return page.replacingLines(with: restored[start..<start + count])
    }
  }
}
