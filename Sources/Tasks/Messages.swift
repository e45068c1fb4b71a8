internal import DocumentModel

/// What the extractor has to say of a document.
extension Message {
  static func citationSpelledDifferently(_ spellings: [String]) -> Message {
    let list = spellings.joined(separator: ", ")
    return Message(
      "citation-spelled-differently", vi: "Một văn bản được viện dẫn với ký hiệu khác nhau: \(list).",
      en: "One document is cited under several symbols: \(list).")
  }

  static func impossibleYear(_ year: Int, task: String) -> Message {
    Message(
      "impossible-year", vi: "Thời hạn của nhiệm vụ \(task) ghi năm \(year), không hợp với năm ban hành; bỏ trống.",
      en: "The deadline of task \(task) says \(year), which does not fit the year of issue; left empty.")
  }

  static func leadMissing(task: String) -> Message {
    Message(
      "lead-missing", vi: "Nhiệm vụ \(task) không có đơn vị chủ trì.", en: "Task \(task) names no leading body.")
  }

  static func rowsMissing(after previous: Int, before next: Int) -> Message {
    Message(
      "rows-missing", vi: "Bảng thiếu dòng giữa số \(previous) và số \(next).",
      en: "The table lacks rows between number \(previous) and number \(next).")
  }

  static func countDiffers(of title: String, stated: Int, found: Int) -> Message {
    Message(
      "count-differs", vi: "“\(title)” ghi \(stated) nhiệm vụ, tìm thấy \(found).",
      en: "“\(title)” states \(stated) tasks, \(found) were found.")
  }
}
