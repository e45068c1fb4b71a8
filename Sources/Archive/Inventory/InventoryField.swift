/// What a column of an inventory may hold: the fields of hồ sơ and văn bản as archives keep them, 46 columns in the
/// widest layout. The raw value is what `--map` takes.
public enum InventoryField: String, Codable, Sendable, CaseIterable {
  case dossierOrdinal = "dossier.ordinal"
  case fonds, fondsName = "fonds.name", holder, unit, catalogue, box
  case code = "dossier.code"
  case title = "dossier.title"
  case maintenance, valueClass = "value-class"
  case mode = "dossier.mode"
  case language = "dossier.language"
  case startDay = "start.day"
  case startMonth = "start.month"
  case startYear = "start.year"
  case start
  case endDay = "end.day"
  case endMonth = "end.month"
  case endYear = "end.year"
  case end
  case period
  case documents = "dossier.documents"
  case annotation = "dossier.annotation"
  case infoSign = "dossier.info-sign"
  case keywords = "dossier.keywords"
  case sheets = "dossier.sheets"
  case pages = "dossier.pages"
  case metres
  case condition = "dossier.condition"
  case confidenceLevel = "dossier.confidence"
  case paperCode = "dossier.paper-code"
  case archiveCode = "dossier.archive-code"
  case missingNumbers = "dossier.missing-numbers"
  case note = "dossier.note"
  case ordinal = "document.ordinal"
  case typeName = "document.type"
  case number = "document.number"
  case symbol = "document.symbol"
  case numberAndSymbol = "document.number-symbol"
  case day = "document.day"
  case month = "document.month"
  case year = "document.year"
  case date = "document.date"
  case issuer = "document.issuer"
  case subject = "document.subject"
  case itemLanguage = "document.language"
  case itemPages = "document.pages"
  case itemNote = "document.note"
  case itemInfoSign = "document.info-sign"
  case itemKeywords = "document.keywords"
  case itemMode = "document.mode"
  case itemConfidenceLevel = "document.confidence"
  case autograph = "document.autograph"
  case itemCondition = "document.condition"
  case process = "document.process"
  case sheet = "document.sheet"
  case materialType = "document.material"
  case file = "document.file"

  /// Belongs to a document, not to its dossier.
  public var isOfItem: Bool { rawValue.hasPrefix("document.") }

  /// The field of a document that has the same heading as this one of a dossier.
  var twin: InventoryField? {
    switch self {
    case .dossierOrdinal: .ordinal
    case .mode: .itemMode
    case .language: .itemLanguage
    case .infoSign: .itemInfoSign
    case .keywords: .itemKeywords
    case .pages: .itemPages
    case .condition: .itemCondition
    case .confidenceLevel: .itemConfidenceLevel
    case .note: .itemNote
    default: nil
    }
  }

