internal import ArgumentParser
internal import DocumentModel
internal import Foundation
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

  @Option(
    help: help(
      vi:
        "Lớp chữ có sẵn dưới ảnh quét: auto (so với kết quả nhận dạng, lấy chữ tốt hơn), keep (giữ), read (nhận dạng lại).",
      en: "Words under a scan: auto (held against our reading, the better ones are taken), keep, read (read anew).",
      value: .use))
  var textLayer = TextLayerName(use: .auto)

  @Option(
    help: help(
      vi: "Chương trình đọc thêm những dòng chưa chắc (docs/readers.md).",
      en: "A program that reads doubtful lines, too (docs/readers.md).", value: .program))
  var reader: String?

  @Option(
    help: help(
      vi: "Mỗi tệp là mấy văn bản: auto (tách ở mỗi phần đầu văn bản), one (cả tệp là một văn bản).",
      en: "How many documents a file holds: auto (parted at each letterhead), one (all of it is one document).",
      value: .use))
  var documents = DocumentsName(documents: .auto)

  func validate() throws {
    if let reader, !FileManager.default.isExecutableFile(atPath: reader) {
      throw ValidationError(
        say(
          vi: "Không chạy được chương trình “\(reader)” của --reader. Kiểm tra đường dẫn và quyền chạy (chmod +x).",
          en: "The program “\(reader)” of --reader cannot be run. Check its path and that it is executable (chmod +x).")
      )
    }
    if maxPixels < 1 || !(pageTimeout > 0) {
      throw ValidationError(
        say(
          vi: "--max-pixels và --page-timeout phải lớn hơn 0.", en: "--max-pixels and --page-timeout must be above 0."))
    }
  }

  var settings: ReadingSettings {
    ReadingSettings(
      recogniser: recogniser.kind.name, languages: languages ?? recogniser.kind.usualLanguages, mostPixels: maxPixels,
      pageTimeout: pageTimeout, textLayer: textLayer.use,
      reader: reader.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
  }
}

/// What is done with the words under a scan, as it is written on the command line.
struct TextLayerName: ExpressibleByArgument {
  static let allValueStrings = TextLayerUse.allCases.map(\.rawValue)

  let use: TextLayerUse

  init(use: TextLayerUse) { self.use = use }

  init?(argument: String) {
    guard let use = TextLayerUse(rawValue: argument) else { return nil }
    self.use = use
  }

  var defaultValueDescription: String { use.rawValue }
}

/// How many documents a file holds, as it is written on the command line.
struct DocumentsName: ExpressibleByArgument {
  static let allValueStrings = DocumentsOfFile.allCases.map(\.rawValue)

  let documents: DocumentsOfFile

  init(documents: DocumentsOfFile) { self.documents = documents }

  init?(argument: String) {
    guard let documents = DocumentsOfFile(rawValue: argument) else { return nil }
    self.documents = documents
  }

  var defaultValueDescription: String { documents.rawValue }
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
