package import DocumentModel

extension Message {
  static func notArchival(_ obstacles: [ArchivalObstacle]) -> Message {
    Message(
      "not-archival",
      vi: "PDF tìm kiếm được không ghi là PDF/A, vì có thành phần PDF/A không cho phép hoặc chưa kiểm được: "
        + "\(told(obstacles, in: .vi)).",
      en: "The searchable PDF is not marked as PDF/A, which does not allow, or of which nobody checked: "
        + "\(told(obstacles, in: .en)).")
  }

  /// The code of a refusal, by which a run knows that a file is missing.
  package static var archivalRefusedCode: String { "pdfa-refused" }

  static func archivalRefused(_ obstacles: [ArchivalObstacle]) -> Message {
    Message(
      archivalRefusedCode,
      vi:
        "Không ghi PDF tìm kiếm được, vì --strict-pdfa đòi PDF/A-2b mà tệp này chưa đạt: \(told(obstacles, in: .vi)). "
        + "Không trang nào bị đổi thành ảnh. Sửa bản gốc hoặc quét lại các trang ấy, hoặc chạy không có --strict-pdfa. "
        + "Các tệp khác vẫn được ghi.",
      en: "No searchable PDF was written: --strict-pdfa asks for PDF/A-2b, and this file is none: "
        + "\(told(obstacles, in: .en)). No page was made into a picture. Mend the original or scan these pages again, or "
        + "leave --strict-pdfa out. The other files are written all the same.")
  }

  /// `page 3: fonts, CMYK; pages 5–7: annotations; the file: JavaScript`.
  static func told(_ obstacles: [ArchivalObstacle], in language: Language) -> String {
    var places: [[Int]] = []
    for one in obstacles where !places.contains(one.pages) { places.append(one.pages) }
    return places.map { pages in
      let kinds = obstacles.filter { $0.pages == pages }.map(\.kind)
      let names = kinds.map { language == .vi ? $0.vietnamese : $0.rawValue }.joined(separator: ", ")
      return "\(place(pages, in: language)): \(names)"
    }.joined(separator: "; ")
  }

  private static func place(_ pages: [Int], in language: Language) -> String {
    if pages.isEmpty { return language == .vi ? "cả tệp" : "the file" }
    if language == .vi { return "trang \(ranges(pages))" }
    return (pages.count == 1 ? "page " : "pages ") + ranges(pages)
  }

  /// `1–3, 7`; of many ranges the first twelve.
  private static func ranges(_ pages: [Int], most: Int = 12) -> String {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    let shown = ranges.prefix(most).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return shown.joined(separator: ", ") + (ranges.count > most ? ", …" : "")
  }
}
