internal import CZlib
internal import DocumentModel
internal import Foundation

/// Where the files of a package go, one after another.
protocol PackageSink: AnyObject {
  /// Begins a file; its whole name is `prefix` and `path`. `size` is how many bytes will come; nil for a file of less than
  /// 4 GiB whose size is not known yet.
  func begin(_ path: String, in prefix: String, size: Int?) throws(Failure)
  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure)
  func end() throws(Failure)
  /// Brings all to disk. Nothing may be written afterwards.
  func close() throws(Failure)
}

/// A ZIP file whose files are stored as they are (APPNOTE 6.3.9): the same files give the same bytes.
///
/// Names are ASCII and marked as UTF-8; times come from the package. What is larger than 4 GiB, and what lies behind that
/// place, is written as ZIP64.
final class StoredZip: PackageSink {
  private struct Entry {
    /// Two parts, which others hold as well, so that no name of many thousands is made for the directory alone.
    var prefix, path: String
    var offset: Int, size = 0
    var sum: UInt = 0
    var isLarge: Bool

    var nameCount: Int { prefix.utf8.count + path.utf8.count }
  }

  private let file: OutputFile
  private let moment: (date: UInt16, time: UInt16)
  private var entries: [Entry] = []

  init(path: String, moment: PackageMoment) throws(Failure) {
    file = try OutputFile(path)
    self.moment = moment.dos
  }

  /// What a field of four bytes can hold, the value that stands for “see ZIP64” left out.
  private static let limit = 0xFFFF_FFFF

  func begin(_ path: String, in prefix: String, size: Int?) throws(Failure) {
    let isLarge = (size ?? 0) >= Self.limit
    let entry = Entry(prefix: prefix, path: path, offset: file.position, isLarge: isLarge)
    entries.append(entry)
    try file.write(localHeader(entry))
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard let last = entries.indices.last, !bytes.isEmpty else { return }
    entries[last].sum = UInt(
      crc32_z(entries[last].sum, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
    entries[last].size += bytes.count
    try file.write(bytes)
  }

  func end() throws(Failure) {
    guard let entry = entries.last else { return }
    if entry.size >= Self.limit, !entry.isLarge {
      throw Failure(.internalError, .cannotWrite(entry.prefix + entry.path, "4 GiB"))
    }
    try file.replace(at: entry.offset, with: localHeader(entry))
  }

  func close() throws(Failure) {
    let start = file.position
    for entry in entries { try file.write(centralHeader(entry)) }
    try file.write(ending(directory: start, size: file.position - start))
    try file.close()
  }

  private func localHeader(_ entry: Entry) -> [UInt8] {
    var bytes = LittleEndian()
    bytes.add(0x0403_4B50, 4)
    addCommon(entry, to: &bytes, needsLarge: entry.isLarge)
    bytes.add(entry.isLarge ? Self.limit : entry.size, 4)
    bytes.add(entry.isLarge ? Self.limit : entry.size, 4)
    bytes.add(entry.nameCount, 2)
    bytes.add(entry.isLarge ? 20 : 0, 2)
    bytes.add(entry.prefix, entry.path)
    if entry.isLarge { bytes.addLarge([entry.size, entry.size]) }
    return bytes.bytes
  }

  private func addCommon(_ entry: Entry, to bytes: inout LittleEndian, needsLarge: Bool) {
    bytes.add(needsLarge ? 45 : 20, 2)
    bytes.add(0x0800, 2)
    bytes.add(0, 2)
    bytes.add(Int(moment.time), 2)
    bytes.add(Int(moment.date), 2)
    bytes.add(Int(entry.sum), 4)
  }

  private func centralHeader(_ entry: Entry) -> [UInt8] {
    let isFar = entry.offset >= Self.limit
    let large: [Int] = (entry.isLarge ? [entry.size, entry.size] : []) + (isFar ? [entry.offset] : [])
    var bytes = LittleEndian()
    bytes.add(0x0201_4B50, 4)
    // Made by Unix, version 4.5 of the format.
    bytes.add(3 << 8 | 45, 2)
    addCommon(entry, to: &bytes, needsLarge: !large.isEmpty)
    bytes.add(entry.isLarge ? Self.limit : entry.size, 4)
    bytes.add(entry.isLarge ? Self.limit : entry.size, 4)
    bytes.add(entry.nameCount, 2)
    bytes.add(large.isEmpty ? 0 : 4 + 8 * large.count, 2)
    bytes.add(0, 6)
    bytes.add(0o100644 << 16, 4)
    bytes.add(isFar ? Self.limit : entry.offset, 4)
    bytes.add(entry.prefix, entry.path)
    if !large.isEmpty { bytes.addLarge(large) }
    return bytes.bytes
  }

  private func ending(directory: Int, size: Int) -> [UInt8] {
    var bytes = LittleEndian()
    let count = entries.count
    let isLarge = count >= 0xFFFF || directory >= Self.limit || size >= Self.limit
    if isLarge { addLargeEnding(directory, size, to: &bytes) }
    bytes.add(0x0605_4B50, 4)
    bytes.add(0, 4)
    bytes.add(min(count, 0xFFFF), 2)
    bytes.add(min(count, 0xFFFF), 2)
    bytes.add(min(size, Self.limit), 4)
    bytes.add(min(directory, Self.limit), 4)
    bytes.add(0, 2)
    return bytes.bytes
  }

  private func addLargeEnding(_ directory: Int, _ size: Int, to bytes: inout LittleEndian) {
    bytes.add(0x0606_4B50, 4)
    bytes.add(44, 8)
    bytes.add(3 << 8 | 45, 2)
    bytes.add(45, 2)
    bytes.add(0, 8)
    for number in [entries.count, entries.count, size, directory] { bytes.add(number, 8) }
    bytes.add(0x0706_4B50, 4)
    bytes.add(0, 4)
    bytes.add(directory + size, 8)
    bytes.add(1, 4)
  }
}

/// Numbers with their lowest byte first.
private struct LittleEndian {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: Int, _ count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  mutating func add(_ texts: String...) { for text in texts { bytes += text.utf8 } }

  /// The extra field of ZIP64.
  mutating func addLarge(_ numbers: [Int]) {
    add(1, 2)
    add(8 * numbers.count, 2)
    for number in numbers { add(number, 8) }
  }
}
