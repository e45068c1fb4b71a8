internal import DocumentModel

extension Message {
  static func cannotOpenSheet(_ path: String) -> Message {
    Message(
      "cannot-open-sheet", vi: "Không mở được bảng “\(path)”. Kiểm tra tên tệp và quyền đọc.",
      en: "Cannot open the table “\(path)”. Check its name and permissions.")
  }

  static func damagedWorkbook(_ path: String) -> Message {
    Message(
      "damaged-workbook",
      vi: "“\(path)” là tệp ZIP bị hỏng, không mở được như XLSX. Mở bằng Excel và lưu lại, hoặc lưu dạng CSV.",
      en: "“\(path)” is a damaged ZIP file and cannot be opened as XLSX. Save it anew, or as CSV.")
  }

  /// A workbook of which a part cannot be read.
  static func unreadable(_ problem: PartProblem, _ path: String) -> Message {
    let part = problem.part
    return switch problem.kind {
    case .encrypted: protectedWorkbook(path)
    case .missing:
      Message(
        "damaged-workbook",
        vi: "“\(path)” không phải XLSX đầy đủ: thiếu phần “\(part)”. Mở bằng Excel và lưu lại, hoặc lưu dạng CSV.",
        en: "“\(path)” is no whole XLSX file: its part “\(part)” is missing. Save it anew, or as CSV.")
    case .damaged:
      Message(
        "damaged-workbook",
        vi: "“\(path)”: phần “\(part)” bị hỏng. Mở bằng Excel và lưu lại, hoặc lưu dạng CSV.",
        en: "“\(path)”: its part “\(part)” is damaged. Save it anew, or as CSV.")
    case .tooLarge:
      Message(
        "workbook-too-large",
        vi:
          "“\(path)”: phần “\(part)” quá lớn (quá 512 MB khi mở, chữ dùng chung quá 256 MB, hoặc một dòng quá 8 MB). Chia nhỏ, hoặc lưu dạng CSV.",
        en:
          "“\(path)”: its part “\(part)” is too large (over 512 MB unpacked, over 256 MB of shared texts, or a row over 8 MB). Split it, or save it as CSV."
      )
    case .tooManyRows: tooManyRows(path)
    case .hasDocumentType:
      Message(
        "unsafe-workbook",
        vi: "“\(path)”: phần “\(part)” khai báo DOCTYPE, điều XLSX không có. Mở bằng Excel và lưu lại.",
        en: "“\(path)”: its part “\(part)” declares a DOCTYPE, which no XLSX file has. Save it anew in Excel.")
    }
  }

  static func tooManyRows(_ path: String) -> Message {
    let most = SheetRow.most
    return Message(
      "too-many-rows",
      vi:
        "“\(path)” có hơn \(most) dòng, nhiều hơn mọi mục lục; chưa nhập dòng nào. Chia tệp theo phông hoặc theo mục lục.",
      en:
        "“\(path)” has more than \(most) rows, more than any inventory; none was taken. Split it by fonds or catalogue."
    )
  }

  static func protectedWorkbook(_ path: String) -> Message {
    Message(
      "protected-workbook",
      vi: "“\(path)” được bảo vệ bằng mật khẩu. Mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại.",
      en:
        "“\(path)” is protected by a password. Open it in Excel, remove the password (File › Info › Protect) and save.")
  }

  static func otherKind(_ path: String, _ name: String) -> Message {
    Message(
      name == "Excel .xls" ? "old-workbook" : "other-workbook",
      vi: "“\(path)” là \(name), không đọc được. Mở bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx hoặc .csv.",
      en: "“\(path)” is \(name), which is not read. Open it in Excel or LibreOffice and save it as .xlsx or .csv.")
  }

  static func notATable(_ path: String) -> Message {
    Message(
      "not-a-table", vi: "“\(path)” không phải bảng CSV hoặc XLSX.", en: "“\(path)” is neither a CSV nor an XLSX table."
    )
  }
}
