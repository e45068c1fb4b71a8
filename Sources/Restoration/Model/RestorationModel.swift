public import DocumentModel

#if canImport(Glibc)
  import Glibc
#endif

/// What restoration has learned: the mapped language model and the tables in the same folder.
public struct RestorationModel: Sendable {
  /// The name of the model file in its folder.
  public static let fileName = "vietnamese.model"

  let vocabulary: WordList
  let language: LanguageModel
  let symbols: SymbolGrammar
  let places: Deferred<PlaceNames>
  /// What neighbours on both sides say; nil where its file is not there.
  let contexts: ContextModel?
  // Made when a text first needs them, since each takes time and most texts need one at most.
  let english: Deferred<GarbledLexicon>
  let vietnamese: Deferred<GarbledLexicon>

  /// Maps the model file and reads the tables in the same folder.
  ///
  /// - Throws: `Failure` if the model file is missing, of another kind or version, cut short or changed, or if a
  ///   confusion table is missing.
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
    let rows = try TabSeparatedTable.rows(folder + "places.tsv")
    places = Deferred { PlaceNames(rows) }
    let vocabulary = vocabulary, language = language, symbols = symbols
    contexts = try Self.contexts(folder + ContextModel.fileName, vocabulary, language, header.checksum)
    func lexicon(_ name: String) throws(Failure) -> Deferred<GarbledLexicon> {
      let table = try ConfusionTable(contentsOf: folder + name)
      return Deferred {
        GarbledLexicon(channel: ChannelIndex(table), vocabulary: vocabulary, language: language, symbols: symbols)
      }
    }
    english = try lexicon("confusions-english.tsv")
    vietnamese = try lexicon("confusions-vietnamese.tsv")
  }

  private static func contexts(
    _ path: String, _ vocabulary: WordList, _ language: LanguageModel, _ checksum: UInt64
  ) throws(Failure) -> ContextModel? {
    guard access(path, F_OK) == 0 else { return nil }
    return try ContextModel(contentsOf: path, vocabulary: vocabulary, model: language, language: checksum)
  }

  /// What finds the readings of a text with this noise.
  func source(for noise: Noise, terms: [String]) -> any CandidateSource {
    switch noise {
    case .english: GarbledSource(lexicon: english.value, vocabulary: vocabulary, language: language, terms: terms)
    case .vietnamese: GarbledSource(lexicon: vietnamese.value, vocabulary: vocabulary, language: language, terms: terms)
    case .stripped, .clean, .automatic: StrippedSource(vocabulary: vocabulary, language: language, symbols: symbols)
    }
  }
}

/// Reads the small tables beside the model.
enum TabSeparatedTable {
  /// The rows of a tab-separated file after its header, each as its cells; none where there is no such file.
  static func rows(_ path: String) throws(Failure) -> [[String]] {
    guard let file = try? MappedFile(path: path) else { return [] }
    return file.withBytes { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { row in
        row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
    }
  }
}
