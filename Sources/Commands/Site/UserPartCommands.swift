internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export

/// `sohoa user part`: what an account may do.
struct UserPartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "part", abstract: say(vi: "Đổi quyền của tài khoản.", en: "Change what an account may do."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa user part Lan decides\n  sohoa user part Minh reads",
      en: "Examples:\n  sohoa user part Lan decides\n  sohoa user part Minh reads"))

  @Argument(help: help(vi: "Tên.", en: "Name.", value: .name))
  var name: String
  @Argument(
    help: help(
      vi: "Quyền: reads, reviews, decides, administers.", en: "Part: reads, reviews, decides, administers.",
      value: .part))
  var part: AccountPart
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      guard let account = try archive.account(name) else { throw Failure(.badArguments, .noSuchAccount(name)) }
      try archive.change(account: account.id, .part(part), seen: nil, by: person.who, at: Now.moment)
      try archive.audit(
        "account-part", who: person.who, address: "cli",
        detail: "\(account.name): \(account.part.rawValue) → \(part.rawValue)", at: Now.moment)
      Console.print(
        options.text(
          "“\(account.name)” nay có quyền “\(part.name(in: .vi))”.",
          "“\(account.name)” now has the part “\(part.name(in: .en))”."))
    }
  }
}

/// `sohoa user audit`: the site's log, for people who keep it elsewhere.
struct UserAuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say(vi: "In nhật ký truy cập, mới nhất trước.", en: "Print the audit log, the newest first."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa user audit --csv > nhat-ky.csv\n  sohoa user audit --who Lan --json",
      en: "Examples:\n  sohoa user audit --csv > audit.csv\n  sohoa user audit --who Lan --json"))

  @Option(help: help(vi: "Chỉ của người này.", en: "Of this person only.", value: .name))
  var who: String?
  @Option(help: help(vi: "Chỉ của ngày này.", en: "Of this day only.", value: .day))
  var day: DayArgument?
  @Flag(help: help(vi: "In dạng CSV.", en: "Print CSV."))
  var csv = false
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let entries = try options.open().auditLog(AuditQuery(who: who, day: day?.date), limit: nil)
      try options.print(entries) {
        let rows = entries.map { ["\(moment($0.at))", $0.action, $0.who, $0.address, "\($0.count)", $0.detail ?? ""] }
        if csv {
          let heads = ["at", "action", "who", "address", "count", "detail"]
          Console.write(Array(CSVExport.text(rows: [heads] + rows).utf8))
        } else {
          for row in rows { Console.print(CSVExport.tabSeparated(row)) }
        }
      }
    }
  }

  private func moment(_ at: Int) -> String {
    "\(options.day(VietnamDay.day(of: at)) ?? "") \(VietnamDay.clock(at: at))"
  }
}
