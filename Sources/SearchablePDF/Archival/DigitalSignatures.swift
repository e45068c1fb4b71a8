internal import PDFSyntax
internal import DocumentModel

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
}
