import Archive
import DocumentModel
import Foundation
import Grammar

/// An archive in a folder of its own, gone with the test.
func withArchive(_ body: (Archive, String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let path = folder + "/archive.sqlite"
  try body(try Archive(path: path), path)
}

/// Document types as the dictionaries have them.
let someTypes = Vocabulary(
  labelTable: "", documentTypeTable: "QĐ\tQuyết định\nKH\tKế hoạch\nHD\tHướng dẫn\nHĐ\tHợp đồng\nTTr\tTờ trình",
  bodyTable: "", verbTable: "")

/// Evidence on the first page.
let someEvidence = Evidence(provenance: Provenance(page: 1, line: 3), confidence: 0.9)

/// A record of one document; of its tasks the first has a day.
func record(hash: String, tasks: Int, subject: String = "Về việc số hóa") -> InputRecord {
  let due = CalendarDate(year: 2025, month: 12, day: 31)
  let works = (1...max(tasks, 1)).prefix(tasks).map { number in
    TaskRecord(
      number: String(number), path: ["I", String(number)], group: nil, content: "Số hóa hồ sơ \(number)",
      lead: ["Văn phòng Đảng ủy"], deadline: Deadline(text: "31/12/2025", due: number == 1 ? due : nil), page: 1,
      evidence: ["content": someEvidence])
  }
  let head = DocumentHeader(type: "KH", number: "05", symbol: "KH-UBND", subject: subject)
  return record(hash: hash, [DocumentRecord(pages: [1, 2], document: head, tasks: Array(works))])
}

func record(hash: String, kind: SourceSummary.Kind = .scan, _ documents: [DocumentRecord]) -> InputRecord {
  let pages = documents.compactMap(\.pages.last).max() ?? 1
  let source = SourceSummary(path: "\(hash).pdf", sha256: hash, kind: kind, pages: pages, doubtfulWords: 7)
  return InputRecord(source: source, documents: documents)
}

func day(_ iso: String) throws -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { throw Failure(.badInput, Message("test", vi: iso, en: iso)) }
  return date
}
