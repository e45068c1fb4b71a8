/// Something that keeps a PDF from being marked as PDF/A-2b (ISO 19005-2), and where it stands.
struct ArchivalObstacle: Hashable, Sendable {
  var kind: Kind
  /// Numbers of pages from 1, in order; empty for what belongs to the document as a whole.
  var pages: [Int]

  /// Its raw value is what it is called in English.
  enum Kind: String, CaseIterable, Sendable {
    case actions, annotations, attachments, encryption, fonts, halftones, layers, metadata, operators, overprint
    case permissions, postScript = "PostScript", opi = "OPI", xfa = "XFA", javaScript = "JavaScript"
    case needsRendering = "NeedsRendering", needAppearances = "fields without appearances", lzw = "LZW"
    case alternates = "alternate images", transfer = "transfer functions", inks = "CMYK", colours = "device colours"
    case profiles = "ICC profiles", spots = "spot colours", blending = "blend modes", intents = "rendering intents"
    case interpolation, jpeg2000 = "JPEG 2000", outside = "data outside the file", resources = "missing resources"
    case depth = "nested graphics states", limits = "values out of range", size = "page size", version = "PDF 2.0"
    case presentation = "alternate presentations"
  }
}

extension ArchivalObstacle.Kind {
  /// What it is called in Vietnamese; names of formats are the same in both languages.
  var vietnamese: String {
    switch self {
    case .actions: "hành động"
    case .annotations: "chú thích"
    case .attachments: "tệp đính kèm"
    case .encryption: "mã hóa"
    case .fonts: "phông chữ"
    case .halftones: "bán sắc in"
    case .layers: "lớp hiển thị"
    case .metadata: "siêu dữ liệu"
    case .operators: "toán tử lạ"
    case .overprint: "in chồng màu"
    case .permissions: "quyền hạn"
    case .needsRendering: "biểu mẫu động (NeedsRendering)"
    case .needAppearances: "trường không có hình hiển thị"
    case .alternates: "ảnh thay thế"
    case .transfer: "hàm chuyển màu"
    case .inks: "màu CMYK"
    case .colours: "màu thiết bị"
    case .profiles: "hồ sơ màu ICC"
    case .spots: "màu pha"
    case .blending: "kiểu hòa màu"
    case .intents: "mục đích hiển thị màu"
    case .interpolation: "ảnh nội suy"
    case .outside: "dữ liệu nằm ngoài tệp"
    case .resources: "thiếu tài nguyên"
    case .depth: "trạng thái đồ họa lồng quá sâu"
    case .limits: "giá trị vượt giới hạn"
    case .size: "khổ trang"
    case .presentation: "cách trình chiếu khác"
    case .postScript, .opi, .xfa, .javaScript, .lzw, .jpeg2000, .version: rawValue
    }
  }
}
