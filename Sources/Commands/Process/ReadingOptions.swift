internal import ArgumentParser
internal import PageReading
internal import Pipeline

/// How scans are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: help(
      vi: "Mô hình nhận dạng của Tesseract, nối bằng dấu cộng (vie, vie+eng, Vietnamese).",
      en: "Tesseract's recognition models, joined by a plus (vie, vie+eng, Vietnamese).", value: .models))
  var languages: String = "vie"

  @Option(
    help: help(
      vi: "Bỏ qua ảnh có nhiều điểm ảnh hơn số này.", en: "Refuse images with more pixels than this.", value: .number))
  var maxPixels: Int = 100_000_000

  @Option(
    help: help(
      vi: "Số giây tối đa để nhận dạng một trang.", en: "Seconds that recognising a page may take.", value: .seconds))
  var pageTimeout: Double = 180

  func validate() throws {
    if maxPixels < 1 || !(pageTimeout > 0) {
      throw ValidationError(
        say(
          vi: "--max-pixels và --page-timeout phải lớn hơn 0.", en: "--max-pixels and --page-timeout must be above 0."))
    }
  }

  var settings: ReadingSettings {
    ReadingSettings(languages: languages, mostPixels: maxPixels, pageTimeout: pageTimeout)
  }
}
