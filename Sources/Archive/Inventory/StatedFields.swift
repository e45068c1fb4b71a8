internal import GRDB

/// One value of an inventory, as it is kept.
public enum InventoryValue: Hashable, Sendable, Encodable {
  case text(String)
  case count(Int)
  /// In metres.
  case length(Double)

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .count(let count): try container.encode(count)
    case .length(let metres): try container.encode(metres)
    }
  }

  /// For people.
  var text: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .length(let metres): String(metres)
    }
  }

  var databaseValue: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .count(let count): count.databaseValue
    case .length(let metres): metres.databaseValue
    }
  }
}

/// What a row states of a dossier or an item, by the storage columns of `InventoryColumn`. What it does not state is
/// not there.
public struct StatedFields: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    let column: String
    let value: InventoryValue
  }

  private(set) var all: [Field] = []

  mutating func add(_ column: String, _ value: InventoryValue?) {
    if let value { all.append(Field(column: column, value: value)) }
  }

  mutating func add(_ others: StatedFields) { all += others.all }

  /// The value of a storage column: nil where the row does not state it.
  public subscript(column: String) -> InventoryValue? { all.first { $0.column == column }?.value }

  /// All that is stated, in the order of the columns, for people.
  public var shown: [(column: String, text: String)] { all.map { ($0.column, $0.value.text) } }

  /// A stated text; nil also for a number.
  public func text(_ column: String) -> String? {
    if case .text(let text)? = self[column] { text } else { nil }
  }

  /// A stated whole number; nil also for anything else.
  public func count(_ column: String) -> Int? {
    if case .count(let count)? = self[column] { count } else { nil }
  }
}

extension StatedFields: Encodable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Two columns have had shorter names in JSON since before they were kept.
  private static let shortNames = ["startDate": "start", "endDate": "end"]

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    for field in all {
      try container.encode(field.value, forKey: Name(stringValue: Self.shortNames[field.column] ?? field.column))
    }
  }
}

extension StatedFields {
  /// Inserts a row of what every row of the table has, and what was stated. `fallbacks` has, by column, what is written
  /// where nothing was stated.
  func insert(
    into table: String, _ fixed: [(String, DatabaseValue)], fallbacks: [String: DatabaseValue] = [:], _ db: Database
  ) throws {
    let stated = Set(all.map(\.column))
    let values =
      fixed + all.map { ($0.column, $0.value.databaseValue) }
      + fallbacks.filter { !stated.contains($0.key) }.map { ($0.key, $0.value) }
    let names = values.map(\.0).joined(separator: ", ")
    let marks = [String](repeating: "?", count: values.count).joined(separator: ", ")
    try db.run("INSERT INTO \(table) (\(names)) VALUES (\(marks))", StatementArguments(values.map(\.1)))
  }
}
