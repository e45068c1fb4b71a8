import DocumentModel
import Testing

@testable import Restoration

@Suite struct FigureDustTests {
  @Test(arguments: [
    ("Tân Hòa, ngày 19_ tháng 5 năm 2025", "Tân Hòa, ngày 19 tháng 5 năm 2025"),
    ("ngày __07~ tháng '5 năm 2025", "ngày 07 tháng 5 năm 2025"),
    // What ends a sentence, a blank that nobody filled, and what is no day stay.
    ("đến ngày 30, tháng 6.", "đến ngày 30, tháng 6."), ("ngày ___ tháng __ năm 2025", "ngày ___ tháng __ năm 2025"),
    ("mẫu 19_ và ngày 19/5_", "mẫu 19_ và ngày 19/5_"),
  ])
  func figuresOfADayStandAlone(read: String, meant: String) {
    var line = Line(parsing: read)
    FigureDust.mend(&line)
    #expect(line.text == meant)
  }

  @Test func whatWasReadIsKept() {
    var line = Line(parsing: "ngày 19_")
    FigureDust.mend(&line)
    #expect(line.words[1].text == "19" && line.words[1].original == "19_")
  }
}
