internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Visit {
  /// The part of the queue that the address names; what it does not name, or names wrongly, narrows nothing.
  var queueFilter: QueueFilter {
    let query = ask.query
    return QueueFilter(
      kind: query["kind"].flatMap(QueueKind.init(rawValue:)), document: query.number("document").map(Int64.init),
      dossier: query.number("dossier").map(Int64.init), file: query["file"], least: query["least"].flatMap(Double.init))
  }

  private static var filterNames: [String] { ["kind", "document", "dossier", "file", "least"] }

  /// The filter as it stands in an address, for the script.
  var queueFields: Fields {
    Fields(ask.query.pairs.filter { Self.filterNames.contains($0.name) && !$0.value.isEmpty })
  }

  func name(_ kind: QueueKind) -> String {
    switch kind {
    case .number: text("Số", "Number")
    case .date: text("Ngày", "Date")
    case .symbol: text("Ký hiệu", "Symbol")
    case .issuer: text("Cơ quan", "Issuer")
    case .subject: text("Trích yếu", "Subject")
    case .other: text("Trường khác", "Other fields")
    case .task: text("Nhiệm vụ", "Tasks")
    case .word: text("Chữ", "Words")
    }
  }

  /// Links that choose a part of the queue, each with how much waits there.
  func queueFacets(_ status: QueueStatus) throws -> HTML {
    let kinds = QueueKind.allCases.map { facet("kind", $0.rawValue, name($0), status.open(of: $0)) }
    let filter = queueFilter
    let worths: [(String, String)] = [
      ("90", text("số, ngày, ký hiệu", "number, date, symbol")), ("50", text("mọi trường", "all fields")),
      ("10", text("trường và chữ đáng ngờ nhất", "fields and the most doubtful words")),
    ]
    let isOpen = filter.dossier != nil || filter.file != nil || filter.least != nil
    return """
      <nav class="kinds" aria-label="\(text("Loại cần rà soát", "Kinds to review"))">\(all(status))\(kinds)</nav>
      <details class="narrow-queue"\(isOpen ? " open" as HTML : .none)><summary>\(text("Hồ sơ, tệp, mức quan trọng", "Dossier, file, worth"))</summary>
      <nav class="kinds" aria-label="\(text("Mức quan trọng", "Worth"))">\(worths.map { facet("least", $0.0, $0.1, nil) })</nav>
      <nav class="kinds" aria-label="\(text("Hồ sơ", "Dossiers"))">\(try dossierFacets(filter))</nav>\(fileBox)</details>
      """
  }

  private func all(_ status: QueueStatus) -> HTML {
    let isHere: HTML = queueFilter.kind == nil ? " aria-current=\"true\"" : .none
    return
      "<a href=\"\(address(setting: "kind", to: nil))\"\(isHere)>\(text("Tất cả", "All")) <b>\(status.open)</b></a>"
  }

  private func facet(_ field: String, _ value: String, _ label: String, _ count: Int?) -> HTML {
    let isHere = ask.query[field] == value
    let here: HTML = isHere ? " aria-current=\"true\"" : .none
    let shown: HTML = count.map { " <b>\(wording.count(Double($0)))</b>" } ?? .none
    if count == 0, !isHere { return "<span class=\"soft\">\(label)\(shown)</span>" }
    return "<a href=\"\(address(setting: field, to: isHere ? nil : value))\"\(here)>\(label)\(shown)</a>"
  }

  private func address(setting name: String, to value: String?) -> String {
    link("/review", queueFields.setting(name, to: value))
  }

  private func dossierFacets(_ filter: QueueFilter) throws -> [HTML] {
    let known = try archive.waitingDossiers(limit: 12)
    let links = known.map { facet("dossier", "\($0.id)", $0.place, $0.count) }
    guard let id = filter.dossier, !known.contains(where: { $0.id == id }), let place = try archive.dossierPlace(id: id)
    else { return links }
    return [facet("dossier", "\(id)", place, try archive.queueStatus(QueueFilter(dossier: id)).open)] + links
  }

  private var fileBox: HTML {
    let kept = queueFields.pairs.filter { $0.name != "file" }.map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    return """
      <form class="row" action="/review">\(languageField)\(kept)\(input("file", text("Tệp hoặc thư mục", "File or folder"), 44))<button>\(text("Lọc", "Filter"))</button></form>
      """
  }
}
