internal import DocumentModel
internal import Grammar

/// What the parser has to say of a document.
extension Message {
  static func numberMissing() -> Message {
    Message(
      "number-missing", vi: "Không đọc được số của văn bản; để trống.",
      en: "The document's number is blank or cannot be read; left empty.")
  }

  static func numberElsewhere(_ number: String) -> Message {
    Message(
      "number-elsewhere", vi: "Số \(number) lấy từ chỗ khác trong hồ sơ, không đọc được ở phần đầu.",
      en: "The number \(number) is taken from elsewhere in the dossier; the letterhead's cannot be read.")
  }

  static func dayMissing() -> Message {
    Message(
      "day-missing", vi: "Không đọc được ngày ban hành; để trống.",
      en: "The day of issue is blank or cannot be read; the date is left empty.")
  }

  static func headerMissing() -> Message {
    Message(
      "header-missing", vi: "Văn bản không có phần đầu (cơ quan, số, ngày).",
      en: "The document has no letterhead (body, number, date).")
  }

  static func headAtFoot() -> Message {
    Message(
      "head-at-foot", vi: "Chân trang có phần đầu của tờ kế tiếp; không tính là văn bản.",
      en: "The foot of the page shows the head of the next sheet; it counts as no document.")
  }

  static func receivedBeforeIssued() -> Message {
    Message(
      "received-before-issued", vi: "Ngày ban hành sau ngày trên dấu công văn đến; cần xem lại.",
      en: "The day of issue is after the day on the stamp of arrival; to be looked through.")
  }

  static func issuerInferred(_ issuer: String) -> Message {
    Message(
      "issuer-inferred", vi: "Cơ quan ban hành suy từ nội dung: \(issuer).",
      en: "The issuing body is inferred from the text: \(issuer).")
  }

  static func numberingGap(after previous: String, before next: String) -> Message {
    Message(
      "numbering-gap", vi: "Đánh số nhảy từ “\(previous)” sang “\(next)”; giữ như bản in.",
      en: "The numbering jumps from “\(previous)” to “\(next)”; kept as printed.")
  }

  static func labelRepaired(printed: String, label: String) -> Message {
    Message(
      "label-repaired", vi: "Số mục đọc được “\(printed)”, hiểu là “\(label)” theo thứ tự.",
      en: "The label was read as “\(printed)”; by its place it is “\(label)”.")
  }

  static func tableRebuilt(rows: Int) -> Message {
    Message(
      "table-rebuilt",
      vi: "Bảng bị đọc lẫn các cột; dựng lại được \(rows) dòng theo số thứ tự và tên cơ quan, cần xem lại.",
      en:
        "The table was read across its columns; \(rows) rows were rebuilt from numbers and names, to be looked through."
    )
  }

  static func bodyLevelVoted(to level: String, cells: Int) -> Message {
    Message(
      "body-level-voted",
      vi:
        "Bảng nói đến \(level) nhiều hơn hẳn: tên cơ quan cấp xã ở \(cells) ô được ghi theo \(level), cần xem lại.",
      en:
        "The table mostly speaks of a \(level): bodies of a commune are named as those of a \(level) in \(cells) cells, to be looked through."
    )
  }

  static func cellOverPages(_ text: String, rows: [String]) -> Message {
    let list = rows.filter { !$0.isEmpty }.joined(separator: ", ")
    return Message(
      "cell-over-pages", vi: "Ô gộp “\(text)” của bảng bị ngắt trang; tính cho cả dòng \(list).",
      en: "The merged cell “\(text)” of the table goes over a page; it counts for row \(list), too.")
  }

  static func rowOverPages(_ row: String) -> Message {
    Message(
      "row-over-pages", vi: "Dòng \(row) của bảng bị ngắt trang; đã nối lại.",
      en: "Row \(row) of the table goes over a page; its parts were joined.")
  }
}
