public import Archive
public import DocumentModel
public import Export

/// Documents as rows.
public struct DocumentTables: Sendable {
  private let wording: Wording

  public init(language: Language) { wording = Wording(language) }

  public var columns: [XLSXSheet.Column] {
    let w = wording
    return [
      .init(w.text("Mã", "ID"), width: 8), .init(w.text("Loại", "Type"), width: 7),
      .init(w.text("Số, ký hiệu", "Symbol"), width: 20), .init(w.text("Ngày", "Date"), width: 12),
      .init(w.text("Cơ quan ban hành", "Issuer"), width: 34), .init(w.text("Trích yếu", "Subject"), width: 60),
      .init(w.text("Địa danh", "Place"), width: 16), .init(w.text("Người ký", "Signer"), width: 22),
      .init(w.text("Trang", "Pages"), width: 9), .init(w.text("Nhiệm vụ", "Tasks"), width: 10),
      .init(w.text("Chưa xong", "Open"), width: 10), .init(w.text("Cảnh báo", "Findings"), width: 10),
      .init(w.text("Tệp", "File"), width: 34),
    ]
  }

  public func cells(_ entry: DocumentEntry) -> [XLSXSheet.Cell] {
    let summary = entry.summary
    let pages = [entry.firstPage, entry.lastPage].compactMap { $0 }.map(String.init).joined(separator: "–")
    return [
      .identifier(Int(summary.id)), .init(text: summary.type), .init(text: summary.symbol), .init(day: summary.date),
      .init(text: summary.issuer), .init(text: summary.subject), .init(text: entry.place), .init(text: entry.signer),
      .init(text: pages), .integer(entry.tasks), .integer(entry.openTasks), .integer(entry.findings),
      .init(text: entry.file),
    ]
  }

  /// The cells as text, for CSV.
  public func row(_ entry: DocumentEntry) -> [String] { cells(entry).map(\.plainText) }
}
