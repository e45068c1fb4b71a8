internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export

/// `sohoa archive stage`: a person brings pages further, or sends one back.
struct ArchiveStageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: say(vi: "Ghi công đoạn mà trang đã qua.", en: "Write down the stage that pages have passed."),
    discussion: say(
      vi: """
        Công đoạn: scanned, image-checked, recognised, indexed, verified, packaged; chỉ tiến, không lùi.

        Ví dụ:
          sohoa archive stage verified --fonds P01 --dossier 15 --by "Nguyễn A"
          sohoa archive stage packaged --file quet/015.pdf --by "Nguyễn A"
          sohoa archive stage scanned --file quet/015.pdf --reject 3 --reason "mờ"
        """,
      en: """
        Stages: scanned, image-checked, recognised, indexed, verified, packaged; forward only.

        Examples:
          sohoa archive stage verified --fonds P01 --dossier 15 --by "Nguyễn A"
          sohoa archive stage packaged --file scans/015.pdf --by "Nguyễn A"
          sohoa archive stage scanned --file scans/015.pdf --reject 3 --reason "blurred"
        """))

  @Argument(help: help(vi: "Công đoạn.", en: "The stage.", value: .stage))
  var stage: StageArgument
  @Option(help: help(vi: "Mã phông.", en: "Fonds.", value: .fonds))
  var fonds: String?
  @Option(
    help: help(
      vi: "Mục lục số; bỏ được khi mã hồ sơ chỉ có ở một mục lục.",
      en: "Catalogue; not needed where one only has the dossier's code.", value: .catalogue))
  var catalogue: String?
  @Option(help: help(vi: "Số ký hiệu hồ sơ.", en: "Dossier.", value: .dossier))
  var dossier: String?
  @Option(help: help(vi: "Thứ tự văn bản trong hồ sơ.", en: "The document's ordinal in its dossier.", value: .number))
  var ordinal: Int?
  @Option(help: help(vi: "Tệp đã quét.", en: "The scanned file.", value: .file))
  var file: String?
  @Option(help: help(vi: "Trang trả lại để quét lại.", en: "Page to send back.", value: .page))
  var reject: Int?
  @Option(help: help(vi: "Lý do trả lại.", en: "Why it is sent back.", value: .text))
  var reason = "?"
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if file == nil, fonds == nil || dossier == nil {
      throw ValidationError(
        say(vi: "Cần --file, hoặc --fonds và --dossier.", en: "Give --file, or --fonds and --dossier."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let selection: PageSelection =
        file.map { .input(path: $0) }
        ?? .dossier(fonds: fonds ?? "", catalogue: catalogue, code: dossier ?? "", ordinal: ordinal)
      if let reject {
        try archive.reject(selection, page: reject, reason: reason, who: person.who, at: Now.moment)
        return Console.print(options.text("Đã trả lại trang \(reject).", "Sent page \(reject) back."))
      }
      let moved = try archive.raise(selection, to: stage.stage, who: person.who, at: Now.moment)
      try options.print(["moved": moved]) {
        Console.print(options.text("\(moved) trang đã chuyển công đoạn.", "\(Language.counted(moved, "page")) moved."))
      }
    }
  }
}

/// A stage by its name.
struct StageArgument: ExpressibleByArgument {
  static let allValueStrings = PageStage.allCases.dropFirst().map(\.name)

  let stage: PageStage

  init(_ stage: PageStage) { self.stage = stage }

  var defaultValueDescription: String { stage.name }

  init?(argument: String) {
    guard let stage = PageStage(name: argument), stage != .listed else { return nil }
    self.stage = stage
  }
}

/// `sohoa archive baseline`: freezes what percentages are of.
struct ArchiveBaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: say(vi: "Chốt phạm vi tính tỷ lệ (mốc).", en: "Freeze the scope that percentages are of."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa archive baseline 2025-Q3 --maintenance 01 --approved-by \"Trần Thị B\"",
      en:
        "Example:\n  sohoa archive baseline 2025-Q3 --maintenance 01 --approved-by \"Trần Thị B\"")
  )

  @Argument(help: help(vi: "Tên mốc.", en: "Name of the baseline.", value: .name))
  var name: String
  @Option(help: help(vi: "Người duyệt.", en: "Who approved it.", value: .name))
  var approvedBy: String
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let baseline = try options.open().freezeBaseline(
        named: name, predicate: scope.predicate, approvedBy: approvedBy, at: Now.moment)
      try options.print(baseline) {
        Console.print(
          options.text(
            "Đã chốt mốc “\(name)”: \(baseline.dossiers) hồ sơ, \(baseline.predicate.text(in: options.language)).",
            "Froze “\(name)”: \(baseline.dossiers) dossiers, \(baseline.predicate.text(in: options.language))."))
      }
    }
  }
}
