internal import Archive
internal import DocumentModel
internal import Foundation
internal import Pipeline

/// The records in files and folders, one at a time: a file of many may be larger than the memory.
struct RecordFiles: Sequence {
  let paths: [String]

  func makeIterator() -> AnyIterator<Result<KeptInput, Failure>> {
    var files = paths.flatMap(Self.files).makeIterator()
    var lines: LineReader?
    return AnyIterator {
      while true {
        if let line = lines?.next() {
          return Self.record(line.bytes, from: "\(line.path):\(line.number)", besideIn: nil)
        }
        lines = nil
        guard let path = files.next() else { return nil }
        if path.hasSuffix(".jsonl") {
          guard let reader = LineReader(path: path) else {
            return .failure(Failure(.cannotOpenInput, .noSuchRecord(path)))
          }
          lines = reader
        } else {
          guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(Failure(.cannotOpenInput, .noSuchRecord(path)))
          }
          let folder = (path as NSString).deletingLastPathComponent
          return Self.record(data, from: path, besideIn: folder.isEmpty ? "." : folder)
        }
      }
    }
  }

  /// A file itself; of a folder every `record.json` in it.
  private static func files(at path: String) -> [String] {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard kind == .typeDirectory else { return [path] }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0 == "record.json" || $0.hasSuffix("/record.json") }.sorted().map { path + "/" + $0 }
  }

  /// A record with what lies beside it in its folder; of a line, with the texts that it holds.
  private static func record(
    _ data: Data, from place: String, besideIn folder: String?
  ) -> Result<KeptInput, Failure> {
    do {
      let line = try JSONDecoder().decode(RecordLine.self, from: data)
      let record = line.record
      guard record.schema == InputRecord.schema, !record.source.sha256.isEmpty else {
        return .failure(Failure(.badInput, .notARecord(place)))
      }
      if let kept = folder.map({ KeptInput(record, besideIn: $0) }), !kept.texts.isEmpty { return .success(kept) }
      return .success(KeptInput(record: record, texts: PageText.pages(line.texts), readFrom: [UInt8](data)))
    } catch {
      return .failure(Failure(.badInput, .notARecord(place)))
    }
  }
}

/// A record, and beside its keys the texts of its pages where a line has them.
private struct RecordLine: Decodable {
  var record: InputRecord
  var texts: [String]

  private enum Key: String, CodingKey { case texts }

  init(from decoder: any Decoder) throws {
    record = try InputRecord(from: decoder)
    texts = try decoder.container(keyedBy: Key.self).decodeIfPresent([String].self, forKey: .texts) ?? []
  }
}

/// The lines of a file, read in pieces.
private final class LineReader {
  let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
  private var number = 0

  init?(path: String) {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    self.path = path
    self.handle = handle
  }

  func next() -> (path: String, number: Int, bytes: Data)? {
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        start = end + 1
        number += 1
        if !line.isEmpty { return (path, number, Data(line)) }
      } else if let more = try? handle.read(upToCount: 1 << 20), !more.isEmpty {
        buffer = Array(buffer[start...]) + more
        start = 0
      } else {
        let line = buffer[start...]
        start = buffer.count
        number += 1
        return line.isEmpty ? nil : (path, number, Data(line))
      }
    }
  }
}

extension Message {
  static func noSuchRecord(_ path: String) -> Message {
    Message(
      "no-such-record", vi: "Không đọc được “\(path)”. Kiểm tra tên tệp và quyền đọc.",
      en: "Cannot read “\(path)”. Check its name and permissions.")
  }

  static func notARecord(_ place: String) -> Message {
    Message(
      "not-a-record",
      vi:
        "“\(place)” không phải bản ghi của sohoa process, hoặc đã bị sửa hay cắt cụt; đã bỏ qua. Chạy lại process để có.",
      en:
        "“\(place)” is no record of sohoa process, or was changed or cut short; it was passed over. Run process again."
    )
  }
}
