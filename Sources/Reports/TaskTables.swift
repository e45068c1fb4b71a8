public import Archive
public import DocumentModel
public import Export

/// Tasks as rows: for a spreadsheet, a page or a file.
public struct TaskTables: Sendable {
  public let wording: Wording

  public init(language: Language) { wording = Wording(language) }

  public var columns: [XLSXSheet.Column] {
    let w = wording
    return [
      .init(w.text("Mã", "ID"), width: 8), .init(w.text("Văn bản", "Document"), width: 18),
      .init(w.text("Ngày ban hành", "Issued"), width: 12), .init(w.text("Cơ quan ban hành", "Issuer"), width: 26),
      .init(w.text("Số", "No."), width: 7), .init(w.text("Đường dẫn mục", "Path"), width: 14),
      .init(w.text("Nhóm", "Group"), width: 24), .init(w.text("Tiêu đề", "Title"), width: 24),
      .init(w.text("Nội dung", "Content"), width: 60), .init(w.text("Chủ trì", "Lead"), width: 28),
      .init(w.text("Phối hợp", "Cooperating"), width: 28), .init(w.text("Thời hạn", "Deadline"), width: 20),
      .init(w.text("Hạn chót", "Due"), width: 12), .init(w.text("Sản phẩm", "Product"), width: 20),
      .init(w.text("Trạng thái", "Status"), width: 12), .init(w.text("Ghi chú", "Note"), width: 24),
      .init(w.text("Trang", "Page"), width: 7), .init(w.text("Tin cậy", "Confidence"), width: 9),
      .init(w.text("Tệp", "File"), width: 26),
    ]
  }

  public func cells(_ task: TaskEntry) -> [XLSXSheet.Cell] {
    [
      .identifier(Int(task.id)), .init(text: task.document?.symbol), .init(day: task.document?.date),
      .init(text: task.document?.issuer), .init(text: task.number), .init(text: task.path), .init(text: task.section),
      .init(text: task.title), .init(text: task.content), .init(text: task.lead.joined(separator: "; ")),
      .init(text: task.cooperating.joined(separator: "; ")), .init(text: task.deadline), .init(day: task.due),
      .init(text: task.product), .text(status(task)), .init(text: task.note), .integer(task.page),
      .init(share: task.confidence), .init(text: task.file),
    ]
  }

  public func status(_ task: TaskEntry) -> String {
    if task.isOverdue { return wording.text("Quá hạn", "Overdue") }
    switch task.status {
    case .open: return wording.text("Chưa làm", "Open")
    case .doing: return wording.text("Đang làm", "Doing")
    case .done: return wording.text("Đã xong", "Done")
    case .cancelled: return wording.text("Đã hủy", "Cancelled")
    }
  }

  /// One sheet of all, or one for each document.
  public func sheets(_ tasks: [TaskEntry], perDocument: Bool) -> [XLSXSheet] {
    guard perDocument else {
      return [XLSXSheet(name: wording.text("Nhiệm vụ", "Tasks"), columns: columns, rows: tasks.map(cells))]
    }
    let byDocument = Dictionary(grouping: tasks) { $0.document?.id ?? 0 }
    var used: Set<String> = []
    return byDocument.sorted { $0.key < $1.key }.map { id, tasks in
      // Sheets have to have names of their own, whatever case they are in.
      var name = tasks.first?.document?.symbol ?? "\(id)"
      if name.count > 22 || !used.insert(name.lowercased()).inserted { name = "\(name.prefix(18)) #\(id)" }
      return XLSXSheet(name: name, columns: columns, rows: tasks.map(cells))
    }
  }

  /// The cells as text, for CSV.
  public func row(_ task: TaskEntry) -> [String] { cells(task).map(\.plainText) }
}
