import DocumentModel
import Vietnamese

/// How near records come to gold, by the definitions of the corpus's own scorer but with exact matching of texts (marks,
/// dashes and closing signs folded) in place of similarity.
enum Scorer {
  /// Name and value, 0…1, of each figure.
  static func figures(of records: [DocumentRecord], against gold: [GoldRecord]) -> [(String, Double)] {
    let pairs = zip(records, gold)
    // A list that a gold does not give is not scored (docs/record.md).
    func shared<Item: Hashable>(_ made: (DocumentRecord) -> [Item], _ true: (GoldRecord) -> [Item]?) -> Double {
      f1(pairs.compactMap { record, gold in `true`(gold).map { (made(record), $0) } })
    }
    return [
      ("documents", records.count == gold.count ? 1 : 0),
      ("metadata", f1(pairs.map { (metadata($0, like: $1), metadata($1)) })),
      (
        "sections",
        shared(
          { $0.sections.map { key($0.label) + " " + head($0.title) } },
          { $0.sections?.map { key($0.label) + " " + head($0.title) } })
      ),
      (
        "targets",
        shared(
          { $0.targets.map { "\($0.value) \($0.unit == "%")" } },
          { $0.targets?.map { "\($0.value) \($0.unit == "%")" } })
      ),
      (
        "references",
        shared(
          { $0.references.map { key("\($0.number)/\($0.symbol)|\($0.date?.description ?? "")") } },
          { $0.references?.map { key("\($0.number)/\($0.symbol)|\($0.date ?? "")") } })
      ),
      ("tasks", shared({ $0.tasks.map(summary) }, { $0.tasks?.map(summary) })),
    ]
  }

  private static func summary(_ task: TaskRecord) -> [String] {
    summary(
      task.path, task.number, task.title, task.content, task.lead, task.cooperating, task.deadline.text,
      task.deadline.due?.description, task.deadline.modes.map(\.rawValue), task.product)
  }

  private static func summary(_ task: GoldRecord.Task) -> [String] {
    summary(
      task.path, task.number, task.title, task.content, task.lead, task.cooperating, task.deadline.text,
      task.deadline.due, task.deadline.modes, task.product)
  }

  private static func summary(
    _ path: [String], _ number: String, _ title: String, _ content: String, _ lead: [String], _ cooperating: [String],
    _ deadline: String?, _ due: String?, _ modes: [String], _ product: String?
  ) -> [String] {
    let bodies = lead.map { "lead " + key($0) } + cooperating.map { "cooperating " + key($0) }
    return path.map(key) + [number, title, content, deadline ?? "", product ?? ""].map(key) + bodies + [due ?? ""]
      + modes.sorted()
  }

  /// The fields of a header that the gold knows; one the gold leaves open is not scored.
  private static func metadata(_ record: DocumentRecord, like gold: GoldRecord) -> [String] {
    let known = Set(metadata(gold).map { $0.prefix { $0 != " " } })
    let header = record.document
    let fields: [(String, String?)] = [
      ("type", header.type), ("number", header.number), ("symbol", header.symbol), ("issuer", header.issuer),
      ("place", header.place), ("date", header.date?.description), ("subject", header.subject),
      ("addressee", header.addressee), ("title", header.signer.title), ("name", header.signer.name),
      ("recipients", header.recipients.joined(separator: "|")),
    ]
    return fields.filter { known.contains($0.0[...]) }.map { "\($0.0) \(key($0.1 ?? ""))" }
  }

  private static func metadata(_ gold: GoldRecord) -> [String] {
    let header = gold.document
    let fields: [(String, String?)] = [
      ("type", header.type), ("number", header.number), ("symbol", header.symbol), ("issuer", header.issuer),
      ("place", header.place), ("date", header.date), ("subject", header.subject), ("addressee", header.addressee),
      ("title", header.signer?.title), ("name", header.signer?.name),
      ("recipients", header.recipients?.joined(separator: "|")),
    ]
    return fields.compactMap { name, value in value.map { "\(name) \(key($0))" } }
  }

  private static func head(_ title: String) -> String { String(key(title).prefix(40)) }

  /// Marks and capitals folded, closing signs and the spaces around joints left out.
  private static func key(_ text: String) -> String {
    var key = looseKey(text)
    for joint in ["-", "/"] { key = key.split(separator: joint).map { $0.trimmed }.joined(separator: joint) }
    return key.trimmed
  }

  private static func f1<Item: Hashable>(_ pairs: [([Item], [Item])]) -> Double {
    var hits = 0, made = 0, known = 0
    for (mine, gold) in pairs {
      var pool: [Item: Int] = [:]
      for item in mine { pool[item, default: 0] += 1 }
      for item in gold where pool[item, default: 0] > 0 {
        pool[item, default: 0] -= 1
        hits += 1
      }
      made += mine.count
      known += gold.count
    }
    return made + known == 0 ? 1 : 2 * Double(hits) / Double(made + known)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let closing: Set<Character> = [" ", ".", ";", ":", ","]
    return String(drop { closing.contains($0) }.reversed().drop { closing.contains($0) }.reversed())
  }
}
