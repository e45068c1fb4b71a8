internal import DocumentModel

/// An inventory made of lists, covers and closing sheets that were read: only what stands on them. What they say differently of
/// one dossier is left empty and named, and so is what could not be read.
public struct ProposedInventory: Sendable {
  /// A row of a list with cells that could not be read.
  public struct Unread: Hashable, Encodable, Sendable {
    public var file: String
    /// 1-based, in the file.
    public var page: Int
    /// The number of the row, else its place in the list, from 1.
    public var row: Int
    /// Names of the cells, as in the record.
    public var cells: [String]
  }

  /// A field of a dossier of which its papers say different things.
  public struct Difference: Hashable, Encodable, Sendable {
    /// Nil where no paper names the dossier.
    public var dossier: String?
    public var field: String
    public var values: [String]
  }

  /// The full layout, and behind it the missing numbers where any are stated.
  public let sheet: InventorySheet
  public let unread: [Unread]
  public let differences: [Difference]
  public let dossiers: Int
  public let documents: Int
  /// Dossiers that no paper of theirs names by a code, and those whose fonds no paper names: an import asks for them.
  public let withoutCode: Int
  public let withoutFonds: Int

  public init(of aids: [KeptAid]) {
    let groups = AidGroup.groups(of: aids)
    let hasGaps = groups.contains { !$0.gaps.isEmpty }
    let columns = InventoryColumn.written + (hasGaps ? InventoryColumn.all.filter { $0.field == Self.missing } : [])
    sheet = InventorySheet(
      heading: columns.map { $0.heading ?? Self.missingHeading }, widths: columns.map(\.width),
      rows: groups.enumerated().flatMap { number, group in group.rows(columns, number: number + 1) })
    differences = groups.flatMap(\.differences)
    unread = aids.flatMap(Self.unread)
    dossiers = groups.count
    documents = groups.reduce(0) { $0 + $1.items.count }
    withoutCode = groups.count { $0.code == nil }
    withoutFonds = groups.count { $0.text("fonds") == nil }
  }

  private static let missing: InventoryField = "dossier.missing-numbers"
  private static let missingHeading = "Số khuyết"

  private static func unread(in kept: KeptAid) -> [Unread] {
    kept.aid.rows.enumerated().compactMap { place, row in
      guard !row.unread.isEmpty else { return nil }
      let page = (row.evidence["row"] ?? kept.aid.evidence).provenance.page
      return Unread(file: kept.file, page: page, row: row.ordinal ?? place + 1, cells: row.unread)
    }
  }
}
