internal import Checkpoints
internal import Digests
public import DocumentModel
internal import Foundation

/// What came of every input of a shard: written when the shard is finished, whole or not at all.
public struct ShardReceipt: Sendable {
  public struct Header: Codable, Hashable, Sendable {
    public static let format = "sohoa-receipt/1"

    public var format = Self.format
    public var shard: Int
    /// The checksum of the manifest that it is about.
    public var manifest: String
    public var work: String
    public var program: String
    /// For people: where it was done, and how long the last run took, in seconds.
    public var machine: String
    public var seconds: Double
    public var done: Int
    public var failed: Int
    public var pages: Int
    /// SHA-256 of the lines that follow.
    public var checksum: String
  }

  public struct Line: Codable, Hashable, Sendable {
    public var path: String
    public var name: String
    /// The SHA-256 of the input, as it was planned.
    public var sha256: String
    /// SHA-256 of its `record.json`; nil where it failed.
    public var record: String?
    /// SHA-256 of the words of its pages (`OutputFormat.words`); nil where it failed.
    public var words: String?
    public var pages: Int
    public var exitCode: Int32?
    public var message: Message?
  }

  public var header: Header
  public var lines: [Line]

  init(header: Header, lines: [Line]) {
    self.header = header
    self.lines = lines
    self.header.checksum = Digest.sha256(of: Self.bytes(of: lines))
  }

  /// Reads a receipt; nil where it is not there or not whole.
  public init?(path: String) {
    guard let bytes = DurableFile.read(path), let end = bytes.firstIndex(of: 0x0A),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end])), header.format == Header.format
    else { return nil }
    let rest = [UInt8](bytes[(end + 1)...])
    guard Digest.sha256(of: rest) == header.checksum else { return nil }
    let texts = rest.split(separator: 0x0A)
    lines = texts.compactMap { try? JSONDecoder().decode(Line.self, from: Data($0)) }
    if lines.count != texts.count { return nil }
    self.header = header
  }

  func keep(at path: String) throws(Failure) {
    try DurableFile.write(JSONLine.line(of: header) + Self.bytes(of: lines), to: path)
  }

  /// Whether it says the same of the inputs, on whatever machine and however fast they were done.
  func agrees(with other: ShardReceipt) -> Bool {
    lines == other.lines && header.manifest == other.header.manifest && header.work == other.header.work
  }

  private static func bytes(of lines: [Line]) -> [UInt8] { lines.flatMap { JSONLine.line(of: $0) } }
}
