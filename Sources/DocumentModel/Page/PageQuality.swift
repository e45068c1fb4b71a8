/// How well a page was scanned: whether it will do, or should be scanned again, and why.
public struct PageQuality: Hashable, Codable, Sendable {
  /// From best to worst.
  public enum Grade: String, Codable, Sendable, CaseIterable {
    /// Nothing is wrong with it.
    case good
    /// It can be read, with more errors than a good scan.
    case fair
    /// To be scanned again where the paper still exists.
    case poor
  }

  /// What is wrong with a scan.
  public enum Flaw: String, Codable, Sendable, CaseIterable {
    case lowResolution = "low-resolution"
    case lowContrast = "low-contrast"
    case blur, skew, specks
    case blackBorder = "black-border"
    case bleedThrough = "bleed-through"
    case cutOffText = "cut-off-text"
  }

  public var grade: Grade
  public var reasons: [Flaw]

  public init(grade: Grade, reasons: [Flaw]) {
    self.grade = grade
    self.reasons = reasons
  }

  /// The quality of a page that a program made.
  public static let digital = PageQuality(grade: .good, reasons: [])
}

/// What is measured on the picture of a page.
public struct PictureMeasures: Hashable, Codable, Sendable {
  /// Dots per inch.
  public var dpi: Int
  /// How many dark parts have the size of a letter; a blank page has hardly any.
  public var letters: Int
  /// Grey levels from ink to paper, 0...255.
  public var contrast: Int
  /// How far an edge is spread, in pixels (one standard deviation); nil for a black and white image, whose edges have no
  /// greys to measure.
  public var blur: Double?
  /// Degrees that the lines slope, clockwise positive.
  public var skew: Double
  /// Specks of dirt a square inch.
  public var specks: Double
  /// Share of the image that is dark and joins its edge, 0...1.
  public var border: Double
  /// Share of the page on which faint letters stand, 0...1.
  public var bleed: Double
  /// How many letters the edge of the image cuts, counted on the side with the most.
  public var cutLetters: Int

  public init(
    dpi: Int, letters: Int, contrast: Int, blur: Double?, skew: Double = 0, specks: Double = 0, border: Double = 0,
    bleed: Double = 0, cutLetters: Int = 0
  ) {
    self.dpi = dpi
    self.letters = letters
    self.contrast = contrast
    self.blur = blur
    self.skew = skew
    self.specks = specks
    self.border = border
    self.bleed = bleed
    self.cutLetters = cutLetters
  }

  /// Whether nothing is printed on the page.
  public var isBlank: Bool { letters < 5 }
}

extension PageQuality {
  /// Grades a page by its worst flaw. Each flaw has a bound from which it costs accuracy (fair) and one from which the page
  /// should be scanned again (poor).
  public init(of measures: PictureMeasures) {
    var grade = Grade.good
    var reasons: [Flaw] = []
    for (flaw, found) in Self.flaws(in: measures) where found != .good {
      reasons.append(flaw)
      if found == .poor || grade == .good { grade = found }
    }
    self.init(grade: grade, reasons: reasons)
  }

  /// The least resolution of administrative paper is 200 dpi (Thông tư 05/2025/TT-BNV); the other bounds were measured
  /// (docs/accuracy.md).
  private static func flaws(in measures: PictureMeasures) -> [(Flaw, Grade)] {
    let ofPicture: [(Flaw, Grade)] = [
      (.lowResolution, below(measures.dpi, fair: 195, poor: 150)),
      (.blackBorder, above(measures.border, fair: 0.015, poor: 0.15)),
    ]
    if measures.isBlank { return ofPicture }
    return ofPicture + [
      (.lowContrast, below(measures.contrast, fair: 100, poor: 50)),
      (.blur, above(measures.blur ?? 0, fair: 1.4, poor: 1.65)),
      (.skew, above(abs(measures.skew), fair: 1, poor: 5)),
      (.specks, above(measures.specks, fair: 15, poor: 60)),
      (.bleedThrough, above(measures.bleed, fair: 0.1, poor: 0.5)),
      (.cutOffText, above(Double(measures.cutLetters), fair: 4, poor: 12)),
    ]
  }

  private static func below(_ value: Int, fair: Int, poor: Int) -> Grade {
    value < poor ? .poor : value < fair ? .fair : .good
  }

  private static func above(_ value: Double, fair: Double, poor: Double) -> Grade {
    value >= poor ? .poor : value >= fair ? .fair : .good
  }
}
