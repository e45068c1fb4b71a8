/// Figures that a pen wrote into the head of a paper, as they were read: a suggestion, and sure only from
/// `PenReading.sure` on.
public struct PenReading: Hashable, Codable, Sendable {
  /// What the figures are.
  public enum Field: String, Codable, Sendable, CaseIterable {
    /// Between “Số:” and the slash.
    case number
    /// Between “ngày” and “tháng”.
    case day
    /// Between “tháng” and “năm”.
    case month
  }

  /// The least confidence from which the first value may be stated without anybody having looked at it; what it reaches
  /// is in docs/accuracy.md, “Figures by pen”.
  public static let sure: Confidence = 0.95

  public var field: Field
  /// 1-based line of `text.txt` in which the figures stand, as `Line.number`; 0 until lines are numbered.
  public var line: Int
  /// Where the ink is, in pixels of the upright page image.
  public var box: PixelBox
  /// What it may say, best first.
  public var values: [PenValue]

  public init(field: Field, line: Int = 0, box: PixelBox, values: [PenValue]) {
    self.field = field
    self.line = line
    self.box = box
    self.values = values
  }

  /// The first value, where it is sure.
  public var sureValue: PenValue? { values.first.flatMap { $0.confidence >= Self.sure ? $0 : nil } }
}

/// Figures that ink may say.
public struct PenValue: Hashable, Codable, Sendable {
  /// Digits as they were written, a zero before them kept.
  public var text: String
  public var confidence: Confidence

  public init(_ text: String, confidence: Confidence) {
    self.text = text
    self.confidence = confidence
  }
}

extension KeyedDecodingContainer {
  /// Pages that were kept before pens were read have no such readings: the decoding that is made for `Page` uses this.
  func decode(_ type: [PenReading].Type, forKey key: Key) throws -> [PenReading] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
