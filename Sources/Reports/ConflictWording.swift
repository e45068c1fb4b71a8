public import Archive
internal import DocumentModel

extension Wording {
  /// What a conflict is about, as a person calls it.
  public func field(of conflict: Conflict) -> String {
    let name = conflict.field.split(separator: "@").first.map(String.init) ?? conflict.field
    let isImport = name.count < conflict.field.count
    let heading = language == .vi ? InventoryColumn.heading(of: name, level: conflict.level) : nil
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
