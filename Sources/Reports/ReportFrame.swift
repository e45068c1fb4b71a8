internal import Archive
internal import DocumentModel
internal import Export

/// What a report that is handed in has around it: whose it is, where and when it was made, who made it and who approves
/// it. What is not given stays a dotted line, to be filled in by hand.
public struct ReportFrame: Sendable {
  public var office: String?
  public var place: String?
  public var preparedBy: String?
  public var approvedBy: String?

  public init(office: String? = nil, place: String? = nil, preparedBy: String? = nil, approvedBy: String? = nil) {
    self.office = office
    self.place = place
    self.preparedBy = preparedBy
    self.approvedBy = approvedBy
  }

  private static let blank = String(repeating: "…", count: 12)

  /// Office at the left, place and day at the right, as Nghị định 30/2020/NĐ-CP has them.
  func head(on day: CalendarDate, _ w: Wording) -> HTML {
    let printed =
      w.text("ngày \(day.day.padded(to: 2)) tháng \(day.month.padded(to: 2)) năm \(day.year)", w.day(day))
    return """
      <div class="frame"><div>\(office?.uppercased() ?? Self.blank)</div><div><i>\(place ?? Self.blank), \(printed)</i></div></div>
      """
  }

  /// Places for two signatures.
  func signatures(_ w: Wording) -> HTML {
    func place(_ title: String, _ name: String?) -> HTML {
      """
      <div><div><b>\(title)</b></div><div><i>\(w.text("(Ký, ghi rõ họ tên)", "(signature, full name)"))</i></div>
      <div class="room"></div>\(name ?? Self.blank)</div>
      """
    }
    return """
      <div class="frame signatures">
      \(place(w.text("NGƯỜI LẬP BÁO CÁO", "PREPARED BY"), preparedBy))
      \(place(w.text("THỦ TRƯỞNG CƠ QUAN", "APPROVED BY"), approvedBy))</div>
      """
  }
}
