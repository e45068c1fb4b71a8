/// What a file is, told from its first bytes and never from its name.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
  case pdf, tiff, png, jpeg, text
  /// Kinds that are recognised so that a message can name them; none is read.
  case html, zip, word, richText, postScript, mail, empty, binary

  /// Whether it holds page images and nothing else.
  public var isImage: Bool { self == .tiff || self == .png || self == .jpeg }

  /// How many bytes of the start are enough to tell.
  public static let sniffLength = 4096

  /// Tells the kind from the start of a file, at least `sniffLength` bytes of it where it is that long.
  public init(startingWith bytes: [UInt8]) {
    self = Self.signatures.first { bytes.starts(with: $0.bytes) }?.kind ?? Self.withoutSignature(bytes)
  }

  private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
    ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0xD0, 0xCF, 0x11, 0xE0], .word),
    (Array("{\\rtf".utf8), .richText), (Array("%!PS".utf8), .postScript),
  ]

  private static func withoutSignature(_ bytes: [UInt8]) -> FileKind {
    if bytes.isEmpty { return .empty }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isUTF16 { return .text }
    // PDF readers accept up to a kilobyte of other bytes before the header.
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
    if start.contains("%PDF-") { return .pdf }
    if !isMostlyPrintable(bytes) { return .binary }
    let opening = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(15).lowercased()
    let isMarkup = opening.hasPrefix("<") && start.lowercased().contains("<html")
    if opening.hasPrefix("<!doctype html") || isMarkup { return .html }
    return MailHeader.opens(start) ? .mail : .text
  }

  /// Whether less than one byte in twenty is a control character. A stray NUL is a fault in a text, such as a copy that
  /// was cut short; many of them mean that the file holds something else.
  private static func isMostlyPrintable(_ bytes: [UInt8]) -> Bool {
    let control = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return control * 20 < bytes.count
  }
}

/// The header of a mail (RFC 5322): fields such as `From: …`, one a line, up to an empty line.
private enum MailHeader {
  /// Fields that every mail has, or that only a mail has, in small letters.
  private static let fields: Set<Substring> = [
    "return-path", "received", "delivered-to", "message-id", "mime-version", "date", "from", "to", "subject", "cc",
    "reply-to", "content-type", "content-transfer-encoding", "x-mailer", "x-priority", "dkim-signature",
  ]

  /// Whether a text begins so: three fields of a mail, and nothing else, before the first empty line.
  static func opens(_ text: String) -> Bool {
    // A mailbox puts a line of its own before each mail.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .drop { $0.hasPrefix("From ") || $0 == "\u{FEFF}" }.prefix { !$0.isEmpty }
    var known = 0
    for (index, line) in lines.enumerated() {
      // A field goes on in lines that begin with space; the text may be cut in the last line.
      if line.first?.isWhitespace == true, known > 0 { continue }
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
        line[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
      else { return known >= 3 && index == lines.count - 1 }
      if fields.contains(line[..<colon].lowercased()[...]) { known += 1 }
    }
    return known >= 3
  }
}
