internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation
internal import Grammar
internal import Spreadsheets

/// `sohoa inventory`: what there is on paper.
struct InventoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: say(
      vi: "Mục lục hồ sơ: lập, nhập, xuất, đối chiếu.", en: "The paper inventory: propose, import, export, reconcile."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa inventory propose ket-qua/ --output muc-luc.csv
          sohoa inventory import muc-luc.xlsx --dry-run
          sohoa inventory import muc-luc.csv --fonds P01 --map "C=dossier.code"
          sohoa inventory reconcile
          sohoa inventory resolve 12 --keep archive --by "Nguyễn Văn A"
          sohoa inventory export muc-luc-moi.xlsx
        """,
      en: """
        Examples:
          sohoa inventory propose results/ --output inventory.csv
          sohoa inventory import inventory.xlsx --dry-run
          sohoa inventory import inventory.csv --fonds P01 --map "C=dossier.code"
          sohoa inventory reconcile
          sohoa inventory resolve 12 --keep archive --by "Nguyễn Văn A"
          sohoa inventory export new.xlsx
        """),
    subcommands: [
      InventoryProposeCommand.self, InventoryImportCommand.self, InventoryExportCommand.self,
      InventoryReconcileCommand.self,
      InventoryConflictsCommand.self, InventoryResolveCommand.self,
    ])
}

/// `sohoa inventory import`.
struct InventoryImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(vi: "Nhập mục lục từ CSV hoặc XLSX.", en: "Take an inventory in from CSV or XLSX."),
    discussion: say(
      vi: """
        Nhận bảng \(InventoryColumn.writtenCount) cột, mục lục hồ sơ, mục lục văn bản; cột được nhận theo tiêu đề. CSV: UTF-8, UTF-16, Windows-1258, \
        TCVN3, VNI. Dòng sai được báo số dòng và lý do, dòng đúng vẫn nhập. Nhập lại không nhân đôi; chỗ khác với lần \
        trước thành mâu thuẫn, không ghi đè. Giấy chưa chỉnh lý: dòng chỉ có phông và mét giá.
        Mã thoát 65 khi có dòng bị từ chối.

        Ví dụ:
          sohoa inventory import muc-luc.xlsx --dry-run
          sohoa inventory import muc-luc.csv --fonds P01 --archive kho.sqlite
        """,
      en: """
        Takes the \(InventoryColumn.writtenCount)-column table, lists of dossiers and lists of documents; columns are known by their headings. CSV in \
        UTF-8, UTF-16, Windows-1258, TCVN3 or VNI. Bad rows are named with their number and reason, good ones go in. \
        Taking a file in again doubles nothing; what differs from before becomes a conflict and is not overwritten. \
        Paper not yet arranged: a row with a fonds and shelf metres only. Exit code 65 where rows were rejected.

        Examples:
          sohoa inventory import inventory.xlsx --dry-run
          sohoa inventory import inventory.csv --fonds P01 --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Tệp CSV hoặc XLSX.", en: "A CSV or XLSX file.", value: .file))
  var file: String
  @Option(help: help(vi: "Mã phông, khi bảng không nêu.", en: "Fonds, where the table names none.", value: .fonds))
  var fonds: String?
  @Option(
    help: help(vi: "Mục lục số, khi bảng không nêu.", en: "Catalogue, where the table names none.", value: .catalogue))
  var catalogue: String?
  @Option(
    help: help(
      vi: "Hồ sơ, cho mục lục văn bản của một hồ sơ.", en: "Dossier, for the list of one dossier's documents.",
      value: .dossier)
  )
  var dossier: String?
  @Option(
    help: help(
      vi: "Gán cột: \"tiêu đề=trường\" hoặc \"C=trường\".", en: "Assign a column: \"heading=field\" or \"C=field\".",
      value: .mapping))
  var map: [String] = []
  @Flag(help: help(vi: "Chỉ cho xem đã hiểu gì, không ghi.", en: "Only show what was understood; write nothing."))
  var dryRun = false
  @OptionGroup var person: PersonOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let settings = InventoryReader.Settings(
        fonds: fonds, catalogue: catalogue, dossier: dossier, map: try ColumnMap.fields(map),
        vocabulary: try dictionaries.vocabulary())
      let archive = dryRun ? nil : try options.open(ifMissing: .create)
      var run = try InventoryRun(file: file, settings: settings, archive: archive, who: person.who)
      let report = try run.report()
      try options.print(report) { InventoryReport(report: report, language: options.language).show() }
      if !report.rejections.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }
}

/// Where the tables of document types are.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the model and the dictionaries.", value: .folder))
  var models: String?

  /// - Throws: a `Failure` where there is no such folder or a table in it cannot be read.
  func vocabulary() throws(Failure) -> Vocabulary { try Vocabulary.load(from: try ModelFolder.locate(models)) }
}

/// `--map "C=dossier.code"`.
enum ColumnMap {
  static func fields(_ arguments: [String]) throws(Failure) -> [String: InventoryField] {
    var map: [String: InventoryField] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = InventoryField(rawValue: parts[1]) else {
        throw Failure(.badArguments, .noSuchField(argument))
      }
      map[parts[0]] = field
    }
    return map
  }
}

extension Message {
  static func noSuchField(_ argument: String) -> Message {
    let known = InventoryField.allCases.map(\.rawValue).joined(separator: " ")
    return Message(
      "no-such-field", vi: "--map “\(argument)”: cần dạng cột=trường. Các trường: \(known)",
      en: "--map “\(argument)”: write column=field. The fields: \(known)")
  }
}
