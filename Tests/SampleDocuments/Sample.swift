public import DocumentModel
private import Foundation

/// A document of the corpus whose true text and record are known.
public struct Sample: Sendable, CustomStringConvertible {
  public let name: String
  /// The gold parts pages; a seed's does not.
  private let isPaged: Bool

  /// The two seeds with gold, and the six made-up scans.
  public static let all =
    ["000", "002"].map { Sample(name: $0, isPaged: false) }
    + [
      "dev01_kh_xa_bullets", "dev02_dossier_ttr_kh", "dev03_kh_tinh_landscape", "dev04_party_norules",
      "dev05_hist_1991", "dev06_joint_born",
    ].map { Sample(name: $0, isPaged: true) }

  public var description: String { name }

  private var base: String { Repository.root + "corpus/gold/" + name }

  /// Its true text as the stages before would hand it over.
  public func pages() throws -> [Page] {
    let text = try String(contentsOfFile: base + ".txt", encoding: .utf8)
    if !isPaged { return [Page(textInput: text)] }
    let cells = base + ".cells.tsv"
    let hasCells = FileManager.default.fileExists(atPath: cells)
    return GoldPages(text, cells: hasCells ? try String(contentsOfFile: cells, encoding: .utf8) : "").pages
  }

  /// Its true record, as JSON.
  public func gold() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: base + ".json")))
  }
}

/// Where the repository is: tests read its corpus and its dictionaries.
public enum Repository {
  public static let root = String(#filePath.dropLast("Tests/SampleDocuments/Sample.swift".count))
  public static let dictionaries = root + "dictionaries"
}

extension Page {
  /// A text input: one page, a line for every line.
  public init(textInput text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    self.init(
      number: 1, origin: .text, blocks: lines.map { .line(Line(parsing: String($1), page: 1, number: $0 + 1)) })
  }
}
