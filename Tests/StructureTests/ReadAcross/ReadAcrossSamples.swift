import DocumentModel
import Grammar
import SampleDocuments

@testable import Structure

/// What the rules of tables read across their columns are tried with.
enum ReadAcrossSamples {
  /// The words of the repository's tables.
  static let words = Result { ReadAcrossWords(Phrases(try .load(from: Repository.dictionaries))) }

  /// Lines of such a table, one a line of the text.
  static func lines(_ text: String) -> [InterleavedLine] {
    Page(textInput: text).blocks.compactMap { block in
      guard case .line(let line) = block, !line.words.isEmpty else { return nil }
      return InterleavedLine(FlowLine(line, hasGapBefore: false, startsPage: false), startsPage: false)
    }
  }

  static func tokens(_ text: String) -> [[InterleavedLine.Token]] { lines(text).map { Array($0.body) } }
}
