/// Pieces of queries that ask where a dossier or a document stands in the inventory.
enum InventorySQL {
  /// The catalogue and the fonds of `dossier`.
  static let aboveDossier = """
    JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
    """
  /// Fonds, catalogue and code as people read them: `P01 / 01 / 15`.
  static let dossierPlace = "fonds.code || ' / ' || catalogue.number || ' / ' || dossier.code"
  /// The same with the ordinal of `item`.
  static let itemPlace = "\(dossierPlace) || ' / ' || item.ordinal"
}
