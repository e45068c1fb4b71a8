public import DocumentModel

/// The task table of an input, a task a row.
public struct TaskSheet: Sendable {
  public static let columns: [(vi: String, en: String)] = [
    ("Văn bản", "Document"), ("Số", "No."), ("Đường dẫn mục", "Path"), ("Nhóm", "Group"), ("Tiêu đề", "Title"),
    ("Nội dung", "Content"), ("Chủ trì", "Lead"), ("Phối hợp", "Cooperating"), ("Thời hạn", "Deadline"),
    ("Hạn chót", "Due"), ("Tính chất", "Modes"), ("Sản phẩm", "Product"), ("Trang", "Page"), ("Dòng", "Line"),
    ("Tin cậy", "Confidence"),
  ]

  public let rows: [[String]]

  /// The heading row in the language asked for, then the tasks of every document in order.
  public init(_ record: InputRecord, language: Language) {
    let heading = Self.columns.map { language == .vi ? $0.vi : $0.en }
    rows = [heading] + record.documents.flatMap { document in document.tasks.map { Self.row($0, of: document) } }
  }

  private static func row(_ task: TaskRecord, of record: DocumentRecord) -> [String] {
    let evidence = task.evidence["content"]
    return [
      record.document.printedSymbol ?? record.document.type ?? "", task.number, task.path.joined(separator: " › "),
      task.group ?? "", task.title, task.content, task.lead.joined(separator: "; "),
      task.cooperating.joined(separator: "; "), task.deadline.text ?? "", task.deadline.due?.description ?? "",
      task.deadline.modes.map(\.rawValue).joined(separator: "; "), task.product ?? "", String(task.page),
      evidence?.provenance.line.map(String.init) ?? "", evidence.map { percent($0.confidence) } ?? "",
    ]
  }

  private static func percent(_ confidence: Confidence) -> String { "\(Int((confidence.value * 100).rounded()))%" }
}
