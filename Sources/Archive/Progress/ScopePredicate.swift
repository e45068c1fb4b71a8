public import DocumentModel
internal import Vietnamese

/// Which dossiers a percentage is of. The law does not define “high value”, so a report always prints this beside its
/// numbers. An empty list stands for any.
public struct ScopePredicate: Hashable, Codable, Sendable {
  /// Raised when the meaning of a field changes.
  public var version: Int
  /// Part of the name of who keeps the fonds: `lưu trữ lịch sử`.
  public var holders: [String]
  /// `01` for Vĩnh viễn, to `07`.
  public var maintenance: [String]
  /// `đặc biệt`, `cao`, as the inventory has them.
  public var valueClasses: [String]
  public var fonds: [String]

  public init(
    holders: [String] = [], maintenance: [String] = ["01"], valueClasses: [String] = [], fonds: [String] = []
  ) {
    version = 1
    self.holders = holders
    self.maintenance = maintenance
    self.valueClasses = valueClasses
    self.fonds = fonds
  }

  /// Whether a dossier is in scope; nil where the inventory does not say what would decide it.
  func holds(holder: String?, maintenance: String?, valueClass: String?, fonds: String) -> Bool? {
    if !self.fonds.isEmpty, !self.fonds.contains(fonds) { return false }
    var isUnknown = false
    for (wanted, found, isPart) in [
      (holders, holder, true), (self.maintenance, maintenance, false), (valueClasses, valueClass, true),
    ] where !wanted.isEmpty {
      guard let found, !found.isEmpty else {
        isUnknown = true
        continue
      }
      let key = looseKey(found)
      if !wanted.contains(where: { isPart ? key.contains(looseKey($0)) : key == looseKey($0) }) { return false }
    }
    return isUnknown ? nil : true
  }

  /// For a report's head.
  public func text(in language: Language) -> String {
    let names =
      language == .vi
      ? ["nơi lưu", "thời hạn bảo quản", "giá trị", "phông"] : ["holder", "retention", "value", "fonds"]
    let parts = zip(names, [holders, maintenance, valueClasses, fonds]).filter { !$0.1.isEmpty }.map {
      "\($0.0) = \($0.1.joined(separator: " | "))"
    }
    let (all, and) = language == .vi ? ("mọi hồ sơ", " và ") : ("all dossiers", " and ")
    return (parts.isEmpty ? all : parts.joined(separator: and)) + " (v\(version))"
  }
}
