internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Packages

/// `sohoa package settings`: what an archivist states once.
struct PackageSettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: say(
      vi: "Xem hoặc đặt những điều chỉ người lưu trữ biết.", en: "Show or set what only the archivist knows."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa package settings\n  sohoa package settings archive-code=X01 agency-code=000.00.01.P01",
      en: "Examples:\n  sohoa package settings\n  sohoa package settings archive-code=X01 agency-code=000.00.01.P01"))

  @Argument(
    help: help(vi: "TÊN=GIÁ-TRỊ; giá trị trống để bỏ.", en: "NAME=VALUE; an empty value takes it back.", value: .name))
  var change: [String] = []
  @Option(help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the models and dictionaries.", value: .folder))
  var models: String?
  @OptionGroup var options: ArchiveOptions

  private struct Line: Encodable {
    var name: String
    var value: String
    var allowed: [String]
    var meaning: String
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let rules = try PackageRules(folder: try ModelFolder.locate(models) + "/packages")
      var settings = try PackageSettings(archive, rules: rules)
      for text in change { try settings.set(text, in: archive) }
      let lines =
        PackageFact.all.map {
          Line(
            name: $0.name, value: settings[$0.name], allowed: $0.values, meaning: $0.meaning.text(in: options.language))
        }
        + rules.choices.map {
          Line(
            name: $0.name, value: settings.values[$0.name] ?? $0.standard, allowed: $0.values,
            meaning: $0.meaning.text(in: options.language))
        }
      try options.print(lines) {
        for line in lines {
          let allowed = line.allowed.isEmpty ? "" : " [\(line.allowed.joined(separator: "|"))]"
          Console.print("\(line.name)=\(line.value)\(allowed)  \(line.meaning)")
        }
      }
    }
  }
}

/// `sohoa package plan`: what each dossier lacks. Nothing is written.
struct PackagePlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: say(
      vi: "Mỗi hồ sơ còn thiếu gì để đóng gói; không ghi gì.",
      en: "What each dossier lacks before it can be packed; writes nothing."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa package plan --fonds P01 --pdfs ket-qua\n  sohoa package plan --csv > thieu.csv",
      en: "Examples:\n  sohoa package plan --fonds P01 --pdfs results\n  sohoa package plan --csv > lacking.csv"))

  @Flag(help: help(vi: "In dạng CSV, mỗi dòng một lý do.", en: "Print CSV, a line for each reason."))
  var csv = false
  @OptionGroup var packages: PackageOptions
  @OptionGroup var sources: PackageSourceOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let desk = try PackageDesk(try options.open(), sources)
      let outlooks = try desk.archive.packageSources(packages.selection).map {
        desk.survey(PackageDraft($0, pdfs: desk.pdfs), at: Now.moment).outlook
      }
      if csv {
        Console.write(Array(CSVExport.text(rows: rows(outlooks)).utf8))
      } else {
        try options.print(outlooks) { show(outlooks) }
      }
    }
  }

  private func show(_ outlooks: [PackageOutlook]) {
    for outlook in outlooks {
      Console.print("\(outlook.place)  \(outlook.title)  (\(outlook.fileCode.isEmpty ? "–" : outlook.fileCode))")
      for obstacle in outlook.obstacles { Console.print("  " + options.line(obstacle)) }
      if outlook.obstacles.isEmpty { Console.print("  " + options.text("đóng gói được", "can be packed")) }
    }
    let ready = outlooks.count { $0.obstacles.isEmpty }
    Console.print(
      options.text(
        "Đóng gói được \(ready) / \(outlooks.count) hồ sơ.", "\(ready) of \(outlooks.count) dossiers can be packed."))
  }

  private func rows(_ outlooks: [PackageOutlook]) -> [[String]] {
    let heading = [
      options.text("Hồ sơ", "Dossier"), options.text("Tiêu đề", "Title"), options.text("Văn bản", "Document"),
      options.text("Trường", "Element"), options.text("Lý do", "Reason"), options.text("Mã lý do", "Code"),
    ]
    return [heading]
      + outlooks.flatMap { outlook in
        outlook.obstacles.map {
          [
            outlook.place, outlook.title, $0.document.map(String.init) ?? "", $0.element ?? "",
            $0.message.text(in: options.language), $0.code,
          ]
        }
      }
  }
}

extension ArchiveOptions {
  /// A reason with the document that it is of.
  func line(_ obstacle: PackageObstacle) -> String {
    let place = obstacle.document.map { text("văn bản \($0): ", "document \($0): ") } ?? ""
    return place + obstacle.message.text(in: language)
  }
}
