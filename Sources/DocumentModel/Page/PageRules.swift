/// The straight lines of a page: boxes that are long and thin.
public struct PageRules: Hashable, Sendable {
  public var horizontal: [PixelBox]
  public var vertical: [PixelBox]

  public init(horizontal: [PixelBox], vertical: [PixelBox]) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}
