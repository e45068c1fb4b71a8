public import DocumentModel

/// Everything restoration has learned: the mapped language model and the tables that stand beside it.
public struct RestorationModel: Sendable {
  /// The name of the model file in its folder.
  public static let fileName = "vietnamese.model"

  let vocabulary: WordList
  let language: LanguageModel
  let symbols: SymbolGrammar
  // Arranged for search when a text first needs them: time saved for one that does not.
  let english: Deferred<GarbledLexicon>
  let vietnamese: Deferred<GarbledLexicon>

  /// Maps the model file and reads the tables in the same folder.
  ///
  /// - Throws: `Failure` where the file is missing, of another kind or version, cut short or changed.
  public init(contentsOf path: String) throws(Failure) {
    let file = try MappedFile(path: path)
    let header = try ModelHeader(file, path: path)
    vocabulary = WordList(file, words: header.words, keys: header.keys, header.offset(of:))
    language = LanguageModel(file, header.offset(of:))
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let counted = try TabSeparatedTable.rows(folder + "symbols.tsv").compactMap { row in
      row.count >= 2 ? Int(row[1]).map { (part: row[0], count: $0) } : nil
    }
    let listed = try TabSeparatedTable.rows(folder + "abbreviations.tsv").compactMap { row in
      row.first.map { (part: $0, count: SymbolGrammar.listedCount) }
    }
    symbols = SymbolGrammar(rows: counted + listed.filter { !$0.part.contains(" ") })
    let vocabulary = vocabulary, language = language, symbols = symbols
    func lexicon(_ name: String) throws(Failure) -> Deferred<GarbledLexicon> {
      let table = try ConfusionTable(contentsOf: folder + name)
      return Deferred {
        GarbledLexicon(channel: ChannelIndex(table), vocabulary: vocabulary, language: language, symbols: symbols)
      }
    }
    english = try lexicon("confusions-english.tsv")
    vietnamese = try lexicon("confusions-vietnamese.tsv")
  }

  /// Where readings come from for a noise.
  func source(for noise: Noise, terms: [String]) -> any CandidateSource {
    switch noise {
    case .english: GarbledSource(lexicon: english.value, vocabulary: vocabulary, language: language, terms: terms)
    case .vietnamese: GarbledSource(lexicon: vietnamese.value, vocabulary: vocabulary, language: language, terms: terms)
    case .stripped, .clean, .automatic: StrippedSource(vocabulary: vocabulary, language: language, symbols: symbols)
    }
  }
}

/// Small readable tables.
enum TabSeparatedTable {
  /// The rows of a TSV file after its header; none for a file that is not there.
  static func rows(_ path: String) throws(Failure) -> [[String]] {
    guard let file = try? MappedFile(path: path) else { return [] }
    return file.withBytes { bytes in
      bytes.split(separator: 0x0A).dropFirst().map { row in
        row.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }
}
