import DocumentModel
import Testing

@testable import Imaging

/// At 300 dpi a letter of body text is 20 to 40 pixels high, a full stop 6.
@Suite struct SpecksTests {
  private static let word = (0..<6).map { PixelBox(x: 100 + $0 * 24, y: 100, width: 20, height: 30) }

  private func dirt(_ parts: [PixelBox], dustBetween: Bool = false) -> [PixelBox] {
    // Lone dots all over the page make it a dusty one.
    let lone = (0..<40).map { PixelBox(x: 100 + $0 * 40, y: 1000, width: 7, height: 7) }
    let all = Self.word + parts + (dustBetween ? lone : [])
    return Specks(parts: all, dpi: 300).dirt().filter(parts.contains)
  }

  @Test(arguments: [
    ("full stop", PixelBox(x: 243, y: 124, width: 7, height: 7)),
    ("mark above", PixelBox(x: 105, y: 84, width: 8, height: 8)),
    ("mark below", PixelBox(x: 130, y: 136, width: 6, height: 6)),
    ("dash before", PixelBox(x: 70, y: 113, width: 18, height: 5)),
  ])
  func marksStay(_ name: String, _ mark: PixelBox) {
    #expect(dirt([mark]).isEmpty && dirt([mark], dustBetween: true).isEmpty, "\(name)")
  }

  @Test(arguments: [
    ("grain", PixelBox(x: 110, y: 90, width: 3, height: 3)),
    ("lone speck", PixelBox(x: 900, y: 500, width: 9, height: 9)),
  ])
  func dustGoes(_ name: String, _ speck: PixelBox) {
    #expect(dirt([speck]) == [speck], "\(name)")
  }

  /// Half way up between two words no mark stands; on a clean page it is let be all the same.
  @Test func onADustyPageDotsBetweenWordsGo() {
    let dot = PixelBox(x: 252, y: 106, width: 7, height: 7)
    #expect(dirt([dot]).isEmpty)
    #expect(dirt([dot], dustBetween: true) == [dot])
  }

  /// On a coarse scan a full stop is as small as grain; it stays where no grain is about.
  @Test func aSmallFullStopStaysOnACleanPage() {
    let stop = PixelBox(x: 242, y: 126, width: 4, height: 4)
    #expect(dirt([stop]).isEmpty)
    let grain = (0..<40).map { PixelBox(x: 100 + $0 * 40, y: 700, width: 3, height: 3) }
    #expect(dirt([stop] + grain).contains(stop))
  }

  @Test func aColonHasTwoDots() {
    let colon = [PixelBox(x: 244, y: 108, width: 7, height: 7), PixelBox(x: 244, y: 123, width: 7, height: 7)]
    #expect(dirt(colon, dustBetween: true).isEmpty)
  }

  @Test func nothingIsNoDirt() {
    #expect(Specks(parts: [], dpi: 300).dirt().isEmpty)
  }
}
