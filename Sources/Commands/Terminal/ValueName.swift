/// What stands for a value in `--option <value>`, in the language of the command line.
enum ValueName {
  case input, folder, file, number, megabytes, hours, page, language, kind, format, what, period, grouping, place
  case type, body, locality, day, status, id, decision, fonds, catalogue, dossier, mapping, name, text, value, stage
  case part, share, baseline, term, symbol, words, engine, partition, models, seconds, kinds, address, logFormat, use,
    program

  var text: String {
    let (vi, en) = wording
    return say(vi: vi, en: en)
  }

  private var wording: (vi: String, en: String) {
    switch self {
    case .input: ("đầu-vào", "input")
    case .folder: ("thư-mục", "folder")
    case .file: ("tệp", "file")
    case .number: ("số", "number")
    case .megabytes: ("MB", "MB")
    case .hours: ("giờ", "hours")
    case .page: ("trang", "page")
    case .language: ("ngôn-ngữ", "language")
    case .kind: ("kiểu", "kind")
    case .format: ("dạng", "format")
    case .what: ("nội-dung", "what")
    case .period: ("kỳ", "period")
    case .grouping: ("nhóm", "grouping")
    case .place: ("nơi", "place")
    case .type: ("loại", "type")
    case .body: ("cơ-quan", "body")
    case .locality: ("địa-danh", "place")
    // How a day is written is what people ask after a typing error; the complaint repeats this.
    case .day: ("ngày/tháng/năm", "yyyy-mm-dd")
    case .status: ("trạng-thái", "status")
    case .id: ("mã", "id")
    case .decision: ("quyết-định", "decision")
    case .fonds: ("phông", "fonds")
    case .catalogue: ("mục-lục", "catalogue")
    case .dossier: ("hồ-sơ", "dossier")
    case .mapping: ("cột=trường", "column=field")
    case .use: ("cách", "use")
    case .program: ("chương-trình", "program")
    case .name: ("tên", "name")
    case .text: ("lời", "text")
    case .value: ("giá-trị", "value")
    case .stage: ("công-đoạn", "stage")
    case .part: ("quyền", "part")
    case .share: ("tỷ-lệ", "share")
    case .baseline: ("mốc", "baseline")
    case .term: ("thời-hạn", "term")
    case .symbol: ("số-ký-hiệu", "symbol")
    case .words: ("từ", "words")
    case .engine: ("hệ", "engine")
    case .partition: ("phân-vùng", "partition")
    case .models: ("mô-hình", "models")
    case .seconds: ("giây", "seconds")
    case .kinds: ("loại", "kinds")
    case .address: ("địa-chỉ", "address")
    case .logFormat: ("kiểu", "format")
    }
  }
}
