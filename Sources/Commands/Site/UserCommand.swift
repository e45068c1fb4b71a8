internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import ReviewServer

/// `sohoa user`: accounts of the review site.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: say(vi: "Tài khoản của trang rà soát.", en: "Accounts of the review site."),
    discussion: say(
      vi: """
        Chưa có tài khoản thì ai ngồi ở máy này cũng vào được; có một tài khoản thì mọi người phải đăng nhập.

        Mỗi tài khoản có một quyền, quyền sau gồm quyền trước: reads (xem, tìm, xuất), reviews (rà soát chữ, trường, \
        mẫu), decides (quyết định mâu thuẫn, cơ quan, trạng thái nhiệm vụ), administers (quản trị tài khoản, nhật ký).

        Ví dụ:
          sohoa user add Lan --archive kho.sqlite
          sohoa user part Lan decides --archive kho.sqlite
          sohoa user list --archive kho.sqlite
        """,
      en: """
        Without accounts, anyone at this machine may use the site; with one, all must sign in.

        Each account has a part, which contains the ones before: reads (looks, searches, exports), reviews (words, \
        fields, samples), decides (conflicts, bodies, status of tasks), administers (accounts, audit log).

        Examples:
          sohoa user add Lan --archive archive.sqlite
          sohoa user part Lan decides --archive archive.sqlite
          sohoa user list --archive archive.sqlite
        """),
    subcommands: [
      UserAddCommand.self, UserPartCommand.self, UserRemoveCommand.self, UserListCommand.self, UserAuditCommand.self,
    ])
}

struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      vi: "Thêm tài khoản hoặc đổi mật khẩu; mật khẩu đọc từ đầu vào chuẩn.",
      en: "Add an account or change its password, which is read from standard input."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa user add Lan --archive kho.sqlite\n  sohoa user add Lan < mat-khau.txt",
      en: "Examples:\n  sohoa user add Lan --archive archive.sqlite\n  sohoa user add Lan < password.txt"))

  @Argument(help: help(vi: "Tên.", en: "Name.", value: .name))
  var name: String
  @Option(
    help: help(
      vi: "Quyền: reads, reviews, decides, administers (mặc định: reviews; tài khoản đầu tiên: administers).",
      en: "Part: reads, reviews, decides, administers (reviews by default; administers for the first account).",
      value: .part))
  var part: AccountPart?
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      guard PersonName.isName(name) else { throw Failure(.badArguments, .badName()) }
      if Console.isInteractive {
        Console.note(options.text("Mật khẩu (ít nhất 10 ký tự): ", "Password (10 characters or more): "))
      }
      let password = Self.readSecret()
      guard (10...200).contains(password.count), let hash = PasswordHash.make(password) else {
        throw Failure(.badArguments, .badPassword())
      }
      try archive.setAccount(name, passwordHash: hash, part: part, by: person.who, at: Now.moment)
      let account = try archive.account(name), kept = account?.part ?? .reviews, known = account?.name ?? name
      try archive.audit(
        "account-set", who: person.who, address: "cli", detail: "\(known): \(kept.rawValue)", at: Now.moment)
      Console.print(
        options.text(
          "Đã lưu tài khoản “\(known)”, quyền “\(kept.name(in: .vi))”.",
          "The account “\(known)” is kept; its part: \(kept.name(in: .en))."))
      if archive.isReadByOthers { Console.remark(.openFile(options.archive), in: options.language) }
    }
  }

  /// A line of standard input; a terminal does not show it.
  private static func readSecret() -> String {
    var before = termios()
    let got = unsafe tcgetattr(STDIN_FILENO, &before)
    let isTerminal = isatty(STDIN_FILENO) == 1 && got == 0
    if isTerminal {
      var silent = before
      silent.c_lflag &= ~tcflag_t(ECHO)
      _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &silent)
    }
    defer { if isTerminal { _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before); Console.note("\n") } }
    return readLine() ?? ""
  }
}

struct UserRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: say(vi: "Xóa tài khoản.", en: "Remove an account."),
    discussion: say(vi: "Ví dụ:\n  sohoa user remove Lan", en: "Example:\n  sohoa user remove Lan"))

  @Argument(help: help(vi: "Tên.", en: "Name.", value: .name))
  var name: String
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let known = try archive.account(name)?.name ?? name
      guard try archive.removeAccount(name) else { throw Failure(.badArguments, .noSuchAccount(name)) }
      try archive.audit("account-removed", who: person.who, address: "cli", detail: known, at: Now.moment)
      Console.print(options.text("Đã xóa tài khoản “\(known)”.", "The account “\(known)” is removed."))
      // Who owns the file can name another at any time, so that removing the last one is allowed, and said.
      let left = try archive.accounts()
      if !left.isEmpty, !left.contains(where: { $0.part == .administers }) {
        Console.remark(.nobodyAdministers, in: options.language)
      }
    }
  }
}

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say(vi: "Liệt kê tài khoản.", en: "List accounts."),
    discussion: say(vi: "Ví dụ:\n  sohoa user list", en: "Example:\n  sohoa user list"))

  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let accounts = try options.open().accounts()
      try options.print(accounts) {
        let language = options.language
        for account in accounts { Console.print("\(account.name)\t\(account.part.name(in: language))") }
        if accounts.isEmpty {
          Console.print(
            options.text(
              "Chưa có tài khoản nào. Thêm: sohoa user add TÊN", "No accounts yet. Add one: sohoa user add NAME"))
        }
      }
    }
  }
}

extension Message {
  static func openFile(_ path: String) -> Message {
    Message(
      "open-file",
      vi: "Mọi tài khoản của máy này đọc được “\(path)”, trong đó có mật khẩu đã băm. Chạy: chmod 600 “\(path)”",
      en: "Every account of this machine can read “\(path)”, which holds hashes of passwords. Run: chmod 600 “\(path)”")
  }

  static func badName() -> Message {
    Message("bad-name", vi: "Tên phải có từ 1 đến 80 ký tự.", en: "A name has 1 to 80 characters.")
  }

  static func badPassword() -> Message {
    Message(
      "bad-password", vi: "Mật khẩu phải có từ 10 đến 200 ký tự.", en: "A password has 10 to 200 characters.")
  }

  static func noSuchAccount(_ name: String) -> Message {
    Message("no-such-account", vi: "Không có tài khoản “\(name)”.", en: "There is no account “\(name)”.")
  }

  static let nobodyAdministers = Message(
    "nobody-administers",
    vi: "Không còn tài khoản nào có quyền quản trị. Đặt một tài khoản: sohoa user part TÊN administers.",
    en: "No account is left that administers. Name one: sohoa user part NAME administers.")
}
