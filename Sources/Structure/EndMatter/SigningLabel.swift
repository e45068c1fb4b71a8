internal import DocumentModel
internal import Vietnamese

/// The labels that signing services print before what they state of a signature. They are the format of foreign programs,
/// in two languages, and stay here rather than in the dictionaries: `sohoa inspect` reads them without any dictionary.
enum SigningLabel: CaseIterable {
  case signer, organisation, time
  /// Labels of what is not kept.
  case other

  /// In small letters without marks, as `looseKey` makes them.
  private var wordings: [String] {
    switch self {
    case .signer: ["ky boi", "nguoi ky", "signed by", "digitally signed by"]
    case .organisation: ["co quan", "to chuc", "don vi", "organization"]
    case .time: ["thoi gian ky", "ngay ky", "gio ky", "signing time", "signed on"]
    case .other: ["email", "chuc vu", "ly do", "vi tri", "reason", "location"]
    }
  }

  /// The label that a line begins with, and what follows it; nil where a line begins with none.
  static func split(_ text: String) -> (label: SigningLabel, value: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let key = looseKey(String(text[..<colon]))
    guard let label = allCases.first(where: { $0.wordings.contains(key) }) else { return nil }
    return (label, text[text.index(after: colon)...].trimmed)
  }
}

extension StringProtocol {
  /// Without white space at the ends.
  var trimmed: String { String(trimmed(where: \.isWhitespace)) }
}
