internal import Archive
internal import Export
internal import DocumentModel

extension Visit {
  // MARK: - Head

  func name(_ field: HeaderField) -> String {
    switch field {
    case .type: text("Loại văn bản", "Type")
    case .number: text("Số", "Number")
    case .symbol: text("Ký hiệu", "Symbol")
    case .issuer: text("Cơ quan ban hành", "Issuer")
    case .place: text("Địa danh", "Place")
    case .date: text("Ngày ban hành", "Date")
    case .subject: text("Trích yếu", "Subject")
    case .addressee: text("Kính gửi", "Addressee")
    case .signer: text("Người ký", "Signer")
    }
  }

  func fieldsPanel(_ view: DocumentView) throws -> HTML {
    let head = view.place.record.document
    var readings: [Int: PageWords] = [:]
    let places = head.evidence.values.map(\.provenance) + head.proposed.values.joined().compactMap(\.ownPlace)
    for page in Set(places.map(\.page)).sorted().prefix(4) {
      readings[page] = try archive.reading(sha256: view.place.sha256, page: page)
    }
    let rows = HeaderField.allCases.map { field -> HTML in
      let evidence = head.evidence[field.rawValue], value = field.text(of: head)
      return """
        <tr><th scope="row"><label for="f-\(field.rawValue)">\(name(field))</label></th>
        <td>\(editor("/documents/\(view.place.id)/fields/\(field.rawValue)", id: "f-\(field.rawValue)", value, isLong: field == .subject, isDay: field == .date))\(confidence(evidence?.confidence))\(field.isMissing(in: head) ? proposals(head.proposals(for: field.rawValue), into: "f-\(field.rawValue)", readings) : .none)\(evidence.map { crop($0.provenance, readings[$0.provenance.page]) } ?? .none)</td></tr>
        """
    }
    return """
      <p class="note">\(text("Sửa trong ô rồi rời ô (Tab) là ghi. Mỗi lần sửa giữ trong Lịch sử và hoàn tác được.", "Change a box and leave it (Tab) to keep it. Every change is in the history and can be undone."))</p>
      <table class="fields">\(rows)</table>
      """
  }

  /// Buttons that put what is proposed into an empty box, grey, each with where it comes from and its place on the page.
  private func proposals(_ all: [Proposal], into box: String, _ readings: [Int: PageWords]) -> HTML {
    let buttons = all.prefix(3).map { each -> HTML in
      let shown = CalendarDate(iso: each.value).map { day($0) } ?? each.value
      return """
        <button type="button" class="proposed" data-take="\(box)" data-value="\(shown)"\(off(unless: .reviews))>\(shown) <span class="soft">\(source(each.source)) · \(percent(each.confidence))</span></button>
        """
    }
    return .none + buttons.joined() + (all.first?.ownPlace.map { crop($0, readings[$0.page]) } ?? .none)
  }

  /// Where a proposed value comes from, in the reader's language.
  func source(_ source: String) -> String {
    switch source {
    case ProposalSource.pen, ProposalSource.printReadingOfPen: text("chữ viết tay", "by pen")
    case ProposalSource.fileName: text("tên tệp", "file name")
    case ProposalSource.signatureTime: text("lúc ký số", "time of signature")
    case ProposalSource.inventoryList: text("mục lục", "inventory")
    case ProposalSource.cited: text("văn bản khác dẫn", "cited elsewhere")
    default: source
    }
  }

  /// A box that keeps itself when it is left.
  func editor(_ path: String, id: String, _ value: String, isLong: Bool = false, isDay: Bool = false) -> HTML {
    if isDay {
      let shown = CalendarDate(iso: value).map { day($0) } ?? value
      return
        "<input id=\"\(id)\" data-edit=\"\(path)\" data-day value=\"\(shown)\" placeholder=\"\(text("31/12/2025", "2025-12-31"))\" autocomplete=\"off\"\(off(unless: .reviews))>"
    }
    return isLong
      ? "<textarea id=\"\(id)\" data-edit=\"\(path)\" rows=\"3\" lang=\"vi\" spellcheck=\"false\"\(off(unless: .reviews))>\(value)</textarea>"
      : "<input id=\"\(id)\" data-edit=\"\(path)\" value=\"\(value)\" lang=\"vi\" spellcheck=\"false\" autocomplete=\"off\"\(off(unless: .reviews))>"
  }

  func percent(_ value: Confidence) -> String { "\(Int((value.value * 100).rounded()))%" }

  func confidence(_ value: Confidence?) -> HTML {
    guard let value else { return .none }
    return "<span class=\"\(value < 0.8 ? "tag low" : "tag")\">\(percent(value))</span>"
  }

  /// The part of a page that a value was read from, with some paper around it.
  func crop(_ place: Provenance, _ reading: PageWords?, rim: Int = 24) -> HTML {
    guard let box = place.box, let reading, let size = reading.page.size else { return .none }
    let left = max(0, box.x - rim), top = max(0, box.y - rim / 2)
    let width = min(size.width, box.right + rim) - left, height = min(size.height, box.bottom + rim / 2) - top
    guard width > 0, height > 0 else { return .none }
    return """
      <svg class="crop" viewBox="\(left) \(top) \(width) \(height)" role="img" aria-label="\(text("Ảnh chỗ này trên trang", "This place on the page"))"><image href="\(picture(reading))" width="\(size.width)" height="\(size.height)" preserveAspectRatio="none"/></svg>
      """
  }

