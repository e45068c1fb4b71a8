/// Reads the part of a workbook that has the styles of its cells.
final class NumberStylesReader: PartReader {
  /// By the number that a cell has of its style.
  private(set) var styles: [Int: NumberStyles.Style] = [:]
  private var formats = Dictionary(uniqueKeysWithValues: (Array(14...17) + [22]).map { ($0, NumberStyles.Style.day) })
  private var isInCells = false
  private var count = 0

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    switch element {
    case .format:
      guard let id = attributes.number("numFmtId") else { return }
      formats[id] = attributes["formatCode"].flatMap(Self.style)
    case .cellFormats: isInCells = true
    case .cellFormat where isInCells:
      styles[count] = formats[attributes.number("numFmtId") ?? 0]
      count += 1
    default: break
    }
  }

  func end(_ element: PartElement) {
    if element == .cellFormats { isInCells = false }
  }

  private static func style(of code: String) -> NumberStyles.Style? { isDay(code) ? .day : digits(code) }

  /// A format with a year or a day in it, outside what is quoted.
  private static func isDay(_ code: String) -> Bool {
    var isQuoted = false, isInBrackets = false
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      // A colour, a language or a condition: `[Red]`, `[$-42A]`.
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "y", "d": if !isQuoted, !isInBrackets { return true }
      default: break
      }
    }
    return false
  }

  /// Noughts alone, with words in quotation marks or single signs around them.
  private static func digits(_ code: String) -> NumberStyles.Style? {
    var before = "", after = "", count = 0, isQuoted = false, isEscaped = false
    for character in code.prefix(while: { $0 != ";" }) {
      if isEscaped || isQuoted && character != "\"" {
        if count == 0 { before.append(character) } else { after.append(character) }
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "\\" {
        isEscaped = true
      } else if character == "0", after.isEmpty {
        count += 1
      } else {
        return nil
      }
    }
    return count > 1 || count == 1 && !(before + after).isEmpty ? .digits(count, before: before, after: after) : nil
  }
}
