public import DocumentModel
internal import GRDB

/// A dossier on the sheet that goes with a delivery, with the newest package of it.
public struct HandoverRow: Hashable, Codable, Sendable {
  /// Fonds, catalogue and code.
  public var place: String
  public var fonds: String
  public var title: String
  /// As far as the inventory knows them: `2010-01-04`, `2010-01`, `2010`.
  public var from: String?
  public var to: String?
  /// Documents that the inventory lists.
  public var listed: Int
  /// Nil where the dossier was never packed as this kind.
  public var package: KeptPackage?

  /// Whether the package can be handed over: every listed document is in it, signed, it passed its check and is not stale.
  public var isComplete: Bool {
    guard let package else { return false }
    return package.isSigned && package.passed == true && !package.isStale && package.documents == listed
  }
}

extension Archive {
  /// Dossiers of a selection with their newest packages of a kind, in the inventory's order.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func handover(_ selection: PackageSelection, kind: String) throws(Failure) -> [HandoverRow] {
    try reading { db in
      let sources = PackageSources(db: db)
      return try sources.dossiers(selection).compactMap { id in
        guard let source = try sources.source(id) else { return nil }
        let package = try Self.packages("package.dossierId = ? AND package.kind = ?", [id, kind], in: db, limit: 1)
          .first
        return HandoverRow(
          place: "\(source.fonds) / \(source.catalogue) / \(source.code)", fonds: source.fonds,
          title: source.values["title"] ?? "", from: source.values["startDate"], to: source.values["endDate"],
          listed: source.items.count, package: package)
      }
    }
  }
}