  // MARK: - Tasks

  func tasksPanel(_ view: DocumentView) throws -> HTML {
    let ids = try archive.taskIDs(ofDocument: view.place.id)
    let tasks = view.place.record.tasks
    guard !tasks.isEmpty, ids.count == tasks.count else {
      return "<p class=\"note\">\(text("Văn bản không giao nhiệm vụ nào.", "The document gives out no tasks."))</p>"
    }
    let items = zip(ids, tasks).map { id, task -> HTML in
      let box = task.evidence["content"]?.provenance.box
      let place: HTML = box.map { " data-box=\"\($0.x) \($0.y) \($0.width) \($0.height)\"" } ?? .none
      func field(_ field: TaskField, _ label: String, isLong: Bool = false) -> HTML {
        "<label><span>\(label)\(confidence(task.evidence[field.rawValue]?.confidence))</span>\(editor("/tasks/\(id)/fields/\(field.rawValue)", id: "t\(id)-\(field.rawValue)", field.text(of: task), isLong: isLong, isDay: field == .due))</label>"
      }
      return """
        <article class="task" id="task-\(id)"\(place)><h3>\((task.path + (task.path.last == task.number ? [] : [task.number])).joined(separator: " › ")) \(task.title)
        <a class="soft" href="\(address(view, page: task.page, tab: .tasks))#task-\(id)" data-show>\(text("trang", "page")) \(task.page)</a></h3>
        \(field(.content, text("Nội dung", "Content"), isLong: true))
        <div class="pair">\(field(.lead, text("Chủ trì", "Lead")))\(field(.cooperating, text("Phối hợp", "Cooperating")))</div>
        <div class="pair">\(field(.deadline, text("Thời hạn (như in)", "Deadline (as printed)")))\(field(.due, text("Hạn chót", "Due")))</div></article>
        """
    }
    return .none + items.joined()
  }

  // MARK: - History

  func historyPanel(_ view: DocumentView) throws -> HTML {
    var all = try archive.corrections(of: .header, id: view.place.id)
    if let reading = view.reading { all += try archive.corrections(of: .word, id: reading.id) }
    for id in try archive.taskIDs(ofDocument: view.place.id) { all += try archive.corrections(of: .task, id: id) }
    all += try archive.pageCorrections(of: view.place.sha256).map(\.correction)
    return correctionTable(all.sorted { $0.id > $1.id })
  }

  func correctionTable(_ corrections: [Correction]) -> HTML {
    guard !corrections.isEmpty else {
      return "<p class=\"note\">\(text("Chưa sửa gì.", "Nothing was changed yet."))</p>"
    }
    let rows = corrections.map { change -> HTML in
      let undo: HTML =
        change.undoneAt == nil
        ? !may(.reviews) ? .none : "<button data-undo=\"\(change.batch)\">\(text("Hoàn tác", "Undo"))</button>"
        : "<span class=\"soft\">\(text("đã hoàn tác", "undone")) · \(change.undoneBy ?? "")</span>"
      return """
        <tr><td>\(moment(change.at))</td><td>\(change.who)</td><td>\(change.kind == .word ? text("chữ", "word") : fieldName(change))</td>
        <td>\(worded(change, change.before) ?? "")</td><td>\(worded(change, change.after) ?? text("(không đọc được)", "(illegible)"))</td><td>\(undo)</td></tr>
        """
    }
    return """
      <div class="scroll"><table><thead><tr><th>\(text("Lúc", "When"))</th><th>\(text("Ai", "Who"))</th><th>\(text("Chỗ", "What"))</th><th>\(text("Trước", "Before"))</th><th>\(text("Sau", "After"))</th><th></th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func fieldName(_ change: Correction) -> String {
    if change.kind == .page { return pageDeedName(change.field) }
    if change.kind == .header, let field = HeaderField(rawValue: change.field) { return name(field) }
    return TaskField(rawValue: change.field).map(name) ?? partName(change.field)
  }

  /// A part of a document whose text can be corrected: `sections.3`.
  func partName(_ field: String) -> String {
    switch field.prefix(while: { $0 != "." }) {
    case "sections": text("Đề mục", "Section")
    case "targets": text("Chỉ tiêu", "Target")
    case "assignments": text("Phân công", "Duty")
    default: field
    }
  }

  func name(_ field: TaskField) -> String {
    switch field {
    case .title: text("Tiêu đề", "Title")
    case .content: text("Nội dung", "Content")
    case .lead: text("Chủ trì", "Lead")
    case .cooperating: text("Phối hợp", "Cooperating")
    case .deadline: text("Thời hạn", "Deadline")
    case .due: text("Hạn chót", "Due")
    case .product: text("Sản phẩm", "Product")
    }
  }

  /// Day and time in Vietnam.
  func moment(_ at: Int) -> String { "\(day(VietnamDay.day(of: at))) \(VietnamDay.clock(at: at))" }
}
