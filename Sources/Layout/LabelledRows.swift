internal import DocumentModel

/// Labels at the left with their values at the right, as in a grid without rules: `Cơ quan chủ trì:` and, beside it, a
/// body. They are read value by value, not as two columns of text. A value of several lines stands around its label's
/// height, or begins at it.
struct LabelledRows {
  /// A label by its lines, and the lines of its value.
  struct Pair {
    var label: [Segment]
    var value: [Segment]
  }

  let pairs: [Pair]

  /// More lines than this are two columns of text.
  private static let most = 40
  /// Of labels, each with its colon, so many at least.
  private static let fewest = 2

  /// Nil where the left column is not made of labels, or has more of them than there are lines of values.
  init?(_ region: [VisualRow], gutter: Int) {
    let segments = region.flatMap(\.segments)
    let right = segments.filter { $0.box.midX >= gutter }
    var labels: [[Segment]] = [[]]
    for segment in segments where segment.box.midX < gutter {
      labels[labels.count - 1].append(segment)
      if segment.line.text.hasSuffix(":") { labels.append([]) }
    }
    guard labels.removeLast().isEmpty, labels.count >= Self.fewest, labels.count <= right.count,
      segments.count <= Self.most
    else { return nil }
    let boxes = right.map(\.box), heads = labels.compactMap { PixelBox.enclosing($0.map(\.box)) }
    // All values of a grid begin at their labels' height, or stand around it.
    let tops = Self.counts(heads, lines: boxes.count) { abs(boxes[$0.lowerBound].y - $1.y) * 2 }
    let middles = Self.counts(heads, lines: boxes.count) {
      abs(boxes[$0.lowerBound].y + boxes[$0.upperBound - 1].bottom - $1.y - $1.bottom)
    }
    let counts = tops.cost <= middles.cost ? tops.counts : middles.counts
    var next = right.startIndex
    pairs = zip(labels, counts).map { label, count in
      defer { next += count }
      return Pair(label: label, value: Array(right[next..<next + count]))
    }
  }

  /// How many lines belong to each label, one at least, so that it costs least; and what it costs.
  private static func counts(
    _ labels: [PixelBox], lines: Int, cost: (Range<Int>, PixelBox) -> Int
  ) -> (counts: [Int], cost: Int) {
    var best = [[0: (cost: 0, from: 0)]]
    for (index, label) in labels.enumerated() {
      var row: [Int: (cost: Int, from: Int)] = [:]
      for (start, way) in best[index].sorted(by: { $0.key < $1.key }) {
        for end in (start + 1)..<max(start + 2, lines - labels.count + index + 2) where end <= lines {
          let all = way.cost + cost(start..<end, label)
          if all < row[end]?.cost ?? .max { row[end] = (all, start) }
        }
      }
      best.append(row)
    }
    var counts: [Int] = []
    var end = lines
    for index in stride(from: labels.count, to: 0, by: -1) {
      let from = best[index][end]?.from ?? end
      counts.append(end - from)
      end = from
    }
    return (counts.reversed(), best[labels.count][lines]?.cost ?? .max)
  }
}
