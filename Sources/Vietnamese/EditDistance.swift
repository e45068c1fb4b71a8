/// How many bytes must be put in, left out or changed to make one text of the other (Levenshtein); nil where they are more
/// than `limit`. Takes time in proportion to the product of the lengths.
public func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
  if abs(a.count - b.count) > limit { return nil }
  var row = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    var least = row[0]
    for (j, right) in b.enumerated() {
      let changed = diagonal + (left == right ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      least = min(least, row[j + 1])
    }
    if least > limit { return nil }
  }
  return row[b.count] <= limit ? row[b.count] : nil
}

extension LooseText {
  /// The place where the words stand with at most `limit` letters misread, lost or put in: the best one, and the first of
  /// several that are equally good; nil where there is none. After Sellers (1980): the edit distance to a part of the text,
  /// with the part's start kept.
  public func range(near words: String, atMost limit: Int) -> Range<Int>? {
    let wanted = Array(words.utf8)
    var column = (0...wanted.count).map { (cost: $0, start: 0) }
    var best: (cost: Int, range: Range<Int>)?
    for (offset, byte) in plain.enumerated() {
      var diagonal = column[0]
      column[0] = (0, offset + 1)
      for (row, letter) in wanted.enumerated() {
        var least = (cost: diagonal.cost + (letter == byte ? 0 : 1), start: diagonal.start)
        diagonal = column[row + 1]
        if diagonal.cost + 1 < least.cost { least = (diagonal.cost + 1, diagonal.start) }
        if column[row].cost + 1 < least.cost { least = (column[row].cost + 1, column[row].start) }
        column[row + 1] = least
      }
      let last = column[wanted.count]
      if last.cost <= limit, last.cost < best?.cost ?? .max { best = (last.cost, last.start..<offset + 1) }
    }
    return best?.range
  }
}
