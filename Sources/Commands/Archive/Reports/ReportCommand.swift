public import Archive
public import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation
internal import Reports

/// `sohoa report`: how far the digitization has come.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(vi: "Báo cáo tiến độ số hóa, tiến độ nhiệm vụ.", en: "Report on digitization and on tasks."),
    discussion: say(
      vi: """
        Mọi tỷ lệ đi kèm mẫu số, phạm vi và độ phủ kiểm đếm; chỗ giấy chưa đếm cho khoảng thấp–cao.

        Ví dụ:
          sohoa report --target 30% --until 2025-12-31
          sohoa report --by unit --format html --output bao-cao.html
          sohoa report tasks --period week

        Mọi tùy chọn của tiến độ số hóa: sohoa help report progress
        """,
      en: """
        Every share comes with its denominator, scope and coverage; where paper is not counted, with a low and a high end.

        Examples:
          sohoa report --target 30% --until 2025-12-31
          sohoa report --by unit --format html --output report.html
          sohoa report tasks --period week

        All options of the progress: sohoa help report progress
        """),
    subcommands: [ReportProgressCommand.self, ReportTasksCommand.self],
    defaultSubcommand: ReportProgressCommand.self)
}

/// Which dossiers a percentage is of.
struct ScopeOptions: ParsableArguments {
  @Option(help: help(vi: "Nơi lưu (một phần tên).", en: "Holder (part of the name).", value: .body))
  var holder: [String] = []
  @Option(
    help: help(
      vi: "Thời hạn bảo quản, mã 01 đến 07; all là mọi thời hạn.", en: "Maintenance, 01 to 07; all for any.",
      value: .term))
  var maintenance: [String] = ["01"]
  @Option(help: help(vi: "Mức giá trị: đặc biệt, cao.", en: "Value class: đặc biệt, cao.", value: .value))
  var valueClass: [String] = []
  @Option(help: help(vi: "Mã phông.", en: "Fonds.", value: .fonds))
  var fonds: [String] = []

  var predicate: ScopePredicate {
    ScopePredicate(
      holders: holder, maintenance: maintenance.contains("all") ? [] : maintenance, valueClasses: valueClass,
      fonds: fonds)
  }
}

/// What stands around a report that is handed in.
struct FrameOptions: ParsableArguments {
  @Option(help: help(vi: "Cơ quan lập báo cáo.", en: "Office whose report it is.", value: .body))
  var office: String?
  @Option(help: help(vi: "Địa danh lập báo cáo.", en: "Place where it is made.", value: .locality))
  var place: String?
  @Option(help: help(vi: "Người lập báo cáo.", en: "Who made it.", value: .name))
  var preparedBy: String?
  @Option(help: help(vi: "Người duyệt báo cáo.", en: "Who approves it.", value: .name))
  var approvedBy: String?

  var frame: ReportFrame {
    ReportFrame(office: office, place: place, preparedBy: preparedBy, approvedBy: approvedBy)
  }
}

/// `30%`, `30`, `0.3`.
struct ShareArgument: ExpressibleByArgument {
  var value: Double

  init(value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = (isPercent ? String(argument.dropLast()) : argument).replacing(",", with: ".")
    guard let number = Double(digits), number >= 0 else { return nil }
    // From 1 on a bare number is of a hundred: nobody's target is one half of one per cent.
    value = isPercent || number > 1 ? number / 100 : number
    if value > 1 { return nil }
  }

  var defaultValueDescription: String { "\(Int((value * 100).rounded()))%" }
}

extension ProgressQuery.Grouping: ExpressibleByArgument {}

/// `sohoa report`, for progress.
struct ReportProgressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: say(vi: "Tiến độ số hóa.", en: "Progress of digitization."),
    discussion: say(
      vi: """
        Chữ “progress” bỏ được. Ví dụ:
          sohoa report progress --target 30% --until 31/12/2025
          sohoa report progress --by year --format xlsx --output tien-do.xlsx
        """,
      en: """
        The word “progress” can be left out. Examples:
          sohoa report progress --target 30% --until 2025-12-31
          sohoa report progress --by year --format xlsx --output progress.xlsx
        """))

  @Option(
    help: help(vi: "Tính đến hết ngày (mặc định hôm nay).", en: "Up to the end of this day (today).", value: .day))
  var asOf: DayArgument?
  @Option(
    name: .customLong("by"),
    help: help(vi: "Nhóm theo: fonds, unit, year.", en: "Group by: fonds, unit, year.", value: .grouping))
  var grouping: ProgressQuery.Grouping = .fonds
  @Option(help: help(vi: "Mục tiêu, ví dụ 30%.", en: "The target, as 30%.", value: .share))
  var target = ShareArgument(value: 0.3)
  @Option(
    help: help(
      vi: "Công đoạn mà mục tiêu nói tới: scanned, image-checked, recognised, indexed, verified, packaged.",
      en: "Stage that the target is of: scanned, image-checked, recognised, indexed, verified, packaged.", value: .stage
    ))
  var stage = StageArgument(.indexed)
  @Option(help: help(vi: "Hạn của mục tiêu.", en: "The target's day.", value: .day))
  var until: DayArgument?
  @OptionGroup var frame: FrameOptions
  @Option(
    help: help(
      vi: "Tên mốc phạm vi (mặc định mốc mới nhất).", en: "Name of the baseline (the newest).", value: .baseline))
  var baseline: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: ReportOutput
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let query = ProgressQuery(
        asOf: try asOf?.date ?? Now.day(), grouping: grouping, baseline: baseline, predicate: scope.predicate,
        target: target.value, until: until?.date, stage: stage.stage, tellsPackages: true)
      let report = try options.open().progress(query)
      let tables = ProgressTables(report, language: options.language)
      switch output.format(json: options.json) {
      case .table: try output.write(text(tables))
      case .html:
        let page = ProgressPage(report, language: options.language, program: SohoaCommand.program, frame: frame.frame)
        try output.write(page.html)
      case .csv: try output.write(CSVExport.text(rows: tables.csvRows))
      case .json: try output.write(String(decoding: try JSONExport.data(of: report), as: UTF8.self))
      case .xlsx: try output.write(tables.sheets)
      }
    }
  }

  private func text(_ tables: ProgressTables) -> String {
    func lines(_ heading: [String], _ rows: [[String]]) -> [String] {
      var table = TextTable(heading.enumerated().map { (title: $1, alignment: $0 == 0 ? .left : .right) })
      rows.forEach { table.add($0) }
      return table.lines()
    }
    let all = lines(tables.stageHeading, tables.stageRows(tables.report.all))
    let groups = lines(tables.groupHeading, tables.groupRows)
    let years = tables.years.map { lines($0.heading, $0.rows) + [""] } ?? []
    return
      (tables.notes + [""] + all + [""] + groups + [""] + years + tables.outlook + tables.qualityLines
      + tables.packageLines + [tables.rule])
      .joined(separator: "\n") + "\n"
  }
}
