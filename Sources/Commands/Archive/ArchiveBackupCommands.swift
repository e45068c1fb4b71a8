internal import Archive
internal import ArgumentParser
internal import DocumentModel

/// `sohoa archive backup`.
struct ArchiveBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say(vi: "Sao lưu kho ra một tệp mới.", en: "Copy the archive to a new file."),
    discussion: say(
      vi: """
        Chạy được cả khi chương trình khác đang dùng kho; bản sao được kiểm tra ngay. Đừng dùng cp khi kho đang mở.

        Ví dụ:
          sohoa archive backup sao-luu.sqlite --archive kho.sqlite
        """,
      en: """
        Others may go on using the archive; the copy is checked at once. Do not use cp while the archive is open.

        Example:
          sohoa archive backup backup.sqlite --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Tệp sao lưu, chưa có.", en: "The backup's file, which is not there yet.", value: .file))
  var file: String
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      try options.open().backUp(to: file)
      Console.print(
        options.text(
          "Đã sao lưu kho “\(options.archive)” vào “\(file)”.",
          "The archive “\(options.archive)” is copied to “\(file)”."))
    }
  }
}

/// `sohoa archive restore`.
struct ArchiveRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: say(vi: "Lấy lại kho từ bản sao lưu.", en: "Put a backup in the place of the archive."),
    discussion: say(
      vi: """
        Kho đang có được giữ lại dưới tên khác. Trước đó phải dừng mọi chương trình đang dùng kho.

        Ví dụ:
          sohoa archive restore sao-luu.sqlite --archive kho.sqlite
        """,
      en: """
        The archive that is there is kept under another name. Programs that use it have to be stopped before.

        Example:
          sohoa archive restore backup.sqlite --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Tệp sao lưu.", en: "The backup's file.", value: .file))
  var file: String
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let old = try Archive.restore(file, to: options.archive)
      Console.print(
        options.text(
          "Đã lấy lại kho “\(options.archive)” từ “\(file)”.",
          "The archive “\(options.archive)” is that of “\(file)” again."))
      if let old {
        Console.print(options.text("Kho cũ được giữ ở “\(old)”.", "What was there is kept as “\(old)”."))
      }
    }
  }
}
