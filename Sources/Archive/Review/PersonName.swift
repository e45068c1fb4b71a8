internal import Vietnamese

/// The names of people as they are kept: one spelling for one person, and no more of it than a name is long.
public enum PersonName {
  /// Letters and signs of a name, each mark counted by itself where it cannot be composed.
  public static let longest = 80
  /// Of what was typed, no more is looked at: one letter may carry any number of marks.
  private static let mostTyped = 400

  /// Composed letters, single spaces, and nothing that cannot be seen; cut off behind `longest`.
  public static func kept(_ typed: String) -> String {
    let typed = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(mostTyped)))
    let seen = nfc(typed).unicodeScalars.filter { $0.properties.isWhitespace || !isUnseen($0) }
    let words = String(String.UnicodeScalarView(seen)).split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ").unicodeScalars.prefix(longest)
    return String(String.UnicodeScalarView(name))
  }

  /// Whether no more was typed than a name has.
  public static func isName(_ typed: String) -> Bool {
    let count = typed.unicodeScalars.prefix(mostTyped + 1).count
    return count <= mostTyped && !kept(typed).isEmpty && nfc(typed).unicodeScalars.count <= longest
  }

  /// What all spellings of a name have in common, whatever their capitals.
  public static func key(_ typed: String) -> String { kept(typed).lowercased() }

  /// How somebody is written down who has the token that all share: that this is the person's name, nobody has proved.
  public static func unproven(_ name: String) -> String { "\(name) (mã chung)" }

  /// Signs that are not shown, or that turn around what stands beside them.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