  /// Headings, without marks and in small letters. The first is the one that is written.
  static let headings: [InventoryField: [String]] = [
    .dossierOrdinal: ["stt", "tt", "so tt", "so thu tu"],
    .fonds: ["phong", "phong so", "ma phong", "ten phong", "phong luu tru"],
    .fondsName: ["ten day du cua phong"],
    .holder: ["noi luu", "noi bao quan", "co quan luu tru", "kho luu tru"],
    .unit: ["don vi", "don vi hinh thanh phong", "don vi nop luu", "don vi bao quan tai lieu"],
    .catalogue: ["muc luc", "muc luc so", "so muc luc"],
    .box: ["hop so", "hop", "so hop", "cap", "cap so", "hop (cap)", "hop cap"],
    .code: [
      "so va ky hieu ho so", "so, ky hieu ho so", "so ky hieu ho so", "ma ho so", "ho so so", "so ho so",
      "don vi bao quan", "dvbq", "ky hieu ho so",
    ],
    .title: ["tieu de", "tieu de ho so", "ten ho so"],
    .maintenance: ["thoi han bao quan", "thoi han luu tru", "thoi han", "thbq"],
    .valueClass: ["gia tri", "muc do gia tri", "loai gia tri"],
    .mode: ["che do su dung", "muc do truy cap"],
    .language: ["ngon ngu"],
    .startDay: ["ngay bat dau", "bat dau ngay", "thoi gian bat dau ngay"],
    .startMonth: ["thang bat dau", "bat dau thang", "thoi gian bat dau thang"],
    .startYear: ["nam bat dau", "bat dau nam", "thoi gian bat dau nam"],
    .start: ["thoi gian bat dau", "tu ngay", "ngay thang bat dau", "bat dau"],
    .endDay: ["ngay ket thuc", "ket thuc ngay", "thoi gian ket thuc ngay"],
    .endMonth: ["thang ket thuc", "ket thuc thang", "thoi gian ket thuc thang"],
    .endYear: ["nam ket thuc", "ket thuc nam", "thoi gian ket thuc nam"],
    .end: ["thoi gian ket thuc", "den ngay", "ngay thang ket thuc", "ket thuc"],
    .period: ["thoi gian", "thoi gian tai lieu", "ngay thang bat dau va ket thuc", "thoi gian bat dau va ket thuc"],
    .documents: ["tong so van ban", "so van ban", "so luong van ban", "tong so vb"],
    .annotation: ["chu giai"],
    .infoSign: ["ky hieu thong tin"],
    .keywords: ["tu khoa"],
    .sheets: ["so luong to", "so to", "tong so to"],
    .pages: ["so trang", "so luong trang", "tong so trang"],
    .metres: ["met gia", "so met gia", "so met", "met"],
    .condition: ["tinh trang vat ly"],
    .confidenceLevel: ["muc do tin cay"],
    .paperCode: ["ma ho so giay goc", "ma ho so goc giay", "ma ho so giay"],
    .archiveCode: ["ma ho so luu tru", "ma dinh danh ho so"],
    .missingNumbers: ["so khuyet", "cac so khuyet", "so thieu"],
    .note: ["ghi chu"],
    .ordinal: ["stt van ban", "so thu tu van ban"],
    .typeName: ["ten loai", "ten loai van ban", "loai van ban"],
    .number: ["so", "so van ban", "so cua van ban"],
    .symbol: ["ky hieu", "ky hieu van ban", "ky hieu cua van ban"],
    .numberAndSymbol: ["so, ky hieu", "so ky hieu", "so, ky hieu van ban", "so ky hieu van ban", "so va ky hieu"],
    .day: ["ngay", "ngay van ban", "ngay ban hanh ngay"],
    .month: ["thang", "thang van ban", "ngay ban hanh thang"],
    .year: ["nam", "nam van ban", "ngay ban hanh nam"],
    .date: [
      "ngay thang", "ngay, thang, nam", "ngay thang nam", "ngay thang nam van ban", "ngay ban hanh",
      "ngay thang van ban",
    ],
    .issuer: [
      "co quan ban hanh", "tac gia", "tac gia van ban", "ten co quan ban hanh", "ten co quan, to chuc ban hanh van ban",
    ],
    .subject: [
      "trich yeu", "trich yeu noi dung", "trich yeu van ban", "ten loai va trich yeu noi dung van ban", "noi dung",
    ],
    .itemLanguage: ["ngon ngu van ban"],
    .itemPages: ["so trang van ban", "so trang cua van ban", "so luong trang cua van ban"],
    .itemNote: ["ghi chu van ban"],
    .itemInfoSign: ["ky hieu thong tin van ban"],
    .itemKeywords: ["tu khoa van ban"],
    .itemMode: ["che do su dung van ban"],
    .itemConfidenceLevel: ["muc do tin cay van ban"],
    .autograph: ["but tich"],
    .itemCondition: ["tinh trang vat ly van ban"],
    .process: ["quy trinh xu ly"],
    .sheet: ["to so", "tu to", "to so / trang so", "to so/trang so", "trang so"],
    .materialType: ["loai tai lieu"],
    .file: ["duong dan file", "duong dan tep", "duong dan", "tep", "ten tep", "file"],
  ]
}
