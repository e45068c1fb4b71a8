/// What the database counts of one dossier; percentages are computed from nothing else. A count that nobody stated is
/// nil.
struct DossierState: Hashable, Sendable {
  enum Standing: Hashable, Sendable {
    case inScope
    /// In scope by the predicate, but added after the baseline was frozen.
    case added
    case secret, bornDigital
    case outside
    /// The inventory does not say what would decide it.
    case undetermined
  }

  var standing = Standing.inScope
  var fonds = ""
  var unit = ""
  var year = ""
  /// On the cover.
  var documents: Int?
  var sheets: Int?
  var pages: Int?
  var metres: Double?
  /// Listed, without those that were born digital or are a second scan.
  var items = 0
  /// How many of these have no scanned page.
  var unscannedItems = 0
  /// Pages of the listed documents: scanned ones as counted, others as declared.
  var itemPages = 0
  /// Listed documents whose page count is not known.
  var itemsWithoutPages = 0
  /// The greatest sheet number in the list.
  var lastSheet: Int?
  /// When the last document reached each stage, scanned to packaged; nil where one has not.
  var reachedAt: [Int?] = [nil, nil, nil, nil, nil, nil]
  /// What of an unfinished dossier had reached each stage, by the moments that a report is made for.
  var parts: [Int: [Part]] = [:]

  /// Documents that have reached a stage, and their pages.
  struct Part: Hashable, Sendable {
    var documents = 0
    var pages = 0
  }

  /// Documents on the cover. One more than the list has is the commonest error of covers: it is a conflict beside the
  /// figure and does not hold the dossier back.
  var expectedDocuments: Int? { documents.map { items > 0 && $0 == items + 1 ? items : $0 } }

  /// As of a moment. Documents that the cover counts and the list does not have are missing: they hold it at the start.
  func stage(asOf moment: Int) -> PageStage {
    guard items > 0, items >= expectedDocuments ?? 0 else { return .listed }
    let passed = reachedAt.prefix { $0.map { $0 <= moment } ?? false }.count
    return PageStage(rawValue: passed) ?? .listed
  }
}

/// What progress is measured in.
public enum ProgressUnit: String, Codable, Sendable, CaseIterable { case dossier, document, sheet, page, metre }

/// How many of a unit there are: known, or between two bounds.
struct Weight: Hashable, Sendable {
  enum Basis: String, Sendable { case counted, declared, estimated, unknown }

  var low, mid, high: Double
  var basis: Basis

  static func known(_ value: Double, _ basis: Basis) -> Weight {
    Weight(low: value, mid: value, high: value, basis: basis)
  }
  static func estimate(_ low: Double, _ mid: Double, _ high: Double) -> Weight {
    Weight(low: low, mid: mid, high: high, basis: .estimated)
  }
  /// At least one, and nobody knows how many.
  static let unknown = Weight(low: 1, mid: .nan, high: .infinity, basis: .unknown)

  var isKnown: Bool { basis == .counted || basis == .declared }
}

/// What one unit comes to in another where nobody counted: explicit, and printed in every report that uses them.
public struct Conversion: Hashable, Codable, Sendable {
  public var low, mid, high: Double

  /// 232 pages of 219 sheets were measured in one dossier (1.06); a shelf metre's 5,000 sheets are reckoned 70 %
  /// two-sided.
  static let pagesPerSheet = Conversion(low: 1, mid: 1.06, high: 2)
  static let sheetsPerMetre = Conversion(low: 4000, mid: 5000, high: 6000)
  static let pagesPerMetre = Conversion(low: 4000, mid: 8500, high: 12000)
  static let dossiersPerMetre = Conversion(low: 10, mid: 40, high: 100)
  static let documentsPerMetre = Conversion(low: 100, mid: 800, high: 4000)

  func weight(_ count: Double) -> Weight { .estimate(low * count, mid * count, high * count) }
}

extension DossierState {
  func weight(in unit: ProgressUnit) -> Weight {
    switch unit {
    case .dossier: return .known(1, .counted)
    case .document:
      if let expectedDocuments { return .known(Double(expectedDocuments), .declared) }
      return items > 0 ? .known(Double(items), .counted) : .unknown
    case .sheet:
      if let sheets { return .known(Double(sheets), .declared) }
      if let lastSheet { return .known(Double(lastSheet), .declared) }
      return knownPages.map { pages in .estimate(pages.mid / 2, pages.mid / 1.06, pages.mid) } ?? .unknown
    case .page:
      return knownPages ?? sheets.map { Conversion.pagesPerSheet.weight(Double($0)) } ?? .unknown
    case .metre:
      if let metres { return .known(metres, .declared) }
      return sheets.map { .estimate(Double($0) / 6000, Double($0) / 5000, Double($0) / 4000) } ?? .unknown
    }
  }

  private var knownPages: Weight? {
    if items > 0, itemsWithoutPages == 0, items >= expectedDocuments ?? 0 {
      return .known(Double(itemPages), unscannedItems == 0 ? .counted : .declared)
    }
    return pages.map { .known(Double($0), .declared) }
  }
}
