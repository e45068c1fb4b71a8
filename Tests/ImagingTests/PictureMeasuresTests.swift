import DocumentModel
import SampleDocuments
import Testing

@testable import Imaging

/// Pages of made-up print: bars of the size of letters, in lines.
private struct Print {
  var width = 1240, height = 1754
  var ink: UInt8 = 20, paper: UInt8 = 240
  var left = 120, right = 1120
  /// Rows that a step of one pixel down comes every so many columns of; 0 for level lines.
  var slope = 0

  /// A PGM at 150 dpi.
  func file(_ change: (inout [UInt8]) -> Void = { _ in }) -> [UInt8] {
    var pixels = [UInt8](repeating: paper, count: width * height)
    for line in 0..<40 {
      for x in left..<right where x % 12 < 7 && x % 84 > 12 {
        let top = 120 + line * 36 + (slope == 0 ? 0 : x / slope)
        for y in top..<top + 14 where x % 12 < 3 || y < top + 3 { pixels[y * width + x] = ink }
      }
    }
    change(&pixels)
    return Array("P5 \(width) \(height) 255\n".utf8) + pixels
  }

  func measures(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> PictureMeasures {
    let raw = try PageImage.decode(file(change), frame: 0, dpi: 150, name: "print")
    let clean = try raw.cleaned()
    var measures = try raw.measures(cleaned: clean)
    measures.skew = try clean.skew(ofPageTurnedBy: 0)
    return measures
  }
}

@Suite struct PictureMeasuresTests {
  private func flaws(_ measures: PictureMeasures) -> [PageQuality.Flaw] {
    PageQuality(of: measures).reasons.filter { $0 != .lowResolution }
  }

  @Test func aCleanPageHasNoFlaw() throws {
    let measures = try Print().measures()
    #expect(flaws(measures).isEmpty && !measures.isBlank && measures.contrast > 180, "\(measures)")
  }

  @Test func aBlankPageIsBlankAndGood() throws {
    let measures = try Print(right: 120).measures()
    #expect(measures.isBlank && flaws(measures).isEmpty, "\(measures)")
  }

  @Test(arguments: [(UInt8(180), PageQuality.Grade.fair), (UInt8(205), .poor)])
  func paleInkIsLowContrast(_ ink: UInt8, _ grade: PageQuality.Grade) throws {
    let quality = PageQuality(of: try Print(ink: ink).measures())
    #expect(quality.reasons.contains(.lowContrast) && quality.grade == grade)
  }

  /// A step down every 30 columns is a slope of 1.9 degrees clockwise.
  @Test func slopingLinesAreSkewClockwise() throws {
    let measures = try Print(slope: 30).measures()
    #expect((1.5...2.3).contains(measures.skew) && flaws(measures).contains(.skew), "\(measures)")
  }

  @Test func dustIsSpecks() throws {
    var generator = SeededGenerator(seed: 9)
    let measures = try Print().measures { pixels in
      for _ in 0..<6000 { pixels[Int.random(in: 0..<pixels.count, using: &generator)] = 10 }
    }
    #expect(flaws(measures).contains(.specks), "\(measures)")
  }

  @Test func aDarkLidIsABlackBorder() throws {
    let measures = try Print().measures { pixels in
      for y in 0..<1754 { for x in 1160..<1240 { pixels[y * 1240 + x] = 15 } }
    }
    #expect(flaws(measures).contains(.blackBorder), "\(measures)")
    #expect(abs(measures.border - 80.0 / 1240) < 0.02)
  }

  @Test func lettersAtTheEdgeAreCutOff() throws {
    #expect(flaws(try Print(right: 1240).measures()).contains(.cutOffText))
  }

  /// Letters of the other side: where no ink is, and far paler.
  @Test func paleLettersBetweenTheLinesAreBleedThrough() throws {
    let measures = try Print(right: 600).measures { pixels in
      for line in 0..<40 {
        for x in 660..<1120 where x % 14 < 9 && x % 84 > 12 {
          for y in 130 + line * 36..<146 + line * 36 where x % 14 < 3 || y % 5 < 2 { pixels[y * 1240 + x] = 195 }
        }
      }
    }
    #expect(flaws(measures) == [.bleedThrough], "\(measures)")
  }

  /// On a page with hardly any print the two greys that stand out are both the grain's.
  @Test func theGrainOfANearlyBlankPageIsNoInk() throws {
    var generator = SeededGenerator(seed: 4)
    let measures = try Print(ink: 60, paper: 255, left: 1000, right: 1024).measures { pixels in
      for index in pixels.indices where pixels[index] == 255 {
        // The grain's brighter half is over-exposed.
        let depth = (0..<4).reduce(-30) { sum, _ in sum + Int.random(in: 0...16, using: &generator) }
        pixels[index] -= UInt8(max(0, depth))
      }
    }
    #expect(measures.specks < 1 && (40...120).contains(measures.letters), "\(measures)")
  }

  /// What a damaged file decodes to: no level tells its letters from its grain.
  @Test(arguments: [UInt64](1...3)) func aPageOfCoarseGrainIsMeasured(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let grain = (0..<(439 * 310)).map { _ in UInt8.random(in: 0...1, using: &generator) * 255 }
    let measures = try Print().measures { pixels in
      for index in pixels.indices { pixels[index] = grain[index / 1240 / 4 * 310 + index % 1240 / 4] }
    }
    #expect(measures.letters >= 0 && measures.bleed <= 1)
  }

  @Test(arguments: [(300, PageQuality.Grade.good), (200, .good), (150, .fair), (100, .poor)])
  func resolutionIsGradedByItself(_ dpi: Int, _ grade: PageQuality.Grade) {
    let quality = PageQuality(of: PictureMeasures(dpi: dpi, letters: 900, contrast: 200, blur: 0.6))
    #expect(quality.grade == grade && quality.reasons == (grade == .good ? [] : [.lowResolution]))
  }

  @Test func theWorstFlawIsTheGrade() {
    let measures = PictureMeasures(dpi: 150, letters: 900, contrast: 200, blur: 2.6, skew: 1.2)
    #expect(PageQuality(of: measures) == PageQuality(grade: .poor, reasons: [.lowResolution, .blur, .skew]))
  }
}
