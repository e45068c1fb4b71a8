import DocumentModel
import Imaging
import PenFigures
import Testing

@testable import PageReading

/// Heads made of words with boxes: type of 50 pixels, the foot of the line at 500.
@Suite struct PenPlacesTests {
  private typealias Spot = (text: String, x: Int, width: Int)

  private static func page(_ spots: [Spot], confidence: Confidence = 0.98, height: Int = 3508, y: Int = 466) -> Page {
    let words = spots.map { spot in
      Word(
        text: spot.text, box: PixelBox(x: spot.x, y: y, width: spot.width, height: 34), confidence: confidence)
    }
    return Page(
      number: 1, origin: .scan, size: PixelSize(width: 2480, height: height), dpi: 300,
      blocks: [.line(Line(words: words))])
  }

  private static let date: [Spot] = [
    ("Huế,", 1200, 90), ("ngày", 1300, 95), ("1S", 1420, 60), ("tháng", 1520, 115), ("8", 1650, 25), ("năm", 1690, 85),
    ("2024", 1790, 100),
  ]

  @Test func theDayStandsBetweenItsWordsAndTheMonthAfterThem() {
    let places = PenPlaces(Self.page(Self.date)).all
    #expect(places.map(\.field) == [.day, .month])
    #expect(places.map(\.left) == [1395, 1635] && places.map(\.right) == [1520, 1690])
    #expect(places.allSatisfy { $0.em == 50 && $0.baseline == 500 && !$0.endsInSlash })
    #expect(places.map(\.isPlainPrint) == [false, true])
  }

  @Test func aNumberStandsBetweenItsWordAndTheSlash() throws {
    let number: [Spot] = [("Số:", 300, 55), ("l2", 380, 70), ("/KH-UBND", 470, 230)]
    let place = try #require(PenPlaces(Self.page(number + Self.date)).all.first)
    #expect(place.field == .number && place.left == 355 && place.right == 470 && place.endsInSlash)
    #expect(place.printed?.text == " l2 " && !place.isPlainPrint)
  }

  /// What the recogniser of print saw as three signs is no single figure, whatever the net makes of a part of the ink.
  @Test func fewerFiguresThanSignsAreACutShort() throws {
    let number: [Spot] = [("Số:", 300, 55), ("271", 380, 70), ("/KH-UBND", 470, 230)]
    let place = try #require(PenPlaces(Self.page(number + Self.date)).all.first)
    #expect(place.isCutShort(at: 1) && place.isCutShort(at: 2) && !place.isCutShort(at: 3))
  }

  @Test func wordsThatThePenGrewTogetherWithAreMeasuredByTheirType() {
    let grown: [Spot] = [("ngày1S", 1300, 180), ("tháng", 1520, 115), ("8năm", 1645, 130), ("2024", 1790, 100)]
    let places = PenPlaces(Self.page(grown)).all
    #expect(places.map(\.left) == [1395, 1635] && places.map(\.right) == [1520, 1690])
  }

  @Test func aNumberInOneWordIsCutAtTheWidthOfTheSymbol() throws {
    let number: [Spot] = [("Số:12/KH-UBND", 300, 400)]
    let place = try #require(PenPlaces(Self.page(number + Self.date)).all.first)
    #expect(place.left == 355 && (440...520).contains(place.right))
  }

  @Test func aNumberOfThePartyEndsAtTheDash() throws {
    let number: [Spot] = [("Số", 300, 45), ("12", 380, 70), ("-KH/ĐU", 470, 200)]
    let place = try #require(PenPlaces(Self.page(number + Self.date)).all.first)
    #expect(place.right == 470 && !place.endsInSlash)
    let lost: [Spot] = [("Số2624", 300, 150), ("QĐ-BGDĐT", 470, 200)]
    #expect(PenPlaces(Self.page(lost + Self.date)).all.map(\.field) == [.day, .month])
  }

  @Test func plainPrintIsSureFigures() {
    let number: [Spot] = [("Số:", 300, 55), ("12", 380, 40), ("/KH-UBND", 430, 230)]
    #expect(PenPlaces(Self.page(number)).all.first?.isPlainPrint == true)
    #expect(PenPlaces(Self.page(number, confidence: 0.8)).all.first?.isPlainPrint == false)
  }

  @Test func sentencesAndTheFootOfAPageHaveNone() {
    let sentence: [Spot] = [
      ("số", 800, 40), ("12/KH-UBND", 860, 230), ("ngày", 1300, 95), ("15", 1420, 60), ("tháng", 1520, 115),
      ("8", 1650, 25),
      ("năm", 1690, 85), ("2024", 1790, 100), ("của", 1900, 60), ("Ủy", 1970, 40),
    ]
    #expect(PenPlaces(Self.page(sentence)).all.isEmpty)
    #expect(PenPlaces(Self.page(Self.date, y: 3000)).all.isEmpty)
    #expect(PenPlaces(Page(number: 1, origin: .scan, blocks: [])).all.isEmpty)
  }
}
