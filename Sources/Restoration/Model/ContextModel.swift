internal import DocumentModel

/// Which of the words of the same letters stands between given neighbours: a log-linear model over `ContextFeatures`,
/// searched in place in its mapped file. It looks to both sides, the n-grams of the language model to the left only.
struct ContextModel: Sendable {
  static let fileName = "contexts.model"

  /// Offsets in the file's head, in bytes; the checksum covers everything from `language` on. `language` is the checksum
  /// of the language model whose words it numbers.
  enum Field {
    static let magic = 0, version = 8, checksum = 16, language = 24, buckets = 32, entries = 64
  }
  static let magic: UInt64 = 0x3158_544F_484F_534F
  static let version: UInt64 = 1

  private let table: MappedFile
  private let buckets: Int
  private let madeGroups: Deferred<WordGroups>

  /// Maps the file.
  ///
  /// - Throws: `Failure` with `badInput` if the file is of another kind or version, damaged, or made for another
  ///   language model than the one with the checksum `language`.
  init(
    contentsOf path: String, vocabulary: WordList, model: LanguageModel, language: UInt64
  ) throws(Failure) {
    table = try MappedFile(path: path)
    let bytes = table.bytes
    func number(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard bytes.count > Field.entries, number(Field.magic) == Self.magic else {
      throw Failure(.badInput, .notAModel(path))
    }
    guard number(Field.version) == Self.version, number(Field.language) == language else {
      throw Failure(.badInput, .modelOfOtherVersion(path))
    }
    buckets = Int(truncatingIfNeeded: number(Field.buckets))
    guard buckets > 0, bytes.count == Field.entries + buckets * ContextTable.bucketEntries * 2,
      number(Field.checksum) == ModelLayout.checksum(UnsafeRawBufferPointer(rebasing: bytes[Field.language...]))
    else { throw Failure(.badInput, .damagedModel(path)) }
    madeGroups = Deferred { WordGroups(vocabulary, model) }
  }

  /// Which words have the same letters; made when a text first has a close decision.
  var groups: WordGroups { madeGroups.value }

  /// By how much the neighbours make each word of a group less likely than it is by itself, nats, into `costs`, in the
  /// order of the group's members.
  func costs(
    of group: Range<Int>, at place: Int, in words: UnsafeBufferPointer<UInt16>,
    into costs: UnsafeMutablePointer<Float>
  ) {
    let features = ContextFeatures(words, at: place), groups = groups
    var alone = LogSum(), among = LogSum()
    for (index, member) in group.enumerated() {
      let word = groups.members[member]
      var own = groups.logShares[member] + weight(features.hashes[0], word)
      alone.add(own)
      var around: Float = 0
      for feature in 1..<ContextFeatures.count { around += weight(features.hashes[feature], word) }
      costs[index] = -around
      own += around
      among.add(own)
    }
    let constant = among.value - alone.value
    for index in 0..<group.count { costs[index] += constant }
  }

  /// The weight of a word at a feature; 0 where the table has none.
  @inline(__always)
  private func weight(_ feature: UInt64, _ word: UInt16) -> Float {
    let pair = ContextFeatures.pair(feature, word), tag = ContextTable.tag(pair)
    let entries = (table.start + Field.entries).assumingMemoryBound(to: UInt16.self)
    let start = ContextTable.bucket(pair, of: buckets)
    for index in start..<(start + ContextTable.bucketEntries) where ContextTable.tag(ofEntry: entries[index]) == tag {
      return ContextTable.weights[Int(entries[index] & 31)]
    }
    return 0
  }
}
