extension [UInt64] {
  /// The index of a key among ascending keys; nil where it is not among them.
  func sortedIndex(of key: UInt64) -> Int? {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == key ? low : nil
  }
}
