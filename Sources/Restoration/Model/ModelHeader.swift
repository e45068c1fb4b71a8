internal import DocumentModel

/// The numbers at the head of a model file: how many words and keys it has, and where its sections begin.
struct ModelHeader {
  let words, keys: Int
  /// The sum over the file, by which others know it.
  let checksum: UInt64
  private let offsets: [Int]

  /// - Throws: `Failure` with `badInput` if the file is no model, of another version, cut short or changed.
  init(_ file: MappedFile, path: String) throws(Failure) {
    let bytes = file.bytes
    func number<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }
    guard bytes.count >= ModelLayout.headerBytes, number(ModelLayout.Field.magic, UInt64.self) == ModelLayout.magic
    else { throw Failure(.badInput, .notAModel(path)) }
    guard number(ModelLayout.Field.version, UInt32.self) == ModelLayout.version else {
      throw Failure(.badInput, .modelOfOtherVersion(path))
    }
    checksum = number(ModelLayout.Field.checksum, UInt64.self)
    let rest = UnsafeRawBufferPointer(rebasing: bytes[ModelLayout.Field.words...])
    guard number(ModelLayout.Field.length, UInt64.self) == UInt64(bytes.count),
      checksum == ModelLayout.checksum(rest)
    else { throw Failure(.badInput, .damagedModel(path)) }
    words = Int(number(ModelLayout.Field.words, UInt32.self))
    keys = Int(number(ModelLayout.Field.keys, UInt32.self))
    offsets = ModelLayout.Section.allCases.map {
      Int(truncatingIfNeeded: number(ModelLayout.Field.sections + 8 * $0.rawValue, UInt64.self))
    }
  }

  /// Where a section begins, in bytes from the start of the file.
  func offset(of section: ModelLayout.Section) -> Int { offsets[section.rawValue] }
}
