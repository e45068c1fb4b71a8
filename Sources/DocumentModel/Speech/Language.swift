/// The language that a person is spoken to in.
public enum Language: String, Codable, Sendable, CaseIterable { case vi, en }

extension Language {
  /// A number with one decimal, as a person writes it: `−2,3` in Vietnamese, `−2.3` in English.
  public func oneDecimal(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(value < 0 && tenths > 0 ? "−" : "")\(tenths / 10)\(self == .vi ? "," : ".")\(tenths % 10)"
  }
}

extension Language {
  /// A number with what it counts, in English: `1 page`, `2 pages`.
  public static func counted(_ count: Int, _ en: String) -> String { "\(count) \(count == 1 ? en : en + "s")" }
}

/// What speaks to a person in one language: a table, a page, the answer to a request.
///
/// Its words stand where they are used, in both languages side by side. What is passed on before it is shown is a
/// `Message`, which holds both.
public protocol Bilingual {
  var language: Language { get }
}

extension Bilingual {
  /// One of the two texts: the one in the language of the reader.
  public func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  /// A number with what it counts: Vietnamese has one form of the word, English takes an s unless there is one.
  public func counted(_ count: Int, _ vi: String, _ en: String) -> String {
    text("\(count) \(vi)", Language.counted(count, en))
  }
}
