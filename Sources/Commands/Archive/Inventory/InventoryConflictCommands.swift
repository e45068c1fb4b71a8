internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Reports

/// `sohoa inventory reconcile`.
struct InventoryReconcileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: say(
      vi: "Đối chiếu mục lục với bản quét và bản ghi.", en: "Compare the inventory with scans and records."),
    discussion: say(
      vi: """
        Nối văn bản kê trong mục lục với bản quét; mọi chỗ khác nhau thành mâu thuẫn chờ giải quyết. Số, ký hiệu, ngày mà \
        văn bản không đọc được thì lấy trong mục lục và trong văn bản cùng hồ sơ làm đề xuất.

        Ví dụ:
          sohoa inventory reconcile --archive kho.sqlite
          sohoa inventory conflicts --archive kho.sqlite
        """,
      en: """
        Ties listed documents to scans; every difference becomes a conflict to settle. What cannot be read of a paper's \
        number, symbol and day is proposed from the list and from papers of the same dossier.

        Examples:
          sohoa inventory reconcile --archive archive.sqlite
          sohoa inventory conflicts --archive archive.sqlite
        """))

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let summary = try options.open().reconcile(try dictionaries.vocabulary(), at: Now.moment)
      try options.print(summary) {
        let rows = [
          (options.text("Văn bản trong mục lục đã có bản quét", "Listed documents with a scan"), summary.linked),
          (options.text("  mới nối lần này", "  found this time"), summary.newlyLinked),
          (options.text("Có trong mục lục, chưa có bản quét", "Listed, not scanned"), summary.unscanned),
          (options.text("Đã quét, không có trong mục lục", "Scanned, not listed"), summary.unlisted),
          (options.text("Mâu thuẫn chưa giải quyết", "Open conflicts"), summary.openConflicts),
          (options.text("Mâu thuẫn đã tự hết", "Conflicts gone"), summary.gone),
        ]
        var table = TextTable([("", .left), ("", .right)])
        for (title, count) in rows { table.add([title, String(count)]) }
        table.lines().dropFirst(2).forEach(Console.print)
      }
    }
  }
}

/// `sohoa inventory conflicts`.
struct InventoryConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: say(vi: "Các mâu thuẫn.", en: "The conflicts."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa inventory conflicts\n  sohoa inventory conflicts --all --json",
      en: "Examples:\n  sohoa inventory conflicts\n  sohoa inventory conflicts --all --json"))

  @Flag(help: help(vi: "Cả mâu thuẫn đã giải quyết.", en: "Settled ones too."))
  var all = false
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let conflicts = try options.open().conflicts(status: all ? nil : .open), wording = Wording(options.language)
      func shown(_ value: String?) -> String {
        (value.flatMap(CalendarDate.init(iso:)).map { wording.day($0) } ?? value ?? "–").shortened(to: 36)
      }
      try options.print(conflicts) {
        var table = TextTable([
          (options.text("Mã", "ID"), .right), (options.text("Hồ sơ / văn bản", "Dossier / document"), .left),
          (options.text("Trường", "Field"), .left), (options.text("Mục lục", "Inventory"), .left),
          (options.text("Bản quét, bản ghi", "Scan, record"), .left), (options.text("Giữ", "Kept"), .left),
        ])
        for conflict in conflicts {
          table.add([
            String(conflict.id), conflict.place, wording.field(of: conflict), shown(conflict.inventory),
            shown(conflict.archive), conflict.kept ?? conflict.resolution ?? "",
          ])
        }
        if !conflicts.isEmpty { table.lines().forEach(Console.print) }
        Console.print(
          conflicts.isEmpty
            ? options.text("Không có mâu thuẫn nào.", "There are no conflicts.")
            : options.text(
              "\(conflicts.count) mâu thuẫn. Giải quyết: sohoa inventory resolve MÃ --keep inventory, archive hoặc giá trị",
              "\(conflicts.count) conflicts. Settle: sohoa inventory resolve ID --keep inventory, archive or a value"))
      }
    }
  }
}

/// `sohoa inventory resolve`.
struct InventoryResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: say(vi: "Giải quyết một mâu thuẫn.", en: "Settle a conflict."),
    discussion: say(
      vi: """
        --keep inventory giữ số liệu mục lục; --keep archive lấy số liệu bản quét; hoặc ghi thẳng giá trị đúng. \
        Giá trị cũ còn trong lịch sử.

        Ví dụ:
          sohoa inventory resolve 12 --keep archive --by "Nguyễn Văn A"
          sohoa inventory resolve 13 --keep 217
        """,
      en: """
        --keep inventory keeps what the inventory says, --keep archive takes what was scanned; or give the right value. \
        What was before stays in the history.

        Examples:
          sohoa inventory resolve 12 --keep archive --by "Nguyễn Văn A"
          sohoa inventory resolve 13 --keep 217
        """))

  @Argument(help: help(vi: "Mã mâu thuẫn.", en: "Conflict ids.", value: .id))
  var ids: [Int64]
  @Option(
    help: help(
      vi: "inventory, archive, hoặc giá trị đúng.", en: "inventory, archive, or the right value.", value: .value))
  var keep: String
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let resolution: Resolution =
        switch keep {
        case "inventory": .keepInventory
        case "archive": .keepArchive
        default: .value(keep)
        }
      for id in ids { try archive.resolve(conflict: id, resolution, who: person.who, at: Now.moment) }
      let left = try archive.conflicts()
      try options.print(left) {
        Console.print(
          options.text("Đã giải quyết \(ids.count); còn \(left.count).", "Settled \(ids.count); \(left.count) left."))
      }
    }
  }
}

/// `sohoa inventory export`.
struct InventoryExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      vi: "Xuất mục lục \(InventoryColumn.writtenCount) cột (CSV hoặc XLSX).",
      en: "Write the \(InventoryColumn.writtenCount)-column inventory (CSV or XLSX)."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa inventory export muc-luc.xlsx --archive kho.sqlite",
      en: "Example:\n  sohoa inventory export inventory.xlsx --archive archive.sqlite"))

  @Argument(help: help(vi: "Tệp ra; đuôi .csv hoặc .xlsx.", en: "File to write; .csv or .xlsx.", value: .file))
  var file: String
  @OptionGroup var options: ArchiveOptions

  func validate() throws { try FileEnding.require(["csv", "xlsx"], of: file) }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let sheet = try options.open().inventorySheet()
      try InventoryFile.write(sheet, to: file)
      if !options.json {
        Console.print(
          options.text(
            "Đã ghi \(sheet.rows.count) dòng vào \(file).",
            "Wrote \(Language.counted(sheet.rows.count, "row")) to \(file)."))
      }
    }
  }
}
