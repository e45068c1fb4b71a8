internal import DocumentModel
internal import GRDB

/// Lets the papers of a folder or a dossier speak for one another: one that cites `Kế hoạch số 236/KH-UBND ngày 05/8/2025`
/// tells the number and the day of the only paper with that symbol and that year whose own cannot be read.
struct CitationWitness {
  let db: Database

  /// How far a citation is believed, 0…1: that the folder holds the paper that is cited is likely and not sure.
  private static let confidence = 0.4

  private struct Mention: Hashable {
    var document: Int64
    var number: String
    var date: String
    var folder: Substring
  }

  /// Hears, for every document without a number or a whole day, what others of its folder or dossier cite.
  func speak() throws {
    let mentions = try mentions()
    let rivals = Dictionary(grouping: mentions) { [$0.number, $0.date, String($0.folder)] }
    for (document, own) in Dictionary(grouping: mentions, by: \.document) {
      // Several numbers under one symbol are several papers, and so are several papers that one citation fits.
      let isOnly = Set(own.map { [$0.number, $0.date] }).count == 1
      let isAlone = own.allSatisfy { rivals[[$0.number, $0.date, String($0.folder)]]?.count == 1 }
      let values = isOnly && isAlone ? own.first.map { ["number": $0.number, "date": $0.date] } ?? [:] : [:]
      try WitnessDesk(db: db).hear(
        .init(source: ProposalSource.cited, confidence: Self.confidence, values: values), of: document)
    }
  }

  private func mentions() throws -> Set<Mention> {
    let rows = try Row.fetchAll(db, sql: "\(Self.withoutNumber) UNION \(Self.withoutDay)")
    return Set(
      rows.compactMap { row in
        let folder = Self.folder(of: row["path"])
        guard row["isOfDossier"] || folder == Self.folder(of: row["citingPath"]) else { return nil }
        return Mention(document: row["document"], number: row["number"], date: row["date"], folder: folder)
      })
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(where: { $0 == "/" || $0 == "\\" }).map { path[..<$0] } ?? ""
  }

  /// Citations of a symbol in the year, and the month, that was read of the paper. `own.key` ends in the stroke before the
  /// number that is missing; in the order of bytes 0 follows the stroke. A number that another paper bears is that paper's.
  private static let withoutNumber = """
    \(select) JOIN citation ON citation.key > own.key AND citation.key < rtrim(own.key, '/') || '0' \(citing)
    WHERE own.number IS NULL AND own.key <> '' AND \(isDated)
      AND NOT EXISTS (SELECT 1 FROM document AS other WHERE other.key = citation.key)
    """

  private static let withoutDay = """
    \(select) JOIN citation ON citation.key = own.key \(citing)
    WHERE own.number NOT NULL AND LENGTH(own.date) < 10 AND own.key <> '' AND \(isDated)
    """

  private static let select = """
    SELECT own.id AS document, citation.number AS number, citation.date AS date, input.path AS path,
      citingInput.path AS citingPath,
      EXISTS (SELECT 1 FROM item AS a JOIN item AS b ON b.dossierId = a.dossierId
        WHERE a.documentId = own.id AND b.documentId = citing.id) AS isOfDossier
    FROM document AS own JOIN input ON input.sha256 = own.inputSha256
    """

  private static let citing = """
    JOIN document AS citing ON citing.id = citation.documentId AND citing.id <> own.id
    JOIN input AS citingInput ON citingInput.sha256 = citing.inputSha256
    """

  private static let isDated = "LENGTH(own.date) >= 4 AND citation.date LIKE own.date || '%'"
}
