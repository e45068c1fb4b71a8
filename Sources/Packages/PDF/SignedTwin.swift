internal import Digests
internal import DocumentModel
internal import Foundation
internal import PDFSyntax

/// A signed file beside the one that was given to be signed. Most signers add to the file; some write it anew, and what
/// they wrote has to be looked at as a stranger's.
struct SignedTwin {
  let unsigned: String
  let signed: String

  /// How many bytes are compared at either end: enough to tell a file that was written anew. All of them are hashed when
  /// the file is copied.
  private static let probe = 1 << 16

  /// Whether the signed file seems to begin with the whole of the other.
  var isContinued: Bool {
    guard let original = FileHandle(forReadingAtPath: unsigned), let copy = FileHandle(forReadingAtPath: signed),
      let end = try? original.seekToEnd(), let length = try? copy.seekToEnd(), length >= end
    else { return false }
    let tail = end > UInt64(Self.probe) ? end - UInt64(Self.probe) : 0
    return [0, tail].allSatisfy { place in
      let count = Int(min(UInt64(Self.probe), end - place))
      return Self.bytes(of: original, at: place, count) == Self.bytes(of: copy, at: place, count)
    }
  }

  private static func bytes(of file: FileHandle, at place: UInt64, _ count: Int) -> Data? {
    guard (try? file.seek(toOffset: place)) != nil else { return nil }
    return try? file.read(upToCount: count)
  }

  /// Whether both draw the same on every page, whatever way their bytes are packed. What a signature shows is an
  /// annotation and does not count.
  var drawsTheSame: Bool {
    guard let original = try? PDFDocument(reading: unsigned), let copy = try? PDFDocument(reading: signed),
      let wanted = try? original.pages(), let found = try? copy.pages(), wanted.count == found.count
    else { return false }
    return zip(wanted, found).allSatisfy { Self.drawing(of: $0, in: original) == Self.drawing(of: $1, in: copy) }
  }

  /// Digests of a page's content and of every picture and form that it names; nil where one cannot be read.
  private static func drawing(of page: PDFObject, in document: PDFDocument) -> [String]? {
    guard let content = document.content(of: page) else { return nil }
    var sums = [Digest.sha256(of: content)], seen: Set<Int> = []
    var waiting = [document[page, "/Resources"]].compactMap(\.self)
    while let resources = waiting.popLast() {
      guard let table = document[resources, "/XObject"] else { continue }
      for key in document.keys(of: table).sorted() {
        guard let object = document[table, key], seen.insert(document.identity(of: object) ?? 0).inserted else {
          continue
        }
        guard let bytes = document.data(of: object) ?? document.packedData(of: object) else { return nil }
        sums.append(key + Digest.sha256(of: bytes))
        if let own = document[object, "/Resources"] { waiting.append(own) }
      }
    }
    return sums
  }
}
