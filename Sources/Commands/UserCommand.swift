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
    subcommands: [UserAddCommand.self, UserRemoveCommand.self, UserListCommand.self])
}

struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      vi: "Thêm tài khoản hoặc đổi mật khẩu; mật khẩu đọc từ đầu vào chuẩn.",
      en: "Add an account or change its password, which is read from standard input."))

  @Argument(help: help(vi: "Tên.", en: "Name."))
  var name: String
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
      guard (1...80).contains(trimmed.count) else { throw Failure(.badArguments, .badName()) }
      if Console.isInteractive {
        Console.note(options.text("Mật khẩu (ít nhất 10 ký tự): ", "Password (10 characters or more): "))
      }
      let password = Self.readSecret()
      guard (10...200).contains(password.count), let hash = PasswordHash.make(password) else {
        throw Failure(.badArguments, .badPassword())
      }
      try archive.setAccount(trimmed, passwordHash: hash, at: Now.moment)
      try archive.audit("account-set", who: trimmed, address: "cli", at: Now.moment)
      Console.print(options.text("Đã lưu tài khoản “\(trimmed)”.", "The account “\(trimmed)” is kept."))
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
    commandName: "remove", abstract: say(vi: "Xóa tài khoản.", en: "Remove an account."))

  @Argument(help: help(vi: "Tên.", en: "Name."))
  var name: String
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      guard try archive.removeAccount(name) else { throw Failure(.badArguments, .noSuchAccount(name)) }
      try archive.audit("account-removed", who: name, address: "cli", at: Now.moment)
    }
  }
}

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say(vi: "Liệt kê tài khoản.", en: "List accounts."))

  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let names = try options.open().accounts()
      try options.print(names) { names.forEach(Console.print) }
    }
  }
}

extension Message {
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
}
