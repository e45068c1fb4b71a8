internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// What every command over an archive takes.
struct ArchiveOptions: ParsableArguments, Bilingual {
  @Option(
    help: help(
      vi: "Tệp kho lưu trữ; không nêu thì lấy biến SOHOA_ARCHIVE, rồi kho.sqlite.",
      en: "The archive's file; by default the variable SOHOA_ARCHIVE, then kho.sqlite.", value: .file))
  var archive: String = ProcessInfo.processInfo.environment["SOHOA_ARCHIVE"] ?? "kho.sqlite"

  @Flag(help: help(vi: "In dạng JSON.", en: "Print JSON."))
  var json = false

  @Option(help: help(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en.", value: .language))
  var language: Language = .usual

  /// Opening would make a new one of a mistyped name.
  @inline(never)
  func open(ifMissing missing: Archive.Missing = .refuse) throws(Failure) -> Archive {
    try Self.open(archive, ifMissing: missing, language)
  }

  /// Tells what was found beside the archive.
  @inline(never)
  static func open(
    _ path: String, ifMissing missing: Archive.Missing = .refuse, _ language: Language
  ) throws(Failure) -> Archive {
    withExtendedLifetime(SohoaCommand.leavesWhenAsked) {}
    return try openHere(path, ifMissing: missing, language)
  }

  /// For a command that ends by itself when it is asked to.
  @inline(never)
  static func openHere(
    _ path: String, ifMissing missing: Archive.Missing = .refuse, _ language: Language
  ) throws(Failure) -> Archive {
    let archive = try Archive(path: path, ifMissing: missing)
    for notice in archive.notices { Console.remark(notice, in: language) }
    return archive
  }

  /// A day as the language writes it: `31/12/2025`, `2025-12-31`.
  func day(_ day: CalendarDate?) -> String? { day.map { language == .vi ? $0.printed : $0.description } }

  /// Prints the value as JSON where that was asked for, else as `show` does.
  ///
  /// Never inlined: its two kinds of error in one frame crash the optimiser of Swift 6.3.1.
  @inline(never)
  func print(_ value: some Encodable, _ show: () throws -> Void) throws {
    if json { Console.write(try JSONExport.data(of: value)) } else { try show() }
  }
}

/// Who a change is written down for.
struct PersonOptions: ParsableArguments {
  @Option(
    help: help(
      vi: "Người thực hiện, ghi vào lịch sử (mặc định: tên đăng nhập máy).",
      en: "Who does it, for the history (the name you are logged in with).", value: .name))
  var by: String?

  var who: String { by ?? NSUserName() }
}

/// The present, as archives write it.
enum Now {
  static var moment: Int { Int(Date().timeIntervalSince1970) }

  /// Fails only for a clock outside the years 1 to 9999.
  static func day() throws(Failure) -> CalendarDate {
    guard let day = VietnamDay.day(of: moment) else { throw Failure(.internalError, .noSuchDay()) }
    return day
  }
}

extension CalendarDate {
  /// Days as people type them: `2025-12-31`, `31/12/2025`.
  init?(typed text: String) {
    if let date = CalendarDate(iso: text) {
      self = date
      return
    }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[2], month: parts[1], day: parts[0])
  }
}

/// A day on the command line.
struct DayArgument: ExpressibleByArgument {
  let date: CalendarDate

  init(_ date: CalendarDate) { self.date = date }

  init?(argument: String) {
    guard let date = CalendarDate(typed: argument) else { return nil }
    self.date = date
  }

  var defaultValueDescription: String { date.description }
}

/// Which documents are meant.
struct FilterOptions: ParsableArguments {
  @Option(help: help(vi: "Loại văn bản: KH, TTr, QĐ…", en: "Type of document: KH, TTr, QĐ…", value: .type))
  var type: String?
  @Option(help: help(vi: "Cơ quan ban hành (một phần tên).", en: "Issuer (part of the name).", value: .body))
  var issuer: String?
  @Option(help: help(vi: "Cơ quan được nêu trong nhiệm vụ.", en: "Body named in a task.", value: .body))
  var body: String?
  @Option(help: help(vi: "Ban hành từ ngày.", en: "Issued on this day or later.", value: .day))
  var from: DayArgument?
  @Option(help: help(vi: "Ban hành đến hết ngày.", en: "Issued on this day or earlier.", value: .day))
  var to: DayArgument?
  @Option(help: help(vi: "Địa danh ban hành.", en: "Place of issue.", value: .locality))
  var place: String?
  @Option(
    help: help(
      vi: "Năm ban hành, kể cả khi không rõ ngày (theo văn bản hoặc mục lục).",
      en: "Year of issue, the day known or not (by the paper or the inventory).", value: .number))
  var year: Int?
  @Option(
    help: help(vi: "Hồ sơ theo mục lục (số hoặc mã).", en: "Dossier by the inventory (number or code).", value: .name))
  var dossier: String?
  @Option(help: help(vi: "Hộp số, theo mục lục.", en: "Number of the box by the inventory.", value: .name))
  var box: String?

  func validate() throws {
    if let from, let to, to.date < from.date {
      throw ValidationError(
        say(
          vi: "--from \(from.date.printed) sau --to \(to.date.printed): đổi chỗ hai ngày.",
          en: "--from \(from.date) is after --to \(to.date): exchange the two days."))
    }
  }

  var filter: DocumentFilter {
    DocumentFilter(
      type: type, issuer: issuer, body: body, place: place, from: from?.date, to: to?.date, year: year,
      dossier: dossier, box: box)
  }
}

extension Message {
  static func noSuchDay() -> Message {
    Message(
      "no-such-day", vi: "Đồng hồ của máy chỉ một ngày không có thật. Chỉnh lại giờ hệ thống.",
      en: "The clock of this machine shows a day that is none. Set the system's time.")
  }
}
