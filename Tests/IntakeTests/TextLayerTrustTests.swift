import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

/// A page's text layer is believed only where it is long enough and reads as Vietnamese.
@Suite struct TextLayerTrustTests {
  private static let right = String(
    repeating: "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học. ", count: 2)
  private static let garbled = String(
    repeating: "Thuc hién Nghi quyét sb 57 -NQ/TW cua Bo Chinh tri vé dot phé phat trién khoa hoc. ", count: 2)

  private static let typed = String(repeating: "Xã Hợp Minh, ngày 11 tháng 7 năm 2025 ", count: 1)

  @Test(
    arguments: [
      (right, .trusted), (garbled, .unreadable), ("Ký bởi: Ủy ban nhân dân xã Hợp Minh", .overlay), ("", .absent),
      (typed, .overlay), (String(repeating: "1.240.000.000 đồng ", count: 4), .overlay),
      (String(repeating: "đđ ơợư xqợ ", count: 20), .unreadable), (right.uppercased(), .trusted),
    ] as [(String, TextLayerVerdict)])
  func verdict(text: String, verdict: TextLayerVerdict) {
    #expect(TextLayerReport([Line(parsing: text)]).verdict == verdict)
  }

  /// What the program that made a page wrote over a coloured ground is certain in any language, but for a few words, which may be
  /// typed over a scan.
  @Test(arguments: [
    (TextLayerWriter.programOverPictures, 20, TextLayerVerdict.trusted), (.unknown, 20, .unreadable),
    (.programOverPictures, 2, .overlay),
  ])
  func wordsOverPicturesAreAProgramsOwn(_ writer: TextLayerWriter, _ times: Int, _ verdict: TextLayerVerdict) {
    let line = Line(parsing: String(repeating: "quarterly figures of member states ", count: times))
    #expect(TextLayerReport([line], writer: writer).verdict == verdict)
  }
}
