internal import ArgumentParser
internal import DocumentModel
internal import Pipeline

/// What is asked of searchable PDFs.
struct ArchivalOptions: ParsableArguments {
  @Flag(
    help: help(
      vi: "Không ghi PDF tìm kiếm được nào chưa đạt PDF/A-2b: báo trang và lý do, mã thoát 65, các tệp khác vẫn ghi.",
      en:
        "Write no searchable PDF that is not PDF/A-2b: pages and reasons are named, exit code 65, other files are written."
    ))
  var strictPdfa = false

  /// - Throws: a complaint where no PDF is asked for.
  func validate(with formats: FormatList) throws {
    if strictPdfa, !formats.formats.contains(.pdf) {
      throw ValidationError(
        say(
          vi: "--strict-pdfa chỉ có nghĩa khi --format có pdf, ví dụ --format json,pdf.",
          en: "--strict-pdfa needs pdf in --format, like --format json,pdf."))
    }
  }
}
