internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Packages

/// `sohoa package`: what an archive hands over (Thông tư 05/2025/TT-BNV).
struct PackageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: say(
      vi: "Gói hồ sơ AIP, SIP để lưu và nộp.", en: "Packages of dossiers (AIP, SIP) to keep and hand over."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa package settings archive-code=X01 agency-code=000.00.01.P01 risk-recovery=1
          sohoa package plan --fonds P01
          sohoa package prepare --out can-ky --pdfs ket-qua
          sohoa package build --out goi --pdfs ket-qua --signed da-ky --by Lan
          sohoa package check goi/*.zip
          sohoa package handover --output bien-ban.html
        """,
      en: """
        Examples:
          sohoa package settings archive-code=X01 agency-code=000.00.01.P01 risk-recovery=1
          sohoa package plan --fonds P01
          sohoa package prepare --out to-sign --pdfs results
          sohoa package build --out packages --pdfs results --signed signed --by Lan
          sohoa package check packages/*.zip
          sohoa package handover --output handover.html
        """),
    subcommands: [
      PackageSettingsCommand.self, PackagePlanCommand.self, PackagePrepareCommand.self, PackageBuildCommand.self,
      PackageCheckCommand.self, PackageListCommand.self, PackageHandoverCommand.self,
    ])
}

/// Which dossiers are packed, and as what.
struct PackageOptions: ParsableArguments {
  @Option(help: help(vi: "Mã phông.", en: "Code of the fonds.", value: .name))
  var fonds: String?
  @Option(help: help(vi: "Số mục lục.", en: "Number of the catalogue.", value: .name))
  var catalogue: String?
  @Option(help: help(vi: "Mã hồ sơ.", en: "Code of the dossier.", value: .name))
  var dossier: String?

  @Option(
    help: help(vi: "Mốc phạm vi đã chốt.", en: "A scope that was frozen (baseline).", value: .baseline))
  var baseline: String?

  var selection: PackageSelection {
    PackageSelection(fonds: fonds, catalogue: catalogue, dossier: dossier, baseline: baseline)
  }
}

/// Where the PDFs lie, and what kind of package they go into.
struct PackageSourceOptions: ParsableArguments {
  @Option(
    help: help(vi: "Loại gói: aip (mặc định) hoặc sip.", en: "Kind of package: aip (the default) or sip.", value: .type)
  )
  var kind: PackageKind = .aip
  @Option(
    help: help(
      vi: "Thư mục kết quả của sohoa process, có searchable.pdf.", en: "Results of sohoa process, with searchable.pdf.",
      value: .folder))
  var pdfs: String?
  @Option(
    help: help(vi: "Thư mục PDF đã ký, cùng tên.", en: "Folder of signed PDFs, under the same names.", value: .folder))
  var signed: String?
  @Flag(
    help: help(
      vi: "Nhận tệp chưa ký: gói thử (RECORDSTATUS=TEST), đếm riêng.",
      en: "Take unsigned files: a trial (RECORDSTATUS=TEST), counted apart."))
  var allowUnsigned = false
  @Option(help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the models and dictionaries.", value: .folder))
  var models: String?

  func rules() throws(Failure) -> PackageRules {
    try PackageRules(folder: try ModelFolder.locate(models) + "/packages")
  }
}

/// A dossier with all that stands against packing it.
struct PackageOutlook: Encodable {
  var place: String
  var title: String
  var fileCode: String
  var documents: Int
  var obstacles: [PackageObstacle]
}

/// Everything that planning and building need of an archive.
struct PackageDesk {
  let archive: Archive
  let settings: PackageSettings
  let mapping: DossierMapping
  let pdfs: ResultPDFs
  let builder: PackageBuilder

  init(
    _ archive: Archive, _ options: PackageSourceOptions, bag: Bool = false, eark: Bool = false, folder: Bool = false
  ) throws(Failure) {
    let rules = try options.rules(), settings = try PackageSettings(archive, rules: rules)
    pdfs = try ResultPDFs(results: options.pdfs, signed: options.signed)
    self.archive = archive
    self.settings = settings
    mapping = DossierMapping(
      settings: settings, rules: rules, kind: options.kind, isUnsignedAllowed: options.allowUnsigned)
    builder = PackageBuilder(
      rules: rules, choices: settings.choices,
      options: PackageBuilder.Options(
        bag: bag, eark: eark, folder: folder, allowUnsigned: options.allowUnsigned,
        forHistoricalArchive: settings["historical"] == "yes"))
  }

  /// A dossier as it would be packed now, without an identity of its own, with what was seen of its PDFs.
  func survey(_ draft: PackageDraft, at moment: Int) -> (outlook: PackageOutlook, PackageBuilder.Survey) {
    let source = draft.source
    let trial = PackageIdentity(objid: "00000000-0000-0000-0000-000000000000", moment: moment)
    let survey = builder.survey(mapping.dossier(draft, trial))
    let outlook = PackageOutlook(
      place: "\(source.fonds) / \(source.catalogue) / \(source.code)", title: source.values["title"] ?? "",
      fileCode: mapping.fileCode(source), documents: source.items.count,
      obstacles: mapping.obstacles(draft) + survey.obstacles)
    return (outlook, survey)
  }

  /// Keeps why a dossier is not packed, for the report.
  func note(_ outlook: PackageOutlook, of dossier: Int64) throws(Failure) {
    try archive.note(
      refusalOf: dossier, kind: mapping.kind.rawValue, codes: Set(outlook.obstacles.map(\.code)), at: Now.moment)
  }
}
