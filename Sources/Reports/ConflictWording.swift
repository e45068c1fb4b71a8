public import Archive
internal import DocumentModel

extension Wording {
  /// What a conflict is about, as a person calls it.
  public func field(of conflict: Conflict) -> String { field(level: conflict.level, name: conflict.field) }

  /// What conflicts of a field of dossiers or documents (`item`) are about.
  public func field(level: String, name field: String) -> String {
    let name = field.split(separator: "@").first.map(String.init) ?? field
    let isImport = name.count < field.count
    let heading = language == .vi ? InventoryColumn.heading(of: name, level: level) : nil
    let shown = Self.fields[name].map { text($0.vi, $0.en) } ?? heading ?? name
    return shown + (isImport ? text(" (hai lần nhập)", " (two imports)") : "")
  }

  private static let fields: [String: (vi: String, en: String)] = [
    "documents": ("Số văn bản", "Documents"), "sheets": ("Số tờ", "Sheets"), "pages": ("Số trang", "Pages"),
    "startDate": ("Ngày bắt đầu", "First day"), "endDate": ("Ngày kết thúc", "Last day"), "date": ("Ngày tháng", "Day"),
    "missingNumbers": ("Số văn bản thiếu", "Missing numbers"), "title": ("Tiêu đề", "Title"),
    "number": ("Số", "Number"), "symbol": ("Ký hiệu", "Symbol"), "issuer": ("Cơ quan ban hành", "Issuer"),
    "subject": ("Trích yếu", "Subject"), "sheetFrom": ("Từ tờ", "From sheet"), "sheetTo": ("Đến tờ", "To sheet"),
    "maintenance": ("Thời hạn bảo quản", "Retention"), "note": ("Ghi chú", "Note"),
    "typeName": ("Loại văn bản", "Type"), "language": ("Ngôn ngữ", "Language"),
  ]
}
