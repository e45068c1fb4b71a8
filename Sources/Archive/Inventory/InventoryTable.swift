extension InventoryColumn {
  /// Every column that an inventory may have: the fields of hồ sơ and văn bản as archives keep them, in the order in
  /// which the full layout has them. Two columns with one heading are told apart by where they stand.
  static let all: [InventoryColumn] = place + dossier + item

  /// Where the paper is.
  private static let place: [InventoryColumn] = [
    .init(.dossierOrdinal, "STT", also: ["tt", "so tt", "so thu tu"], width: Width.narrow, nil, .runningNumber),
    .init(
      .fonds, "Phông", also: ["phong so", "ma phong", "ten phong", "phong luu tru"], .fonds("code"), .key),
    .init(.fondsName, readOnly: ["ten day du cua phong"]),
    .init(.holder, readOnly: ["noi luu", "noi bao quan", "co quan luu tru", "kho luu tru"]),
    .init(
      .unit, readOnly: ["don vi", "don vi hinh thanh phong", "don vi nop luu", "don vi bao quan tai lieu"]),
    .init(.catalogue, "Mục lục", also: ["muc luc so", "so muc luc"], .catalogue("number"), .key),
    .init(
      .box, "Hộp số",
      also: [
        "hop", "so hop", "cap", "cap so", "hop (cap)", "hop cap", "cap hop so", "hop cap so", "cap/hop", "hop/cap",
      ], .box("number"), .key),
  ]

  /// What a dossier's row says of it.
  private static let dossier: [InventoryColumn] = [
    .init(
      .code, "Số và ký hiệu hồ sơ",
      also: [
        "so, ky hieu ho so", "so ky hieu ho so", "ma ho so", "ho so so", "so ho so", "don vi bao quan", "dvbq",
        "ky hieu ho so",
      ], .dossier("code"), .key),
    .init(
      .title, "Tiêu đề", also: ["tieu de ho so", "ten ho so", "ten tieu de ho so", "noi dung ho so"],
      width: Width.widest, .dossier("title")),
    .init(
      .maintenance, "Thời hạn bảo quản", also: ["thoi han luu tru", "thoi han", "thbq", "thoi han bao quan"],
      .dossier("maintenance"),
      .maintenance),
    .init(.valueClass, readOnly: ["gia tri", "muc do gia tri", "loai gia tri"], .dossier("valueClass")),
    .init(
      "dossier.mode", "Chế độ sử dụng", also: ["muc do truy cap", "che do tiep can", "che do khai thac"],
      .dossier("mode"), .mode),
    .init("dossier.language", "Ngôn ngữ", also: ["ngon ngu su dung"], .dossier("language")),
    .init(
      .startDay, "Ngày bắt đầu", also: ["bat dau ngay", "thoi gian bat dau ngay"], width: Width.narrow,
      .dossier("startDate"), .day(.start)),
    .init(
      .startMonth, "Tháng bắt đầu", also: ["bat dau thang", "thoi gian bat dau thang"], width: Width.narrow,
      .dossier("startDate"), .month(.start)),
    .init(
      .startYear, "Năm bắt đầu", also: ["bat dau nam", "thoi gian bat dau nam"], .dossier("startDate"), .year(.start)),
    .init(
      .start, readOnly: ["thoi gian bat dau", "tu ngay", "ngay thang bat dau", "bat dau", "ngay thang nam bat dau"],
      .dossier("startDate"),
      .whole),
    .init(
      .endDay, "Ngày kết thúc", also: ["ket thuc ngay", "thoi gian ket thuc ngay"], width: Width.narrow,
      .dossier("endDate"), .day(.end)),
    .init(
      .endMonth, "Tháng kết thúc", also: ["ket thuc thang", "thoi gian ket thuc thang"], width: Width.narrow,
      .dossier("endDate"), .month(.end)),
    .init(
      .endYear, "Năm kết thúc", also: ["ket thuc nam", "thoi gian ket thuc nam"], .dossier("endDate"), .year(.end)),
    .init(
      .end, readOnly: ["thoi gian ket thuc", "den ngay", "ngay thang ket thuc", "ket thuc", "ngay thang nam ket thuc"],
      .dossier("endDate"),
      .whole),
    .init(
      .period,
      readOnly: [
        "thoi gian", "thoi gian tai lieu", "ngay thang bat dau va ket thuc", "thoi gian bat dau va ket thuc",
      ], nil, .whole),
    .init(
      "dossier.documents", "Tổng số văn bản", also: ["so van ban", "so luong van ban", "tong so vb"],
      .dossier("documents"), .count),
    .init("dossier.annotation", "Chú giải", width: Width.wide, .dossier("annotation")),
    .init("dossier.info-sign", "Ký hiệu thông tin", .dossier("infoSign")),
    .init("dossier.keywords", "Từ khóa", .dossier("keywords")),
    .init("dossier.sheets", "Số lượng tờ", also: ["so to", "tong so to"], .dossier("sheets"), .count),
    .init("dossier.pages", readOnly: ["so trang", "so luong trang", "tong so trang"], .dossier("pages"), .count),
    .init(.metres, readOnly: ["met gia", "so met gia", "so met", "met"], .dossier("metres"), .metres),
    .init("dossier.condition", "Tình trạng vật lý", also: ["tinh trang"], .dossier("condition")),
    .init("dossier.confidence", "Mức độ tin cậy", .dossier("confidenceLevel")),
    .init(
      "dossier.paper-code", "Mã hồ sơ giấy gốc", also: ["ma ho so goc giay", "ma ho so giay"], .dossier("paperCode")),
    .init("dossier.archive-code", readOnly: ["ma ho so luu tru", "ma dinh danh ho so"], .dossier("archiveCode")),
    .init("dossier.missing-numbers", readOnly: ["so khuyet", "cac so khuyet", "so thieu"], .dossier("missingNumbers")),
    .init("dossier.note", "Ghi chú", width: Width.wide, .dossier("note")),
  ]

  /// What a row of a list of documents says of one of them.
  private static let item: [InventoryColumn] = [
    .init(.ordinal, "STT văn bản", also: ["so thu tu van ban"], width: Width.narrow, .item("ordinal"), .key),
    .init(
      .typeName, "Tên loại", also: ["ten loai van ban", "loai van ban"], .item("typeName"), .typeName, against: .type),
    .init(.number, "Số", also: ["so van ban", "so cua van ban"], .item("number"), .number, against: .number),
    .init(
      .symbol, "Ký hiệu", also: ["ky hieu van ban", "ky hieu cua van ban"], .item("symbol"), .symbol, against: .symbol),
    .init(
      .numberAndSymbol,
      readOnly: ["so, ky hieu", "so ky hieu", "so, ky hieu van ban", "so ky hieu van ban", "so va ky hieu"], nil, .whole
    ),
    .init(
      .day, "Ngày", also: ["ngay van ban", "ngay ban hanh ngay"], width: Width.narrow, .item("date"), .day(.issue),
      against: .date),
    .init(
      .month, "Tháng", also: ["thang van ban", "ngay ban hanh thang"], width: Width.narrow, .item("date"),
      .month(.issue)),
    .init(.year, "Năm", also: ["nam van ban", "ngay ban hanh nam"], .item("date"), .year(.issue)),
    .init(
      .date,
      readOnly: [
        "ngay thang", "ngay, thang, nam", "ngay thang nam", "ngay thang nam van ban", "ngay ban hanh",
        "ngay thang van ban", "ngay thang nam ban hanh", "thoi gian ban hanh", "ngay ky",
      ], .item("date"), .whole),
    .init(
      "document.issuer", "Cơ quan ban hành",
      also: [
        "tac gia", "tac gia van ban", "co quan ban hanh van ban", "don vi ban hanh", "noi ban hanh",
        "ten co quan ban hanh", "ten co quan, to chuc ban hanh van ban",
      ], width: Width.wide, .item("issuer"), against: .issuer),
    .init(
      .subject, "Trích yếu",
      also: [
        "trich yeu noi dung", "trich yeu van ban", "ten loai va trich yeu noi dung van ban", "noi dung",
        "noi dung van ban", "ten van ban",
      ],
      width: Width.widest, .item("subject"), against: .subject),
    .init("document.language", "Ngôn ngữ văn bản", .item("language")),
    .init(
      "document.pages", "Số trang văn bản", also: ["so trang cua van ban", "so luong trang cua van ban"],
      .item("pages"), .count),
    .init("document.note", "Ghi chú văn bản", width: Width.wide, .item("note")),
    .init("document.info-sign", "Ký hiệu thông tin văn bản", .item("infoSign")),
    .init("document.keywords", "Từ khóa văn bản", .item("keywords")),
    .init("document.mode", "Chế độ sử dụng văn bản", .item("mode"), .mode),
    .init("document.confidence", "Mức độ tin cậy văn bản", .item("confidenceLevel")),
    .init("document.autograph", "Bút tích", width: Width.wide, .item("autograph")),
    .init("document.condition", "Tình trạng vật lý văn bản", .item("condition")),
    .init("document.process", "Quy trình xử lý", .item("process")),
    .init(
      .sheet, "Tờ số", also: ["tu to", "to so / trang so", "to so/trang so", "trang so"], .item(firstSheet), .sheets),
    .init("document.material", "Loại tài liệu", .item("materialType")),
    .init(
      "document.file", "Đường dẫn file",
      also: [
        "duong dan tep", "duong dan", "tep", "ten tep", "file", "ten file", "link file", "tep dinh kem",
        "file dinh kem",
      ],
      width: Width.wide, .item("file")),
  ]
}
