internal import DocumentModel
internal import Export
internal import Foundation

/// Standard output and error as a command uses them: results on the one, everything else on the other.
enum Console {
  /// Whether a person looks at standard error: only then is progress drawn.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// How wide the terminal is that standard output goes to; nil where that is a file or another program.
  static var columns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), told > 0 { return told }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Bold on a terminal, in brackets where there is none.
  static func emphasised(_ text: String) -> String {
    isatty(STDOUT_FILENO) == 1 ? "\u{1B}[1m\(text)\u{1B}[0m" : "[\(text)]"
  }

  static func print(_ text: String) { write(Array((text + "\n").utf8)) }

  /// To standard output. Where that cannot be written there is nothing left to do for a command: the program ends, with
  /// the reason, or without a word where whoever read it has had enough.
  static func write(_ bytes: [UInt8]) {
    let fault = Stream.write(bytes, to: STDOUT_FILENO)
    if fault == 0 { return }
    if fault == EPIPE { SohoaCommand.leave(128 + SIGPIPE) }
    complain(.cannotPrint(unsafe String(cString: strerror(fault))), in: .ofCommandLine)
    SohoaCommand.leave(Failure.Code.cannotWriteOutput.rawValue)
  }

  /// To standard error, without a line end of its own. Where that cannot be written, nobody can be told.
  static func note(_ text: String) { _ = Stream.write(Array(text.utf8), to: STDERR_FILENO) }

  /// One line to standard error that says what went wrong.
  static func complain(_ message: Message, in language: Language) {
    line(language == .vi ? "Lỗi" : "Error", message, in: language)
  }

  /// One line to standard error that says what is worth knowing.
  static func remark(_ message: Message, in language: Language) {
    line(language == .vi ? "Lưu ý" : "Note", message, in: language)
  }

  private static func line(_ label: String, _ message: Message, in language: Language) {
    note("\(label): \(oneLine(message.text(in: language)))\n")
  }

  /// A file's name may hold anything; a line break in it must not make two lines of one, and no mark turn the line around.
  static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.turnsWriting ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
