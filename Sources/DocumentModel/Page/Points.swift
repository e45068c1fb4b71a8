/// A length on paper, in points: 1/72 inch, 0.353 millimetres. Sizes of print and of what lies between it are given so,
/// whatever the resolution of a scan.
public struct Points: Hashable, Sendable {
  public static let perInch = 72.0

  public let value: Double

  public init(_ value: Double) { self.value = value }

  /// The length in pixels of a page of so many dots per inch.
  public func exactPixels(at dpi: Int) -> Double { Double(dpi) * value / Self.perInch }

  /// The same in whole pixels, rounded down.
  public func pixels(at dpi: Int) -> Int {
    // A whole number of pixels that arithmetic leaves a hair below itself stays whole.
    Int(exactPixels(at: dpi) + 1e-6)
  }
}
