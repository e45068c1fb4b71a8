/// How many letters must be put in, left out or changed to make one of the other; nil when more than `limit`.
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
