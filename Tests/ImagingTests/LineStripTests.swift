import DocumentModel
import SampleDocuments
import Testing

@testable import Imaging
@testable import Recognition
@testable import Tesseract

@Suite struct LineStripTests {
  private func page() throws -> PageImage {
    let bytes = try Repository.bytes(of: "corpus/scans/dev03_kh_tinh_landscape.tif")
    return try PageImage.decode(bytes, frame: 0, dpi: nil, name: "dev03").cleaned()
  }

  @Test(arguments: [
    (PixelBox(x: 100, y: 200, width: 300, height: 50), PixelBox(x: 100, y: 200, width: 300, height: 50)),
    // What stands out of the page is cut off.
    (PixelBox(x: -20, y: -10, width: 300, height: 50), PixelBox(x: 0, y: 0, width: 280, height: 40)),
    (PixelBox(x: 1600, y: 2300, width: 300, height: 50), PixelBox(x: 1600, y: 2300, width: 54, height: 39)),
  ])
  func aStripLiesOnThePage(_ box: PixelBox, _ place: PixelBox) throws {
    let page = try page()
    for treatment in LineTreatment.allCases {
      let strip = try page.strip(box, treatment)
      #expect(strip.origin == place)
      let width = Double(place.width) * strip.scale, height = Double(place.height) * strip.scale
      #expect(abs(Double(strip.image.size.width) - width) <= 1 && abs(Double(strip.image.size.height) - height) <= 1)
    }
  }

  @Test func aBoxOffThePageIsAFailureAndNoCrash() throws {
    let page = try page()
    for box in [
      PixelBox(x: 5000, y: 5000, width: 10, height: 10), PixelBox(x: 10, y: 10, width: 0, height: 0),
      PixelBox(x: 10, y: 10, width: -5, height: 20),
    ] {
      #expect(throws: Failure.self) { _ = try page.strip(box, .plain).scale }
    }
  }

  @Test(arguments: [1, 2, 3, 5]) func aStripOfFewPixelsCanBeTreated(_ side: Int) throws {
    let page = try page()
    for treatment in LineTreatment.allCases {
      #expect(try page.strip(PixelBox(x: 50, y: 50, width: side, height: side), treatment).image.size.width >= 1)
    }
  }

  /// Reading is given up in the middle, and the engine reads the next page as ever.
  @Test func aPageThatTakesTooLongIsGivenUp() throws {
    var engine = try TesseractEngine()
    let page = try page()
    engine.allow(seconds: 0.001)
    engine.begin(page)
    let failure = #expect(throws: Failure.self) { _ = try engine.lines(in: nil, as: .page) }
    #expect(failure?.message.code == "recognition-timed-out" && failure?.code == .badInput)
    engine.allow(seconds: 600)
    let part = try page.cropped(to: PixelBox(x: 0, y: 200, width: 1654, height: 200))
    engine.begin(part)
    #expect(try !engine.lines(in: nil, as: .block).isEmpty)
  }
}
