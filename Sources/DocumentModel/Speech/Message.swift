/// A sentence for a person, in both languages. Messages are made by static functions beside the code that uses them, one
/// function for each sentence; the initialiser asks for both languages, so that no translation can be missing.
public struct Message: Hashable, Codable, Sendable {
  /// Stable name for machines and tests: `cannot-read-file`.
  public let code: String
  public let vi: String
  public let en: String

  public init(_ code: String, vi: String, en: String) {
    self.code = code
    self.vi = vi
    self.en = en
  }

  public func text(in language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}
