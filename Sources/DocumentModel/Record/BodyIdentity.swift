/// A body that a document names, under all the spellings it has there.
public struct BodyIdentity: Hashable, Codable, Sendable {
  /// The same for every spelling: `phong-van-hoa-xa-hoi@xa-hop-minh`.
  public var id: String
  /// Written out, with its place: `Phòng Văn hóa - Xã hội xã Hợp Minh`.
  public var canonical: String
  /// `xã`, `phường`, `tỉnh`, …; nil where nothing tells.
  @ExplicitNull public var level: String?
  /// `Hợp Minh`; nil where nothing tells.
  @ExplicitNull public var place: String?
  /// A set of bodies (`các đơn vị có liên quan`), no body of its own.
  public var generic: Bool
  /// As printed, in order of first mention.
  public var spellings: [String]

  public init(
    id: String, canonical: String, level: String? = nil, place: String? = nil, generic: Bool = false,
    spellings: [String] = []
  ) {
    self.id = id
    self.canonical = canonical
    self._level = ExplicitNull(wrappedValue: level)
    self._place = ExplicitNull(wrappedValue: place)
    self.generic = generic
    self.spellings = spellings
  }
}
