internal import ArgumentParser
internal import DocumentModel
internal import PageReading
internal import Pipeline
internal import Recognition

/// How scans are read.
struct ReadingOptions: ParsableArguments {
  // Where there is one recogniser only, there is nothing to choose.
  @Option(
    help: ArgumentHelp(
      say(vi: "Bộ nhận dạng.", en: "The recogniser."), valueName: say(vi: "tên", en: "name"),
      visibility: Recognisers.all.count > 1 ? .default : .hidden))
  var recogniser: RecogniserName = .usual

  @Option(
    help: help(
      vi: Recognisers.all.map(\.languagesHelp.vi).joined(separator: " "),
      en: Recognisers.all.map(\.languagesHelp.en).joined(separator: " "), value: .models))
  var languages: String?

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
    ReadingSettings(
      recogniser: recogniser.kind.name, languages: languages ?? recogniser.kind.usualLanguages, mostPixels: maxPixels,
      pageTimeout: pageTimeout)
  }
}

/// One of the recognisers that the program has.
struct RecogniserName: ExpressibleByArgument {
  static let usual = RecogniserName(kind: Recognisers.usual)
  static let allValueStrings = Recognisers.all.map(\.name)

  let kind: RecogniserKind

  init(kind: RecogniserKind) { self.kind = kind }

  init?(argument: String) {
    guard let kind = Recognisers.all.first(where: { $0.name == argument }) else { return nil }
    self.kind = kind
  }

  var defaultValueDescription: String { kind.name }
}
