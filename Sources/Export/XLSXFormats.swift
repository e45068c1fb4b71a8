internal import CXlsxWriter

/// How the cells of a workbook look. The formats belong to the workbook, and are freed with it.
struct XLSXFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>?

  let heading, text, date, percent, number, note: Format

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    heading = Self.heading(book)
    text = Self.bordered(book)
    format_set_text_wrap(text)
    date = Self.bordered(book, "dd/mm/yyyy")
    format_set_align(date, UInt8(LXW_ALIGN_CENTER.rawValue))
    percent = Self.bordered(book, "0.0%")
    number = Self.bordered(book, "#,##0")
    note = Self.plain(book)
    format_set_italic(note)
  }

  private static func heading(_ book: UnsafeMutablePointer<lxw_workbook>) -> Format {
    let format = bordered(book)
    format_set_bold(format)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_bg_color(format, 0xE7ECF3)
    return format
  }

  private static func bordered(_ book: UnsafeMutablePointer<lxw_workbook>, _ number: String? = nil) -> Format {
    let format = plain(book)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0xBFBFBF)
    if let number { format_set_num_format(format, number) }
    return format
  }

  private static func plain(_ book: UnsafeMutablePointer<lxw_workbook>) -> Format {
    let format = workbook_add_format(book)
    format_set_font_name(format, "Times New Roman")
    format_set_font_size(format, 11)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    return format
  }
}
