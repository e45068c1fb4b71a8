import DocumentModel
import Grammar
import SampleDocuments
import Testing

@testable import Structure

/// Small print of the list of recipients.
@Suite struct RecipientWordsTests {
  private static let words = RecipientWords(
    Phrases(
      Vocabulary(
        labelTable: ["Cổng TTĐT", "tỉnh", "Tỉnh ủy"].map { "recipientWord\tending\t\($0)\n" }.joined(),
        documentTypeTable: "", bodyTable: "", verbTable: "")))

  private func passage(_ text: String, isScan: Bool = true) -> Passage {
    Passage(
      words: text.split(separator: " ").map {
        PlacedWord(
          text: String($0), page: 1, line: 1, box: isScan ? PixelBox(x: 0, y: 0, width: 9, height: 9) : nil,
          confidence: 0.9)
      })
  }

  @Test(arguments: [
    ("Công TTĐT Bộ GDĐT", "Cổng TTĐT Bộ GDĐT"), ("BCĐ liên ngành tình;", "BCĐ liên ngành tỉnh;"),
    // The place of a tone mark is the paper's own.
    ("Tỉnh uỷ", "Tỉnh uỷ"), ("TÌNH ỦY", "TỈNH ỦY"), ("Sở Nội vụ", "Sở Nội vụ"),
  ])
  func marksAreThoseOfTheWording(_ read: String, _ wanted: String) {
    let mended = Self.words.mended(passage(read))
    #expect(mended.text == wanted)
    #expect(mended.isInferred == (read != wanted))
  }

  @Test func aTextThatNobodyScannedStays() {
    #expect(Self.words.mended(passage("Công TTĐT", isScan: false)).text == "Công TTĐT")
  }

  @Test func aLostStrokeIsPutBackWhereOthersOfTheListHaveIt() {
    let list = [passage("Sở Nội vụ (để b/c)"), passage("Các đơn vị (để th)"), passage("Ban (để báo cáo)")]
    #expect(RecipientSigns.slashed(list).map(\.text).dropFirst() == ["Các đơn vị (để t/h)", "Ban (để báo cáo)"])
    #expect(RecipientSigns.slashed(Array(list.dropFirst())).map(\.text) == ["Các đơn vị (để th)", "Ban (để báo cáo)"])
  }

  @Test(arguments: [
    ("Lưu: VẶT, KT.", "Lưu: VT, KT."), ("Lưu: VT,.TH.", "Lưu: VT, TH."), ("Lưu; VI; VX (02b)", "Lưu: VT, VX (02b)"),
    ("Lưu: VP,", "Lưu: VP,"),
  ])
  func theFileCopyIsWrittenAsOfficesAre(_ read: String, _ wanted: String) {
    #expect(RecipientSigns.mended(passage(read), isFileCopy: true).text == wanted)
  }

  @Test func aPurposeInBracketsIsInSmallLetters() {
    #expect(RecipientSigns.mended(passage("Ban Giám đốc (b/C)"), isFileCopy: false).text == "Ban Giám đốc (b/c)")
    #expect(RecipientSigns.mended(passage("Đảng ủy (P/H)"), isFileCopy: false).text == "Đảng ủy (P/H)")
  }
}
