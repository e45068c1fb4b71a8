/// How far a page has come. A page passes them in order, and never back.
public enum PageStage: Int, Codable, Sendable, CaseIterable, Comparable {
  case listed, scanned, imageChecked, recognised, indexed, verified, packaged

  public static func < (a: PageStage, b: PageStage) -> Bool { a.rawValue < b.rawValue }

  /// As a command line has it: `image-checked`.
  public var name: String { self == .imageChecked ? "image-checked" : String(describing: self) }

  public init?(name: String) {
    guard let stage = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = stage
  }
}
