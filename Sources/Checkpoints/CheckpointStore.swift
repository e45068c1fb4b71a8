public import DocumentModel
internal import Foundation

/// What stages made of the pages of inputs, kept below the output folder, so that a run that was interrupted goes on at
/// the page, and one with a changed stage does again only that stage and what follows it.
///
/// Pages are kept one by one while an input is under way (`STAGE-KEY.PAGE`) and as one file when all are there
/// (`STAGE-KEY`). A file that is damaged counts as missing.
public struct CheckpointStore: Sendable {
  private let folder: String
  /// Whether artefacts of earlier runs are passed over; what is made is kept in their place.
  private let ignoresKept: Bool

  /// Keeps artefacts in this folder, which is made when the first is kept.
  public init(folder: String, ignoresKept: Bool = false) {
    self.folder = folder
    self.ignoresKept = ignoresKept
  }

  /// Everything that a stage made of the input with this SHA-256, by page; empty where nothing was kept.
  public func pages<Value: Decodable>(of input: String, by key: StageKey) -> [Int: Value] {
    if ignoresKept { return [:] }
    if let all: [Value] = whole(of: input, by: key) {
      return Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.offset + 1, $0.element) })
    }
    let place = self.place(of: input)
    var found: [Int: Value] = [:]
    for name in names(in: place) where name.hasPrefix(fileName(key) + ".") && !name.hasSuffix(".partial") {
      guard let page = Int(name.dropFirst(fileName(key).count + 1)) else { continue }
      if let value: Value = value(at: place + "/" + name) { found[page] = value }
    }
    return found
  }

  /// What a stage made of all pages of the input; nil where it was not kept.
  public func whole<Value: Decodable>(of input: String, by key: StageKey) -> [Value]? {
    ignoresKept ? nil : value(at: place(of: input) + "/" + fileName(key))
  }

  /// Keeps what a stage made of one page, 1-based.
  ///
  /// - Throws: a failure where it cannot be written.
  public func keep(_ value: some Encodable, page: Int, of input: String, by key: StageKey) throws(Failure) {
    let place = self.place(of: input)
    try DurableFile.makeFolder(place)
    try write(value, to: "\(place)/\(fileName(key)).\(page)")
  }

  /// Keeps what a stage made of all pages, and removes what it had kept of single pages or under other keys.
  ///
  /// - Throws: a failure where it cannot be written.
  public func keep<Value: Encodable>(whole values: [Value], of input: String, by key: StageKey) throws(Failure) {
    let place = self.place(of: input)
    try DurableFile.makeFolder(place)
    try write(values, to: place + "/" + fileName(key))
    for name in names(in: place) where name.hasPrefix(key.stage + "-") && name != fileName(key) {
      // Another worker may have the same bytes in hand under another name.
      if !DurableFile.isBeingWritten(name) { unlink(place + "/" + name) }
    }
  }

  private func place(of input: String) -> String { "\(folder)/\(input.prefix(2))/\(input)" }
  private func fileName(_ key: StageKey) -> String { "\(key.stage)-\(key.shortDigest)" }

  private func names(in place: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
  }

  private func value<Value: Decodable>(at path: String) -> Value? {
    DurableFile.read(path).flatMap { PackedJSON.value(in: $0) }
  }

  private func write(_ value: some Encodable, to path: String) throws(Failure) {
    try DurableFile.write(try PackedJSON.bytes(of: value), to: path)
  }
}
