internal import Foundation

/// What a file is by its first bytes, whatever its name says.
enum SheetKind: Equatable {
  case zip, text, protected
  /// A table of a kind that is known and not read.
  case other(String)
  case unknown

  init(_ data: Data) {
    let start = Data(data.prefix(4096))
    if start.starts(with: [0x50, 0x4B]) {
      self = .zip
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // Excel puts an encrypted workbook into a file of its old kind.
      self =
        data.range(of: Data("EncryptedPackage".utf8.flatMap { [$0, 0] })) == nil ? .other("Excel .xls") : .protected
    } else if start.first == 0x09, [0, 2, 4, 8].contains(start.dropFirst().first), start.prefix(8).contains(0) {
      self = .other("Excel .xls")
    } else if let name = Self.markup(start) {
      self = .other(name)
    } else {
      let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
      self = start.contains(0) && !isWide ? .unknown : .text
    }
  }

  /// Tables of HTML and of XML that many programs write and call `.xls`; nil for what is none.
  private static func markup(_ start: Data) -> String? {
    let text = String(decoding: start, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard text.hasPrefix("<") else { return text.hasPrefix("%pdf-") ? "PDF" : nil }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return "Excel 2003 XML" }
    if text.contains("urn:oasis:names:tc:opendocument") { return "OpenDocument .fods" }
    return ["<html", "<!doctype html", "<table", "<meta", "<head"].contains { text.contains($0) } ? "HTML" : nil
  }

  /// What a ZIP file is that is no XLSX; nil for one that may be.
  static func other(_ zip: ZipArchive) -> String? {
    if zip.has("xl/workbook.xml") { return nil }
    if zip.has("xl/workbook.bin") { return "Excel .xlsb" }
    if zip.has("content.xml"), zip.has("mimetype") || zip.has("META-INF/manifest.xml") { return "OpenDocument .ods" }
    if zip.has("word/document.xml") { return "Word .docx" }
    return zip.has("Index/Document.iwa") || zip.has("Index.zip") ? "Apple .numbers" : nil
  }
}
