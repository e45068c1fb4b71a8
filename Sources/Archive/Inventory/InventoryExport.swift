public import DocumentModel
internal import GRDB

extension Archive {
  /// The inventory in the layout that archives keep: 46 columns, a document a row, its dossier beside it. A dossier
  /// without listed documents is a row of its own.
  public func inventoryRows() throws(Failure) -> (heading: [String], rows: [[String]]) {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT dossier.*, fonds.code AS fonds, catalogue.number AS catalogue, box.number AS box,
            item.id AS itemId, item.ordinal AS itemOrdinal, item.typeName, item.number, item.symbol, item.date,
            item.issuer, item.subject, item.language AS itemLanguage, item.pages AS itemPages, item.note AS itemNote,
            item.infoSign AS itemInfoSign, item.keywords AS itemKeywords, item.mode AS itemMode,
            item.confidenceLevel AS itemConfidence, item.autograph, item.condition AS itemCondition, item.process,
            item.sheetFrom, item.sheetTo, item.materialType, item.file
          FROM dossier JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
          LEFT JOIN box ON box.id = dossier.boxId LEFT JOIN item ON item.dossierId = dossier.id
          ORDER BY fonds.code, catalogue.number, dossier.id, item.ordinal
          """)
      var result: [[String]] = [], number = 0, before: Int64?
      while let row = try rows.next() {
        let id: Int64 = row["id"]
        if id != before { number += 1 }
        before = id
        result.append(Self.cells(row, number: number))
      }
      return (Self.heading, result)
    }
  }

  /// As the archive's own spreadsheet has them (domain note 3.4).
  static let heading = [
    "STT", "Phông", "Mục lục", "Hộp số", "Số và ký hiệu hồ sơ", "Tiêu đề", "Thời hạn bảo quản", "Chế độ sử dụng",
    "Ngôn ngữ", "Ngày bắt đầu", "Tháng bắt đầu", "Năm bắt đầu", "Ngày kết thúc", "Tháng kết thúc", "Năm kết thúc",
    "Tổng số văn bản", "Chú giải", "Ký hiệu thông tin", "Từ khóa", "Số lượng tờ", "Tình trạng vật lý",
    "Mức độ tin cậy", "Mã hồ sơ giấy gốc", "Ghi chú", "STT văn bản", "Tên loại", "Số", "Ký hiệu", "Ngày", "Tháng",
    "Năm", "Cơ quan ban hành", "Trích yếu", "Ngôn ngữ văn bản", "Số trang văn bản", "Ghi chú văn bản",
    "Ký hiệu thông tin văn bản", "Từ khóa văn bản", "Chế độ sử dụng văn bản", "Mức độ tin cậy văn bản", "Bút tích",
    "Tình trạng vật lý văn bản", "Quy trình xử lý", "Tờ số", "Loại tài liệu", "Đường dẫn file",
  ]

  private static func cells(_ row: Row, number: Int) -> [String] {
    func text(_ column: String) -> String { String.fromDatabaseValue(row[column]) ?? "" }
    func count(_ column: String) -> String { Int.fromDatabaseValue(row[column]).map(String.init) ?? "" }
    let sheets = Set([count("sheetFrom"), count("sheetTo")]).sorted { $0.count < $1.count || $0 < $1 }
    return [String(number), text("fonds"), text("catalogue"), text("box"), text("code"), text("title")]
      + [text("maintenance"), text("mode"), text("language")] + parts(text("startDate")) + parts(text("endDate"))
      + [count("documents"), text("annotation"), text("infoSign"), text("keywords"), count("sheets")]
      + [text("condition"), text("confidenceLevel"), text("paperCode"), text("note")]
      + [count("itemOrdinal"), text("typeName"), text("number"), text("symbol")] + parts(text("date"))
      + [text("issuer"), text("subject"), text("itemLanguage"), count("itemPages"), text("itemNote")]
      + [text("itemInfoSign"), text("itemKeywords"), text("itemMode"), text("itemConfidence"), text("autograph")]
      + [text("itemCondition"), text("process"), sheets.filter { !$0.isEmpty }.joined(separator: "-")]
      + [text("materialType"), text("file")]
  }

  /// Day, month, year of `2010-05`; what is not known is empty.
  private static func parts(_ date: String) -> [String] {
    let parts = date.split(separator: "-").map(String.init)
    return (0..<3).reversed().map { parts.indices.contains($0) ? parts[$0] : "" }
  }
}
