internal import DocumentModel
internal import Foundation
internal import GRDB

/// Freezes the dossiers that a predicate holds for.
struct BaselineWriter {
  let db: Database

  func freeze(_ name: String, _ predicate: ScopePredicate, approvedBy: String, at moment: Int) throws {
    let loaded = try StateLoader(db: db, baseline: nil, predicate: predicate, moment: moment).load()
    let scope = loaded.dossiers.filter { $0.standing == .inScope }
    let pages = ProgressSum.ratio(
      .packaged, in: .page, of: scope, and: loaded.uncounted.filter { $0.standing == .inScope }, asOf: moment)
    try db.run(
      "INSERT INTO baseline (name, predicate, totals, frozenAt, approvedBy) VALUES (?, ?, ?, ?, ?)",
      [name, try Self.encode(predicate), try Self.encode(pages), moment, approvedBy])
    let id = db.lastInsertedRowID
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT dossier.id, fonds.holder, maintenance, valueClass, fonds.code FROM dossier
        JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
        """)
    for row in rows
    where predicate.holds(holder: row[1], maintenance: row[2], valueClass: row[3], fonds: row[4]) == true {
      try db.run("INSERT INTO baselineDossier VALUES (?, ?)", [id, row[0] as Int64])
    }
  }

  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}

extension Message {
  static func baselineExists(_ name: String) -> Message {
    Message(
      "baseline-exists", vi: "Mốc “\(name)” đã chốt và không sửa được; hãy đặt tên khác.",
      en: "The baseline “\(name)” is frozen and cannot be changed; choose another name.")
  }

  static func noSuchBaseline(_ name: String) -> Message {
    Message(
      "no-such-baseline", vi: "Không có mốc “\(name)”. Chốt bằng: sohoa archive baseline \(name)",
      en: "There is no baseline “\(name)”. Freeze one with: sohoa archive baseline \(name)")
  }
}
