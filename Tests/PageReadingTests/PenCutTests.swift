import DocumentModel
import Imaging
import Testing

@testable import PageReading

/// Lines drawn as bars: type of 50 pixels, the foot at 70.
@Suite struct PenCutTests {
  private static func picture(_ boxes: [PixelBox]) -> GreyPixels {
    var picture = GreyPixels(width: 400, height: 90, values: [UInt8](repeating: 230, count: 400 * 90))
    for box in boxes { for y in box.y..<box.bottom { for x in box.x..<box.right { picture[x, y] = 30 } } }
    return picture
  }

  private static func place(endsInSlash: Bool = false, right: Double = 250) -> PenPlace {
    PenPlace(
      field: endsInSlash ? .number : .day, left: 100, right: right, endsInSlash: endsInSlash, baseline: 70, em: 50,
      printed: nil)
  }

  private static let letters = [
    PixelBox(x: 80, y: 45, width: 18, height: 25), PixelBox(x: 250, y: 30, width: 12, height: 40),
  ]
  private static let figure = PixelBox(x: 150, y: 25, width: 8, height: 45)

  private func box(_ boxes: [PixelBox], _ place: PenPlace = place()) -> PixelBox? {
    PenCut(place, in: Self.picture(boxes), x: 0, y: 0).figures()?.box
  }

  @Test func theLettersOnEitherSideAreLeftOut() {
    #expect(box(Self.letters + [Self.figure]) == Self.figure)
  }

  @Test func aLetterThatReachesFartherThanItsWordIsStillALetter() {
    let wide = PixelBox(x: 80, y: 45, width: 28, height: 25), early = PixelBox(x: 244, y: 30, width: 30, height: 40)
    #expect(box([wide, early, Self.figure]) == Self.figure)
  }

  @Test func dotsAreNoFigures() {
    let dots = stride(from: 104, to: 240, by: 12).map { PixelBox(x: $0, y: 67, width: 4, height: 4) }
    #expect(box(Self.letters + dots) == nil)
    #expect(box(Self.letters + dots.filter { abs($0.midX - 154) > 8 } + [Self.figure]) == Self.figure)
    #expect(box(Self.letters) == nil)
  }

  @Test func aNumberEndsAtTheSlash() {
    let slash = (0..<40).map { PixelBox(x: 240 - $0 / 3, y: 30 + $0, width: 4, height: 1) }
    let capital = PixelBox(x: 250, y: 36, width: 30, height: 34)
    let other = PixelBox(x: 190, y: 28, width: 10, height: 44)
    let place = Self.place(endsInSlash: true, right: 236)
    #expect(box([Self.letters[0], Self.figure, other, capital] + slash, place) == Self.figure.union(other))
  }

  @Test func whatIsCutOutStandsOnWhite() throws {
    let cut = try #require(PenCut(Self.place(), in: Self.picture(Self.letters + [Self.figure]), x: 0, y: 0).figures())
    #expect(cut.picture.width == 12 && cut.picture.height == 49)
    #expect(cut.picture[0, 0] == 255 && cut.picture[1, 1] == 255 && cut.picture[6, 20] < 40)
  }

  @Test func aPictureWithoutInkHasNoParts() {
    #expect(InkParts(Self.picture([])).parts.isEmpty)
    #expect(InkParts(GreyPixels(width: 0, height: 0, values: [])).parts.isEmpty)
    #expect(InkParts(Self.picture([Self.figure])).parts.map(\.box) == [Self.figure])
  }
}
