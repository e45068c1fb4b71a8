/// A row of a sheet, every cell as the text that a person sees.
public struct SheetRow: Hashable, Sendable {
  /// As spreadsheet programs number it, from 1.
  public var number: Int
  public var cells: [String]
  /// Which sheet of the workbook it is in, from 0, and what that is called; of a text the only one, without a name.
  public var sheet = 0
  public var sheetName = ""
  /// Whether one of its cells was too long and is cut: a quotation mark that never closes, or no table at all.
  public var isCut = false

  public init(number: Int, cells: [String]) {
    self.number = number
    self.cells = cells
  }

  static let mostColumns = 1024
  /// Rows that a file may have. A sheet of a spreadsheet program has 1,048,576 at most, and the inventory of a whole
  /// province's archive fewer.
  public static let most = 2_000_000

  /// Nothing stands in it.
  public var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  mutating func set(_ text: String, at column: Int) {
    guard (0..<Self.mostColumns).contains(column) else { return }
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }

  /// The column of `BC12`, from 0.
  static func column(of reference: String) -> Int? {
    var column = 0
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    for letter in letters { column = column * 26 + Int(letter) - 0x40 }
    return column - 1
  }
}
