internal import Vietnamese

/// Writes words and n-grams as a model file (`ModelLayout`).
struct ModelWriter {
  /// Logarithm of the probability of a word that was never seen: the least that a byte can hold.
  private static let neverSeen: Float = -15.9

  private var sections: [ModelLayout.Section: [UInt8]] = [:]
  private let wordCount: Int
  private var keyCount = 0
  private var levelCounts: [Int] = []

  init(words: [String], levels: [PrunedLevel]) {
    wordCount = words.count
    addVocabulary(words)
    for length in 1...ModelLayout.order { addLevel(length, levels) }
  }

  private mutating func addVocabulary(_ words: [String]) {
    var keyEnds: [UInt32] = [], keyBytes: [UInt8] = [], keyWords: [UInt32] = []
    var wordEnds: [UInt32] = [], wordBytes: [UInt8] = [], flags: [UInt8] = []
    var last: String?
    for (index, word) in words.enumerated() {
      let lower = smallLetters(word), key = folded(lower)
      if key != last {
        keyBytes.append(contentsOf: key.utf8)
        keyEnds.append(UInt32(keyBytes.count))
        keyWords.append(UInt32(index))
        last = key
      }
      wordBytes.append(contentsOf: word.utf8)
      wordEnds.append(UInt32(wordBytes.count))
      flags.append(Self.flags(word, lower: lower).rawValue)
    }
    keyWords.append(UInt32(words.count))
    keyCount = keyEnds.count
    sections[.keyEnds] = bytes(keyEnds)
    sections[.keyBytes] = keyBytes
    sections[.keyWords] = bytes(keyWords)
    sections[.wordEnds] = bytes(wordEnds)
    sections[.wordBytes] = wordBytes
    sections[.wordFlags] = flags
  }

  private static func flags(_ word: String, lower: String) -> WordFlags {
    var flags: WordFlags = Syllable.isValid(lower) ? .syllable : []
    switch CaseShape(of: word) {
    case .lower: flags.insert(.lower)
    case .title: flags.insert(.title)
    case .upper: flags.insert(.upper)
    case .mixed: break
    }
    return flags
  }

  private mutating func addLevel(_ length: Int, _ levels: [PrunedLevel]) {
    let names: [[ModelLayout.Section]] = [
      [], [.keyEnds, .probability1, .backoff1, .children1], [.words2, .probability2, .backoff2, .children2],
      [.words3, .probability3, .backoff3, .children3], [.words4, .probability4],
    ]
    let level = length == 1 ? unigrams(levels[1]) : levels[length]
    levelCounts.append(level.keys.count)
    if length > 1 { sections[names[length][0]] = bytes(level.keys.map { UInt16(truncatingIfNeeded: $0) }) }
    sections[names[length][1]] = level.logProbability.map(ModelLayout.byte(logProbability:))
    guard length < ModelLayout.order else { return }
    sections[names[length][2]] = level.logBackoff.map(ModelLayout.byte(logBackoff:))
    var ends: [UInt32] = [], child = 0
    let children = levels[length + 1].keys
    for key in level.keys {
      while child < children.count, children[child] >> 16 <= key { child += 1 }
      ends.append(UInt32(child))
    }
    sections[names[length][3]] = bytes(ends)
  }

  /// The level of single words with an entry for every symbol and word, those that were never seen included.
  private func unigrams(_ level: PrunedLevel) -> PrunedLevel {
    var full = PrunedLevel()
    var position = 0
    for key in 0..<UInt64(wordCount + Int(Symbol.firstWord)) {
      let isSeen = position < level.keys.count && level.keys[position] == key
      full.keys.append(key)
      full.logProbability.append(isSeen ? level.logProbability[position] : Self.neverSeen)
      full.logBackoff.append(isSeen ? level.logBackoff[position] : 0)
      if isSeen { position += 1 }
    }
    return full
  }

  private func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// The whole file.
  func data() -> [UInt8] {
    var file = Array(repeating: UInt8(0), count: ModelLayout.headerBytes)
    for section in ModelLayout.Section.allCases {
      file.put(UInt64(file.count), at: ModelLayout.Field.sections + 8 * section.rawValue)
      file.append(contentsOf: sections[section] ?? [])
      while file.count % 8 != 0 { file.append(0) }
    }
    file.put(ModelLayout.magic, at: ModelLayout.Field.magic)
    file.put(ModelLayout.version, at: ModelLayout.Field.version)
    file.put(UInt64(file.count), at: ModelLayout.Field.length)
    file.put(UInt32(wordCount), at: ModelLayout.Field.words)
    file.put(UInt32(keyCount), at: ModelLayout.Field.keys)
    for (index, count) in levelCounts.enumerated() {
      file.put(UInt32(count), at: ModelLayout.Field.levels + 4 * index)
    }
    let sum = file.withUnsafeBytes {
      ModelLayout.checksum(UnsafeRawBufferPointer(rebasing: $0[ModelLayout.Field.words...]))
    }
    file.put(sum, at: ModelLayout.Field.checksum)
    return file
  }
}

extension [UInt8] {
  /// Writes a number over the bytes from an offset on, the lowest first.
  mutating func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { bytes in
      for (index, byte) in bytes.enumerated() { self[offset + index] = byte }
    }
  }
}
