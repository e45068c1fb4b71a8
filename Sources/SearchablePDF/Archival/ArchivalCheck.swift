internal import PDFSyntax
internal import DocumentModel

/// What keeps a PDF of another program from being marked as PDF/A-2b (ISO 19005-2). Fonts are not looked into: a PDF that
/// has any and does not claim to be PDF/A itself is not marked.
struct ArchivalCheck {
  /// Short, in the order found; empty where nothing stands against it.
  private(set) var obstacles: [String] = []

  private let document: PDFDocument
  private let ourFont: PDFObject
  private let claimed: Bool
  private let claimedPart: Int?

  /// The part of PDF/A (ISO 19005) that the file may claim: 3 where the original does and carries files, which the second
  /// part forbids; nil where something stands against a claim.
  var part: Int? {
    if !obstacles.isEmpty { return nil }
    return carriesFiles ? 3 : 2
  }
  private var carriesFiles = false

  init(_ document: PDFDocument, ourFont: PDFObject, usesInks: Bool) {
    self.document = document
    self.ourFont = ourFont
    claimedPart = document.archivalClaim?.part
    claimed = claimedPart != nil
    if !claimed, usesInks { note("CMYK") }
    walk()
  }

  private mutating func note(_ obstacle: String) {
    if !obstacles.contains(obstacle) { obstacles.append(obstacle) }
  }

  /// Every object that can be reached from the root.
  private mutating func walk() {
    var seen: Set<Int> = []
    if let id = document.identity(of: ourFont) { seen.insert(id) }
    var waiting = [document.root]
    while let object = waiting.popLast() {
      if let id = document.identity(of: object), !seen.insert(id).inserted { continue }
      if let name = document.name(object) { check(name) }
      waiting += document.items(of: object)
      let keys = document.keys(of: object)
      if !keys.isEmpty { check(object, Set(keys)) }
      for key in keys where key != "/Parent" {
        if let value = document[object, key] { waiting.append(value) }
      }
    }
  }

  private mutating func check(_ name: String) {
    if name == "/DeviceCMYK", !claimed { note("CMYK") }
    if name == "/Crypt" { note("encryption") }
  }

  private static let actions: Set<String> = [
    "/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition",
    "/Trans", "/GoTo3DView", "/SubmitForm",
  ]
  private static let forbidden = [
    "/JS": "JavaScript", "/AA": "actions", "/XFA": "XFA", "/EF": "attachments", "/OPI": "OPI",
    "/Alternates": "alternate images", "/OCProperties": "layers", "/TR": "transfer functions",
    "/NeedsRendering": "NeedsRendering",
  ]

  private mutating func check(_ object: PDFObject, _ keys: Set<String>) {
    for (key, name) in Self.forbidden.sorted(by: { $0.key < $1.key }) where keys.contains(key) {
      if key == "/EF" { carriesFiles = true }
      // PDF/A allows these under conditions, which an original that claims to be PDF/A is taken to meet: layers from its
      // second part on, files of any kind in its third only.
      if key == "/OCProperties", let claimedPart, claimedPart >= 2 { continue }
      if key == "/EF", claimedPart == 3 { continue }
      note(name)
    }
    let type = document[object, "/Type"].flatMap(document.name)
    let kind = document[object, "/Subtype"].flatMap(document.name)
    if type == "/Font", !claimed { note("fonts") }
    if kind == "/PS" { note("PostScript") }
    if type == "/Annot" || keys.contains("/Rect") && kind != nil { checkAnnotation(object, kind) }
    if let action = document[object, "/S"].flatMap(document.name), Self.actions.contains(action) { note("actions") }
    // A hint for drawing an image larger, which PDF/A forbids and no image needs.
    if keys.contains("/Interpolate"), kind == "/Image" { document[object, "/Interpolate"] = nil }
  }

  private mutating func checkAnnotation(_ object: PDFObject, _ kind: String?) {
    if kind == "/Popup" { return }
    let flags = document[object, "/F"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    // Printed (bit 3); neither invisible, hidden, unviewed nor toggled (bits 1, 2, 6 and 9).
    let isShown = flags & 0b100 != 0 && flags & 0b1_0010_0011 == 0
    if !isShown || (kind != "/Link" && document[object, "/AP"] == nil) { note("annotations") }
  }
}

/// Digital signatures cover the bytes of the file that was signed.
enum DigitalSignatures {
  /// Takes the values of the signatures away and what depends on them; what they show on the page stays. Returns whether
  /// there were any.
  static func remove(from document: PDFDocument) -> Bool {
    let root = document.root
    guard let form = document[root, "/AcroForm"] else { return false }
    var isSigned = false
    var waiting = document[form, "/Fields"].map(document.items) ?? []
    var count = 0
    // A damaged form may run in a circle.
    while let field = waiting.popLast(), count < 100_000 {
      count += 1
      waiting += document[field, "/Kids"].map(document.items) ?? []
      guard document[field, "/FT"].flatMap(document.name) == "/Sig", document[field, "/V"] != nil else { continue }
      document[field, "/V"] = nil
      isSigned = true
    }
    guard isSigned else { return false }
    document[form, "/SigFlags"] = nil
    document[root, "/Perms"] = nil
    document[root, "/DSS"] = nil
    return true
  }
}

extension Message {
  static var signaturesRemoved: Message {
    Message(
      "signatures-removed",
      vi: "PDF gốc có chữ ký số. Chữ ký không thể có giá trị trong bản sao nên đã bỏ khỏi PDF tìm kiếm được; "
        + "giữ tệp gốc để kiểm tra chữ ký.",
      en: "The original PDF is digitally signed. A signature cannot be valid in a copy and was left out of the "
        + "searchable PDF; keep the original to verify it.")
  }

  static func notArchival(_ obstacles: [String]) -> Message {
    let names = [
      "encryption": "mã hóa", "fonts": "phông chữ", "actions": "hành động", "annotations": "chú thích",
      "CMYK": "màu CMYK", "attachments": "tệp đính kèm", "layers": "lớp hiển thị", "alternate images": "ảnh thay thế",
      "NeedsRendering": "biểu mẫu động (NeedsRendering)",
    ]
    let vietnamese = obstacles.map { names[$0] ?? $0 }.joined(separator: ", ")
    return Message(
      "not-archival",
      vi: "PDF tìm kiếm được không ghi là PDF/A, vì PDF gốc có thành phần chưa kiểm được: \(vietnamese).",
      en: "The searchable PDF is not marked as PDF/A: the original has parts that were not checked: "
        + "\(obstacles.joined(separator: ", ")).")
  }
}
