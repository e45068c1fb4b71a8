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
      "impossible-year", vi: "Thời hạn của nhiệm vụ \(task) ghi năm \(year), không hợp với năm ban hành; xem lại.",
      en: "The deadline of task \(task) says \(year), which does not fit the year of issue; look at it.")
  }

  static func unreadableQuarter(_ printed: String, task: String) -> Message {
    Message(
      "unreadable-quarter",
      vi: "Thời hạn của nhiệm vụ \(task) ghi “\(printed)”: không rõ quý nào; xem lại bản gốc.",
      en: "The deadline of task \(task) says “\(printed)”: which quarter cannot be told; look at the original.")
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

  static func countDiffersInAnnexes(stated: Int, found: Int) -> Message {
    countDiffers(of: "PHỤ LỤC", stated: stated, found: found)
  }

  static func yearRepaired(_ printed: Int, _ year: Int, task: String) -> Message {
    Message(
      "year-repaired",
      vi: "Thời hạn của nhiệm vụ \(task): năm \(printed) được hiểu là \(year), như các nhiệm vụ cùng tháng.",
      en: "The deadline of task \(task): \(printed) was taken for \(year), as other tasks of that month have it.")
  }

  static func impossibleDate(_ printed: String) -> Message {
    Message(
      "impossible-date", vi: "“\(printed)” không phải là một ngày có thật; xem lại bản gốc.",
      en: "“\(printed)” is no day of the calendar; look at the original.")
  }
}
