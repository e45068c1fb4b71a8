internal import Archive
internal import DocumentModel
internal import Export
internal import Reports

extension Site {
  static var shelfRoutes: [Route] {
    [
      Route(.get, "/dossiers") { visit in try visit.dossiersPage() },
      Route(.get, "/scans/:id/small") { visit in try await visit.smallScan() },
    ]
  }
}

extension Visit {
  /// Documents one by one, or by the dossiers and folders that they lie in.
  func shelfTabs(_ here: String) -> HTML {
    let tabs = [("/documents", text("Danh sách", "List")), ("/dossiers", text("Hồ sơ, thư mục", "Dossiers, folders"))]
    let links = tabs.map { path, name -> HTML in
      "<a class=\"button\" href=\"\(link(path))\"\(path == here ? " aria-current=\"page\"" as HTML : .none)>\(name)</a> "
    }
    return "<p class=\"files\">\(links)</p>"
  }

  func scopeName(_ query: ShelfQuery) throws -> String? {
    if let folder = query.folder { return folder }
    guard query.dossier != nil else { return nil }
    return text("Hồ sơ", "Dossier") + " " + (ask.query["place"] ?? "")
  }

  func shelfFilter(_ query: ShelfQuery) -> HTML {
    let kept = ["dossier", "place", "folder", "sort", "down"].compactMap { name -> HTML? in
      ask.query[name].map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
    }
    return """
      <form class="row" action="/documents">\(languageField)\(kept)\(input("file", text("Tên tệp", "File"), 12))\(input("type", text("Loại", "Type"), 5))\(input("issuer", text("Cơ quan ban hành", "Issuer"), 18))
      \(input("body", text("Nêu cơ quan", "Names the body"), 14))\(input("from", text("Từ ngày", "From"), 10, type: "date"))\(input("to", text("Đến ngày", "To"), 10, type: "date"))
      <label class="tick"><span><input type="checkbox" name="doubts" value="1"\(query.inDoubt ? " checked" as HTML : .none)> \(text("còn nghi ngờ", "in doubt"))</span></label><button>\(text("Lọc", "Filter"))</button></form>
      """
  }

  /// Headings that order the list; the one that is chosen turns it round.
  func shelfHeading(_ query: ShelfQuery) -> [HTML] {
    let columns: [([(ShelfOrder, String)], Bool)] = [
      (
        [
          (.symbol, text("Số, ký hiệu", "Number")), (.type, text("loại", "type")),
          (.subject, text("trích yếu", "subject")),
        ], false
      ),
      ([(.date, text("Ngày", "Date"))], false), ([(.issuer, text("Cơ quan ban hành", "Issuer"))], false),
      ([(.file, text("Tệp, hồ sơ, tờ", "File, dossier, sheet"))], false),
      ([(.doubts, text("Nghi ngờ", "Doubts"))], true),
    ]
    return columns.map { orders, isNumber in
      let links = orders.map { order, name in shelfOrder(order, name, query) }.joined(by: ", ")
      let turned: HTML =
        orders.contains { $0.0 == query.order }
        ? " aria-sort=\"\(query.isDescending ? "descending" : "ascending")\"" : .none
      return "<th scope=\"col\"\(turned)\(isNumber ? " class=\"right\"" as HTML : .none)>\(links)</th>"
    }
  }

  private func shelfOrder(_ order: ShelfOrder, _ name: String, _ query: ShelfQuery) -> HTML {
    let isHere = order == query.order
    // What has most doubts is looked for first; everything else starts with A, 1 and the oldest.
    let down = isHere ? !query.isDescending : order == .doubts
    let fields = ask.query.setting("sort", to: order.rawValue).setting("down", to: down ? "1" : nil).setting(
      "offset", to: nil)
    return "<a href=\"/documents?\(fields.encoded)\">\(name)\(isHere ? (query.isDescending ? " ▾" : " ▴") : "")</a>"
  }

  func shelfRow(_ entry: ShelfEntry) -> HTML {
    let head = entry.document, name = name(of: head, file: entry.file), address = link("/documents/\(head.id)")
    let picture: HTML =
      entry.hasPicture
      ? entry.reading.map {
        "<a href=\"\(address)\" tabindex=\"-1\" aria-hidden=\"true\"><img class=\"small\" src=\"/scans/\($0)/small\" alt=\"\" width=\"48\" height=\"66\" loading=\"lazy\"></a>"
      } ?? .none
      : .none
    let about =
      head.subject.map {
        " <span class=\"soft clamp two\" title=\"\($0)\">\([head.type, $0].compactMap { $0 }.joined(separator: " · "))</span>"
          as HTML
      } ?? .none
    let doubts: HTML =
      entry.doubts == 0
      ? "<span class=\"good\" title=\"\(text("không còn", "none left"))\">✓</span>"
      : "<a href=\"\(link("/review", Fields([("document", "\(head.id)")])))\">\(wording.count(Double(entry.doubts)))</a>"
    let tasks: HTML =
      entry.tasks == 0
      ? .none
      : "<a class=\"soft given-out\" href=\"\(link("/documents/\(head.id)", Fields([("tab", "tasks")])))\">\(text("\(entry.tasks) nhiệm vụ", Language.counted(entry.tasks, "task")))\(entry.openTasks == 0 ? "" : text(", \(entry.openTasks) chưa xong", ", \(entry.openTasks) open"))</a>"
    return """
      <tr><td class="picture">\(picture)</td><td><a href="\(address)">\(name)</a>\(head.symbol == nil ? .none : about)\(tasks)</td><td class="nowrap">\(day(known: head.knownDate))</td><td>\(head.issuer ?? "")</td>
      <td class="where-filed"><span>\(Self.fileName(entry.file))</span><br><span class="soft">\(whereFiled(entry))</span></td><td class="right" data-label="\(text("Nghi ngờ", "Doubts"))">\(doubts)</td></tr>
      """
  }

  private func whereFiled(_ entry: ShelfEntry) -> String {
    let pages = entry.firstPage.flatMap { first in entry.lastPage.map { (first, max(first, $0)) } }
      .map { $0 == $1 ? text("trang \($0)", "page \($0)") : text("trang \($0)–\($1)", "pages \($0)–\($1)") }
    let sheets = entry.sheets.map { text("tờ \($0)", "sheets \($0)") }
    return [pages, entry.place, sheets].compactMap { $0 }.joined(separator: " · ")
  }

  /// Dossiers of the inventory as folders; without an inventory, the folders of the files.
  func dossiersPage() throws -> Answer {
    let (dossiers, count) = try archive.shelfDossiers(holding: ask.query["q"], limit: Self.pageLength, offset: offset)
    let folders = try offset > 0 || ask.query["q"] != nil ? [] : archive.shelfFolders()
    let rows = dossiers.map { dossierRow($0) }, files = folders.map { folderRow($0) }
    let heads: HTML =
      "<th>\(text("Hồ sơ", "Dossier"))</th><th>\(text("Tiêu đề", "Title"))</th><th class=\"right\">\(text("Mục lục ghi", "Listed"))</th><th class=\"right\">\(text("Đã có", "Here"))</th><th class=\"right\">\(text("Nghi ngờ", "Doubts"))</th>"
    let listed: HTML =
      dossiers.isEmpty
      ? "<p class=\"note\">\(text("Chưa có mục lục: nhập bằng sohoa inventory import, hoặc sohoa inventory propose nếu mục lục đã được quét.", "No inventory yet: sohoa inventory import, or sohoa inventory propose where a list was scanned."))</p>"
      : "<div class=\"scroll\"><table class=\"shelf\"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>\(pager(count: count, length: Self.pageLength))"
    let title = text("Hồ sơ", "Dossiers")
    let body: HTML = """
      <main><div class="split"><h1>\(title) <span class="soft">\(wording.count(Double(count)))</span></h1>\(shelfTabs("/dossiers"))</div>
      <form class="row" action="/dossiers">\(languageField)\(input("q", text("Mã hoặc tiêu đề", "Code or title"), 24))<button>\(text("Tìm", "Find"))</button></form>\(listed)
      \(files.isEmpty ? .none : "<h2>\(text("Thư mục tệp", "Folders of files"))</h2><ul class=\"plain\">\(files)</ul>")</main>
      """
    return .html(page(title: title, body: body))
  }

  private func dossierRow(_ folder: ShelfFolder) -> HTML {
    let fields = Fields([("dossier", "\(folder.dossier ?? 0)"), ("place", folder.place)])
    let grid: HTML =
      folder.doubts == 0
      ? "✓"
      : "<a href=\"\(link("/heads", Fields([("dossier", "\(folder.dossier ?? 0)")])))\">\(wording.count(Double(folder.doubts)))</a>"
    let isWhole = folder.listed == folder.documents
    return """
      <tr><td class="nowrap"><a href="\(link("/documents", fields))">\(folder.place)</a></td><td>\(folder.title)</td><td class="right" data-label="\(text("Mục lục ghi", "Listed"))">\(folder.listed ?? 0)</td><td class="right" data-label="\(text("Đã có", "Here"))"><span class="\(isWhole ? "" : "late")">\(folder.documents)</span></td><td class="right" data-label="\(text("Nghi ngờ", "Doubts"))">\(grid)</td></tr>
      """
  }

  private func folderRow(_ folder: ShelfFolder) -> HTML {
    let name = folder.place.isEmpty ? text("(thư mục đã chạy)", "(the folder it was run in)") : folder.place
    let address = folder.place.isEmpty ? link("/documents") : link("/documents", Fields([("folder", folder.place)]))
    return
      "<li class=\"split\"><a href=\"\(address)\">\(name)</a><span class=\"nowrap soft\">\(text("\(folder.documents) văn bản", Language.counted(folder.documents, "document")))</span></li>"
  }

  /// A picture a finger wide, to know a paper by.
  func smallScan() async throws -> Answer {
    guard let reading = try archive.reading(id: try id()) else { throw Refusal.notFound }
    let bytes = try await site.cache.small(of: ScanPlace(reading), from: site.images)
    var answer = Answer(type: "image/jpeg", body: bytes)
    answer.headers.append(("Cache-Control", "private, max-age=86400"))
    return answer
  }
}
