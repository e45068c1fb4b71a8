internal import Vietnamese

/// The words of the model, grouped by key: the word in small letters without marks. Words of one key have neighbouring
/// numbers. The pointers lead into the mapped file, which never changes.
struct WordList: @unchecked Sendable {
  private let file: MappedFile
  private let keyEnds, keyWords, wordEnds: UnsafePointer<UInt32>
  private let keyBytes, wordBytes, flags: UnsafePointer<UInt8>
  private let keyCount: Int
  /// The number of words. Their own numbers begin at `Symbol.firstWord`.
  let count: Int

  init(_ file: MappedFile, words: Int, keys: Int, _ offset: (ModelLayout.Section) -> Int) {
    self.file = file
    let base = file.start
    func numbers<Number>(_ section: ModelLayout.Section, _ type: Number.Type) -> UnsafePointer<Number> {
      (base + offset(section)).assumingMemoryBound(to: type)
    }
    (count, keyCount) = (words, keys)
    keyEnds = numbers(.keyEnds, UInt32.self)
    keyWords = numbers(.keyWords, UInt32.self)
    wordEnds = numbers(.wordEnds, UInt32.self)
    keyBytes = numbers(.keyBytes, UInt8.self)
    wordBytes = numbers(.wordBytes, UInt8.self)
    flags = numbers(.wordFlags, UInt8.self)
  }

  /// The words with a key; empty where there are none.
  func words(withKey key: String) -> Range<UInt16> {
    var key = key
    return key.withUTF8 { key in
      var low = 0, high = keyCount
      while low < high {
        let middle = (low + high) / 2
        if precedes(keyText(middle), key) { low = middle + 1 } else { high = middle }
      }
      guard low < keyCount, keyText(low).elementsEqual(key) else { return 0..<0 }
      let first = UInt16(keyWords[low]) + Symbol.firstWord
      return first..<(UInt16(keyWords[low + 1]) + Symbol.firstWord)
    }
  }

  /// Calls the body with the words of each key.
  func forEachKey(_ body: (Range<UInt16>) -> Void) {
    for key in 0..<keyCount {
      body((UInt16(keyWords[key]) + Symbol.firstWord)..<(UInt16(keyWords[key + 1]) + Symbol.firstWord))
    }
  }

  /// The word with these letters, marks and case; nil where the model has none.
  func exact(_ text: String) -> UInt16? { words(withKey: folded(smallLetters(text))).first { self.text($0) == text } }

  /// Whether a Vietnamese syllable has this key.
  func hasSyllable(key: String) -> Bool { words(withKey: key).contains { flags($0).contains(.syllable) } }

  /// The letters of a word.
  func text(_ word: UInt16) -> String {
    let index = Int(word - Symbol.firstWord)
    let start = index == 0 ? 0 : Int(wordEnds[index - 1])
    return String(
      decoding: UnsafeBufferPointer(start: wordBytes + start, count: Int(wordEnds[index]) - start), as: UTF8.self)
  }

  func flags(_ word: UInt16) -> WordFlags { WordFlags(rawValue: flags[Int(word - Symbol.firstWord)]) }

  /// Every word's number.
  var all: Range<UInt16> { Symbol.firstWord..<(Symbol.firstWord + UInt16(count)) }

  private func keyText(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : Int(keyEnds[index - 1])
    return UnsafeBufferPointer(start: keyBytes + start, count: Int(keyEnds[index]) - start)
  }

  private func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    a.lexicographicallyPrecedes(b)
  }
}
