internal import Checkpoints
internal import Digests
public import DocumentModel
internal import Foundation
internal import Intake
public import PageReading

/// What is to be done to which files, cut into shards that any machine can do alone. It is never changed once it is written.
///
/// A file of JSON lines: the header; a line a section (first what was refused, then every shard) with its length and
/// SHA-256; then the sections, a line an input. A shard reads its own section and no other, whatever the others hold.
public struct ShardManifest: Sendable {
  /// The most shards of a plan: schedulers take no more.
  public static let mostShards = 100_000
  /// The header holds settings and versions: a longer line is something else.
  private static let longestHeader = 1 << 20

  public let header: Header
  /// A section for every shard; the first one lists what was refused.
  public let sections: [Section]
  private let path: String
  /// Where the first section begins.
  private let start: Int

  public struct Header: Codable, Hashable, Sendable {
    public static let format = "sohoa-manifest/1"

    public var format = Self.format
    /// The version of the program that planned.
    public var program: String
    /// What the whole work on an input is known by: program, models, dictionaries, settings.
    public var work: String
    /// For people: the digest of every stage's code, and what the models are known by.
    public var versions: [String: String]
    public var settings: ShardSettings
    /// The absolute path of the folder where relative paths begin.
    public var base: String
    public var inputs: Int
    public var bytes: Int
    public var refused: Int
    public var shards: Int
    /// SHA-256 of this line without it and of the lines of the sections, by which the manifest is known.
    public var checksum = ""
  }

  public struct Section: Codable, Hashable, Sendable {
    /// 0 for what was refused.
    public var shard: Int
    public var inputs: Int
    /// Of the inputs.
    public var bytes: Int
    /// Of the section in this file, in bytes.
    public var length: Int
    public var sha256: String
  }

  /// Reads the header and the lines of the sections.
  ///
  /// - Throws: a failure where the file is not a manifest, or not as it was written.
  public init(path: String) throws(Failure) {
    self.path = path
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure(.cannotOpenInput, .noManifest(path))
    }
    defer { try? handle.close() }
    var reader = HeadReader(handle: handle, limit: Self.longestHeader)
    guard let first = reader.line(), let header = try? JSONDecoder().decode(Header.self, from: first),
      header.format == Header.format, 1...Self.mostShards ~= header.shards
    else { throw Failure(.badInput, .notAManifest(path)) }
    var sections: [Section] = []
    var lines = Data()
    for shard in 0...header.shards {
      guard let line = reader.line(), let section = try? JSONDecoder().decode(Section.self, from: line),
        section.shard == shard, section.length >= 0, section.length < 1 << 40
      else { throw Failure(.badInput, .manifestDamaged(path)) }
      sections.append(section)
      lines += line + [0x0A]
    }
    guard header.checksum == Self.checksum(of: header, sections: [UInt8](lines)) else {
      throw Failure(.badInput, .manifestDamaged(path))
    }
    self.header = header
    self.sections = sections
    start = reader.position
  }

  /// The inputs of a shard, counted from 1.
  ///
  /// - Throws: a failure where there is no such shard or its section was changed.
  public func inputs(ofShard shard: Int) throws(Failure) -> [ManifestEntry] {
    guard 1...header.shards ~= shard else {
      throw Failure(.badArguments, .noSuchShard(shard, of: header.shards))
    }
    let entries: [ManifestEntry] = try section(shard)
    guard entries.allSatisfy(\.isSound) else { throw Failure(.badInput, .manifestDamaged(path)) }
    return entries
  }

  /// What could not be planned, and why.
  ///
  /// - Throws: a failure where the section was changed.
  public func refused() throws(Failure) -> [RefusedPath] { try section(0) }

  private func section<Value: Decodable>(_ index: Int) throws(Failure) -> [Value] {
    let section = sections[index]
    let offset = sections[..<index].reduce(start) { $0 &+ $1.length }
    guard let bytes = read(section.length, at: offset), Digest.sha256(of: bytes) == section.sha256 else {
      throw Failure(.badInput, .manifestDamaged(path))
    }
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: 0x0A)
    let values = lines.compactMap { try? decoder.decode(Value.self, from: Data($0)) }
    guard values.count == lines.count, values.count == section.inputs else {
      throw Failure(.badInput, .manifestDamaged(path))
    }
    return values
  }

  private func read(_ count: Int, at offset: Int) -> [UInt8]? {
    if count == 0 { return [] }
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    // Asked first, so that a length that is damage takes no memory.
    guard let end = try? handle.seekToEnd(), offset >= 0, UInt64(offset) + UInt64(count) <= end,
      (try? handle.seek(toOffset: UInt64(offset))) != nil,
      let data = try? handle.read(upToCount: count), data.count == count
    else { return nil }
    return [UInt8](data)
  }

  static func checksum(of header: Header, sections: [UInt8]) -> String {
    var plain = header
    plain.checksum = ""
    return Digest.sha256(of: (JSONLine.bytes(of: plain) ?? []) + sections)
  }
}

/// How every shard is to be done: what changes the result, and nothing else.
public struct ShardSettings: Codable, Hashable, Sendable {
  /// Sorted by name.
  public var formats: [OutputFormat]
  public var language: Language
  public var reading: ReadingSettings
  public var documents: DocumentsOfFile
  /// Whether a searchable PDF that cannot be marked as PDF/A is refused; nil, which older plans have, for no.
  public var isStrictPDFA: Bool?

  /// Records are always written, with the text and the words of their pages: the archive is made of these.
  public init(
    formats: Set<OutputFormat>, language: Language, reading: ReadingSettings, documents: DocumentsOfFile = .auto,
    isStrictPDFA: Bool = false
  ) {
    self.formats = formats.union([.json, .txt, .words]).sorted { $0.name < $1.name }
    self.language = language
    self.reading = reading
    self.documents = documents
    self.isStrictPDFA = isStrictPDFA ? true : nil
  }

  func run(output: String, jobs: Int, models: String) -> RunSettings {
    RunSettings(
      output: output, jobs: jobs, formats: Set(formats), language: language, models: models, reading: reading,
      documents: documents, isStrictPDFA: isStrictPDFA ?? false)
  }
}

/// Values as lines of JSON with their keys in order, so that the same value is the same bytes.
enum JSONLine {
  /// The JSON without a line end; nil where the value cannot be encoded, which plain values always can.
  static func bytes(of value: some Encodable) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { [UInt8]($0) }
  }

  static func line(of value: some Encodable) -> [UInt8] { (bytes(of: value) ?? []) + [0x0A] }
}

/// Reads the first lines of a file, each up to a length.
private struct HeadReader {
  let handle: FileHandle
  let limit: Int
  private var buffer = Data()
  /// Of the next line in the file.
  private(set) var position = 0

  init(handle: FileHandle, limit: Int) {
    self.handle = handle
    self.limit = limit
  }

  mutating func line() -> Data? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Data(buffer[..<end])
        buffer = buffer[(end + 1)...]
        position += line.count + 1
        return line
      }
      guard buffer.count < limit, let more = try? handle.read(upToCount: 1 << 16), !more.isEmpty else { return nil }
      buffer = Data(buffer) + more
    }
  }
}
