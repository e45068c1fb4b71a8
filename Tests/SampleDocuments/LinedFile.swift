public import DocumentModel

/// A file of plain lines, and records of it by plain rules: a line `Số: N` at the head of a document is its number, a line
/// `Giao …` a task. Tests of what becomes of a file that is divided otherwise need no models with it.
public struct LinedFile: Sendable {
  public var sha256: String
  public var origin: Page.Origin
  /// The lines of every page.
  public var lines: [[String]]

  public init(_ sha256: String, origin: Page.Origin = .scan, _ lines: [[String]]) {
    (self.sha256, self.origin, self.lines) = (sha256, origin, lines)
  }

  public var pages: [Page] {
    let pages = lines.enumerated().map { index, lines in
      Page(
        number: index + 1, origin: origin, size: origin == .text ? nil : PixelSize(width: 800, height: 1000),
        dpi: origin == .text ? nil : 200,
        blocks: lines.map { .line(Line(parsing: $0, page: index + 1, number: 0)) })
    }
    return Transcript(of: pages).pages
  }

  /// The record of pages of the file in which documents begin at these pages besides the first.
  public func record(of pages: [Page], begins: [Int: Bool]) -> InputRecord {
    let starts = [1] + begins.filter { $0.value && $0.key > 1 }.keys.sorted()
    let ends = starts.dropFirst().map { $0 - 1 } + [max(1, pages.count)]
    let documents = zip(starts, ends).map { first, last in
      Self.document(pages.filter { (first...last).contains($0.number) }, first...last)
    }
    let images = pages.compactMap(PageImageSummary.init)
    let source = SourceSummary(
      path: "\(sha256).pdf", sha256: sha256, kind: origin == .text ? .text : .scan, pages: pages.count,
      doubtfulWords: 0,
      pageImages: images)
    return InputRecord(source: source, documents: documents)
  }

  private static func document(_ pages: [Page], _ range: ClosedRange<Int>) -> DocumentRecord {
    let lines = pages.flatMap(\.lines)
    let number = lines.first { $0.text.hasPrefix("Số: ") }.map { String($0.text.dropFirst(4)) }
    let tasks = lines.filter { $0.text.hasPrefix("Giao ") }.map { line in
      TaskRecord(
        number: "", path: [], group: nil, content: line.text, lead: ["Văn phòng"], deadline: Deadline(text: ""),
        page: line.page, evidence: ["lead": Evidence(provenance: Provenance(page: line.page), confidence: 0.5)])
    }
    var head = DocumentHeader(type: "KH", number: number, symbol: number.map { _ in "KH-UBND" })
    head.evidence["number"] = Evidence(provenance: Provenance(page: range.lowerBound), confidence: 0.5)
    return DocumentRecord(pages: [range.lowerBound, range.upperBound], document: head, tasks: tasks)
  }

  /// Four pages: a plan of three pages with a task on each, and an order of one.
  public static func plan(_ sha256: String, origin: Page.Origin = .scan) -> LinedFile {
    LinedFile(
      sha256, origin: origin,
      [
        ["Số: 1", "Giao thôn Đoài gặt lúa"], ["Số: 2", "Giao thôn Thượng phơi lúa"], ["Giao thôn Hạ xay lúa"],
        ["Số: 9", "Giao kho cất lúa"],
      ])
  }
}
