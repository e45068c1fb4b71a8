/// What is said of a file that is none of those that are read.
extension FileKind {
  var name: (vi: String, en: String) {
    switch self {
    case .html: ("một trang HTML", "an HTML page")
    case .zip: ("một tệp nén hoặc tệp Office", "an archive or an Office file")
    case .word: ("một tệp Word cũ", "an old Word file")
    case .richText: ("một tệp RTF", "a Rich Text (RTF) file")
    case .postScript: ("một tệp PostScript", "a PostScript file")
    case .mail: ("một thư điện tử", "a mail")
    default: ("dữ liệu không rõ loại", "data of an unknown kind")
    }
  }

  /// What the person can do to have its content read.
  var advice: (vi: String, en: String) {
    switch self {
    case .mail:
      ("Mở thư, lưu các tệp đính kèm, rồi đưa các tệp đó vào.", "Open it, save its attachments, and give those.")
    case .zip:
      (
        "Giải nén rồi đưa các tệp bên trong vào; tệp Office thì lưu thành PDF.",
        "Unpack it and give the files in it; save an Office file as PDF."
      )
    case .word, .richText:
      ("Mở bằng Word hoặc LibreOffice rồi lưu thành PDF.", "Open it in Word or LibreOffice and save it as PDF.")
    case .html, .postScript: ("Chuyển sang PDF rồi chạy lại.", "Convert it to PDF and run again.")
    default: ("Lấy lại đúng tệp hoặc chuyển sang PDF.", "Get the right file or convert it to PDF.")
    }
  }
}
