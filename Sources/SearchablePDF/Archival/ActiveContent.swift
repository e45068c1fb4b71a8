internal import PDFSyntax
internal import DocumentModel

/// What a PDF does besides showing pages: scripts, programs that it starts, forms that it sends, files that it carries.
/// None of it belongs into a copy that is there to be read and searched.
struct ActiveContent {
  /// In the order found, each kind once.
  private(set) var removed: [String] = []
  /// The names of the files that were taken out, `?` for one without a name.
  private(set) var attachments: [String] = []

  private let document: PDFDocument
  private let keepsAttachments: Bool

  private static let actions: [String: String] = [
    "/JavaScript": "JavaScript", "/Launch": "Launch", "/SubmitForm": "SubmitForm", "/ImportData": "ImportData",
    "/ResetForm": "ResetForm", "/Sound": "Sound", "/Movie": "Movie", "/Rendition": "Rendition", "/GoToE": "GoToE",
    "/RichMediaExecute": "RichMedia",
  ]

  /// With `keepsAttachments` files stay in, as in an original of PDF/A-3, whose record they are a part of.
  init(removedFrom document: PDFDocument, keepsAttachments: Bool) {
    self.document = document
    self.keepsAttachments = keepsAttachments
    removeTrees()
    walk()
  }

  var findings: [Finding] {
    var findings: [Finding] = []
    if !removed.isEmpty { findings.append(Finding(.note, .activeContentRemoved(removed))) }
    if !attachments.isEmpty { findings.append(Finding(.warning, .attachmentsLeftOut(attachments))) }
    return findings
  }

  private mutating func note(_ name: String) { if !removed.contains(name) { removed.append(name) } }

  /// The name trees of scripts and files, and the data of a dynamic form.
  private mutating func removeTrees() {
    let root = document.root
    if let names = document[root, "/Names"] {
      if document[names, "/JavaScript"] != nil {
        document[names, "/JavaScript"] = nil
        note("JavaScript")
      }
      if !keepsAttachments, let files = document[names, "/EmbeddedFiles"] {
        strip(below: files)
        document[names, "/EmbeddedFiles"] = nil
      }
    }
    if !keepsAttachments { document[root, "/Collection"] = nil }
    if let form = document[root, "/AcroForm"], document[form, "/XFA"] != nil {
      document[form, "/XFA"] = nil
      note("XFA")
    }
  }

  private mutating func walk() { strip(below: document.root) }

  /// Every object that can be reached from one.
  private mutating func strip(below start: PDFObject) {
    var seen: Set<Int> = []
    var waiting = [start]
    while let object = waiting.popLast() {
      if let id = document.identity(of: object), !seen.insert(id).inserted { continue }
      waiting += document.items(of: object)
      strip(object)
      for key in document.keys(of: object) where key != "/Parent" {
        if let value = document[object, key] { waiting.append(value) }
      }
    }
  }

  private mutating func strip(_ object: PDFObject) {
    let keys = Set(document.keys(of: object))
    if keys.contains("/AA") {
      document[object, "/AA"] = nil
      note("AA")
    }
    for key in ["/OpenAction", "/A", "/Next", "/PA"] where keys.contains(key) {
      guard let action = document[object, key], let kind = actionKind(action) else { continue }
      document[object, key] = nil
      note(key == "/OpenAction" ? "OpenAction (\(kind))" : kind)
    }
    if !keepsAttachments { stripFile(object, keys) }
  }

  /// The kind of an action that does more than to lead to a place; for a list that of the first such.
  private func actionKind(_ action: PDFObject) -> String? {
    if document.isArray(action) { return document.items(of: action).lazy.compactMap(actionKind).first }
    return document[action, "/S"].flatMap(document.name).flatMap { Self.actions[$0] }
  }

  private mutating func stripFile(_ object: PDFObject, _ keys: Set<String>) {
    if keys.contains("/AF") {
      if let files = document[object, "/AF"] { noteFiles(files) }
      document[object, "/AF"] = nil
    }
    guard keys.contains("/EF") else { return }
    noteFile(object)
    document[object, "/EF"] = nil
  }

  private mutating func noteFiles(_ files: PDFObject) {
    for file in document.isArray(files) ? document.items(of: files) : [files] where document[file, "/EF"] != nil {
      noteFile(file)
    }
  }

  private mutating func noteFile(_ file: PDFObject) {
    let name = document.fileName(of: file) ?? "?"
    if !attachments.contains(name) { attachments.append(name) }
  }
}

extension Message {
  static func activeContentRemoved(_ kinds: [String]) -> Message {
    let names = kinds.joined(separator: ", ")
    return Message(
      "active-content-removed",
      vi: "PDF gốc có thành phần tự chạy (\(names)); bản PDF tìm kiếm được không mang theo. Tệp gốc giữ nguyên.",
      en: "The original PDF has parts that act on their own (\(names)); the searchable PDF does not carry them. The "
        + "original stays as it is.")
  }

  static func attachmentsLeftOut(_ names: [String]) -> Message {
    let listed = names.map { "“\($0)”" }.joined(separator: ", ")
    return Message(
      "attachments-left-out",
      vi: "Tệp đính kèm trong PDF gốc không có trong bản PDF tìm kiếm được: \(listed). Lấy chúng từ tệp gốc và xử lý "
        + "riêng nếu cần.",
      en:
        "Files attached to the original PDF are not in the searchable PDF: \(listed). Take them from the original and "
        + "process them by themselves where they are needed.")
  }
}
