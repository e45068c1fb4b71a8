internal import Archive
internal import DocumentModel

/// What `sohoa inventory propose` made, and what it could not read.
struct ProposalReport: Encodable {
  struct Paper: Encodable {
    var file: String
    var kind: Aid.Kind
    var rows: Int
  }

  var papers: [Paper]
  var dossiers, documents, withoutCode, withoutFonds: Int
  var unread: [ProposedInventory.Unread]
  var differences: [ProposedInventory.Difference]
  /// The heading and the rows of the sheet, where it is written nowhere else.
  var sheet: [[String]]?

  init(_ aids: [KeptAid], _ proposed: ProposedInventory, withRows: Bool) {
    papers = aids.map { Paper(file: $0.file, kind: $0.aid.kind, rows: $0.aid.rows.count) }
    (dossiers, documents) = (proposed.dossiers, proposed.documents)
    (withoutCode, withoutFonds) = (proposed.withoutCode, proposed.withoutFonds)
    (unread, differences) = (proposed.unread, proposed.differences)
    sheet = withRows ? [proposed.sheet.heading] + proposed.sheet.rows : nil
  }

  /// To standard error where the sheet goes to standard output.
  func show(in language: Language, output: String) {
    let lines = Self.texts(of: remarks(output), in: language)
    if output == "-" {
      Console.note(lines.map { $0 + "\n" }.joined())
    } else {
      lines.forEach(Console.print)
    }
  }

  private static func texts(of remarks: [Message], in language: Language) -> [String] {
    remarks.map { Console.oneLine($0.text(in: language)) }
  }

  private func remarks(_ output: String) -> [Message] {
    var remarks = unread.map { Message.unreadCells($0) } + differences.map { Message.papersDiffer($0) }
    if withoutCode > 0 { remarks.append(.dossiersWithoutCode(withoutCode)) }
    if withoutFonds > 0 { remarks.append(.dossiersWithoutFonds(withoutFonds)) }
    return remarks + [.proposed(dossiers, documents, papers.count, output)]
  }
}

extension Message {
  fileprivate static func unreadCells(_ unread: ProposedInventory.Unread) -> Message {
    let cells = unread.cells.joined(separator: ", ")
    return Message(
      "unread-cells",
      vi: "\(unread.file), trang \(unread.page), dòng \(unread.row): không đọc được \(cells); để trống.",
      en: "\(unread.file), page \(unread.page), row \(unread.row): \(cells) could not be read; left empty.")
  }

  fileprivate static func papersDiffer(_ difference: ProposedInventory.Difference) -> Message {
    let values = difference.values.map { "“\($0)”" }.joined(separator: ", "), dossier = difference.dossier ?? "–"
    return Message(
      "papers-differ", vi: "Hồ sơ \(dossier): các tờ nói khác nhau về \(difference.field): \(values); để trống.",
      en: "Dossier \(dossier): its papers differ in \(difference.field): \(values); left empty.")
  }

  fileprivate static func dossiersWithoutCode(_ count: Int) -> Message {
    Message(
      "dossiers-without-code", vi: "\(count) hồ sơ không có số trên giấy: thêm vào bảng, hoặc nhập với --dossier.",
      en: "\(count) dossiers have no code on paper: add it to the table, or import with --dossier.")
  }

  fileprivate static func dossiersWithoutFonds(_ count: Int) -> Message {
    Message(
      "dossiers-without-fonds", vi: "\(count) hồ sơ không nêu phông: thêm vào bảng, hoặc nhập với --fonds.",
      en: "\(count) dossiers name no fonds: add it to the table, or import with --fonds.")
  }

  fileprivate static func proposed(_ dossiers: Int, _ documents: Int, _ papers: Int, _ output: String) -> Message {
    Message(
      "proposed", vi: "Từ \(papers) tờ: \(dossiers) hồ sơ, \(documents) văn bản, ghi vào \(output).",
      en:
        "Of \(Language.counted(papers, "paper")): \(Language.counted(dossiers, "dossier")), \(Language.counted(documents, "document")), written to \(output)."
    )
  }
}
