/// Collects the weights of `ContextModel` and writes its file.
struct ContextWriter {
  private let buckets: Int
  private var entries: [UInt16]

  init(buckets: Int) {
    self.buckets = buckets
    entries = Array(repeating: 0, count: buckets * ContextTable.bucketEntries)
  }

  /// Adds a weight unless it is too small, is there already, or its bucket is full of greater ones.
  mutating func add(_ pair: UInt64, _ weight: Float) {
    if abs(weight) < ContextTable.least { return }
    let tag = ContextTable.tag(pair), start = ContextTable.bucket(pair, of: buckets)
    var lightest = start
    for index in start..<(start + ContextTable.bucketEntries) {
      if ContextTable.tag(ofEntry: entries[index]) == tag { return }
      if weightCode(index) < weightCode(lightest) { lightest = index }
    }
    let code = ContextTable.code(weight)
    if entries[lightest] == 0 || code & 15 > entries[lightest] & 15 { entries[lightest] = tag | code }
  }

  /// How heavy an entry is: −1 for a free one.
  private func weightCode(_ index: Int) -> Int { entries[index] == 0 ? -1 : Int(entries[index] & 15) }

  /// The whole file; `language` is the checksum of the language model whose words are numbered.
  func data(language: UInt64) -> [UInt8] {
    var file = Array(repeating: UInt8(0), count: ContextModel.Field.entries)
    entries.map(\.littleEndian).withUnsafeBytes { file.append(contentsOf: $0) }
    file.put(ContextModel.magic, at: ContextModel.Field.magic)
    file.put(ContextModel.version, at: ContextModel.Field.version)
    file.put(language, at: ContextModel.Field.language)
    file.put(UInt64(buckets), at: ContextModel.Field.buckets)
    let sum = file.withUnsafeBytes {
      ModelLayout.checksum(UnsafeRawBufferPointer(rebasing: $0[ContextModel.Field.language...]))
    }
    file.put(sum, at: ContextModel.Field.checksum)
    return file
  }
}
