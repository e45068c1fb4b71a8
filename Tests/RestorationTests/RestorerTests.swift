import DocumentModel
import Testing
import Vietnamese

@testable import Restoration

@Suite struct RestorerTests {
  struct Sample: CustomTestStringConvertible {
    var seen, meant: String
    var noise = Noise.automatic
    var testDescription: String { seen }
  }

  @Test(arguments: [
    Sample(
      seen: "Uy ban nhan dan tinh Nghe An ban hanh Quyet dinh",
      meant: "Ủy ban nhân dân tỉnh Nghệ An ban hành Quyết định"),
    Sample(seen: "CONG HOA XA HOI CHU NGHIA VIET NAM", meant: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    Sample(seen: "Can cu Quyet dinh so 06/QD-TTg cua Thu tuong", meant: "Căn cứ Quyết định số 06/QĐ-TTg của Thủ tướng"),
    Sample(
      seen: "Ké hoach s6 02-KH/BCDTW, ngay 19/6/2025 ciia", meant: "Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025 của",
      noise: .english),
    Sample(
      seen: "d6i m&i sang tao va chuyén d6i s6 quéc gia", meant: "đổi mới sáng tạo và chuyển đổi số quốc gia",
      noise: .english),
    Sample(
      seen: "Trién khai thuc hién thé)ng nhét, hiéu qua", meant: "Triển khai thực hiện thống nhất, hiệu quả",
      noise: .english),
    Sample(seen: "I- MUC TIEU", meant: "I- MỤC TIÊU", noise: .english),
    Sample(seen: "III/ MUC TIEU", meant: "III/ MỤC TIÊU", noise: .english),
    Sample(seen: "X ly trén méi truong dién tu", meant: "Xử lý trên môi trường điện tử", noise: .english),
    Sample(seen: "Hop Minh, ngay 11thang 7 nam 2025", meant: "Hợp Minh, ngày 11 tháng 7 năm 2025", noise: .english),
  ])
  func restores(_ sample: Sample) throws {
    #expect(try Fixture.restored(sample.seen, sample.noise) == sample.meant)
  }

  @Test(arguments: [
    "Văn phòng VNPT-iOffice, VNeID, USB token, e-mail a.b@nghean.gov.vn, https://chinhphu.vn/van-ban?x=1",
    "The quick brown fox jumps over the lazy dog while the server restarts",
    "1.234.567,89 100% 01/7/2025 30-4-1975 2.1. 0912.345.678",
    "", "   ", "\t\u{0}\u{1}", "中文字符 и кириллица العربية",
  ])
  func leavesAlone(_ text: String) throws {
    #expect(try Fixture.restored(text) == text)
  }

  @Test func numbersAreNeverCorrected() throws {
    let text = "Den nam 2030, it nhat 80% ho so, 12.500 trang, 7 nhom, so 05/2025 hoan thanh truoc ngay 31/12/2025"
    let digits = { (text: String) in text.filter(\.isNumber) }
    #expect(digits(try Fixture.restored(text)) == digits(text))
  }

  @Test func layoutSurvives() throws {
    let text = "  Noi nhan:\tChu tich   UBND  \n\n\r\n - Luu: VT. "
    let restored = try Fixture.restored(text, .stripped)
    #expect(restored.map { $0.isWhitespace } == text.map { $0.isWhitespace })
    #expect(folded(restored) == text)
  }

  @Test func wordsKeepWhatWasRead() throws {
    let lines = Fixture.lines("Quyet dinh so 5")
    let restored = try Fixture.restorer(.stripped).restore(lines)
    #expect(restored[0].originalText == lines[0].text)
    #expect(restored[0].words[0].text == "Quyết")
  }

  @Test func aSplitWordDividesItsBox() throws {
    let word = Word(text: "11thang", spaceBefore: "", box: PixelBox(x: 100, y: 10, width: 70, height: 12))
    let line = Line(words: [Word(text: "ngay"), word, Word(text: "7"), Word(text: "nam"), Word(text: "2025")])
    let restored = try Fixture.restorer(.english).restore([line])[0].words
    #expect(restored.map(\.text) == ["ngày", "11", "tháng", "7", "năm", "2025"])
    #expect(restored[1].box == PixelBox(x: 100, y: 10, width: 20, height: 12))
    #expect(restored[2].box == PixelBox(x: 120, y: 10, width: 50, height: 12))
    #expect(restored[1].original + restored[2].original == "11thang")
  }

  @Test func aWordReadUnsurelyIsMended() throws {
    func read(_ confidence: Confidence) throws -> String {
      let words = "Ủy ban nhân dân tinh Nghệ An".split(separator: " ").map {
        Word(text: String($0), confidence: $0 == "tinh" ? confidence : 0.96)
      }
      return try Fixture.restorer().restore([Line(words: words)])[0].words[4].text
    }
    #expect(try read(0.6) == "tỉnh")
  }

  @Test func whatTheRecogniserAlsoThoughtOfIsReadSooner() throws {
    func read(_ alternatives: [Word.Alternative]) throws -> Word {
      let words = "về việc dừng chung cơ sở dữ liệu".split(separator: " ").map {
        Word(text: String($0), confidence: 0.95, alternatives: $0 == "dừng" ? alternatives : [])
      }
      return try Fixture.restorer(.vietnamese).restore([Line(words: words)])[0].words[2]
    }
    #expect(try read([]).text == "dừng")
    let other = try read([.init("dùng", behind: 0.3), .init("dung", behind: 1)])
    #expect(other.text == "dùng")
    #expect(other.original == "dừng")
    #expect(!other.alternatives.contains { $0.text == "dùng" })
  }

  /// A heading's capital is no doubt about its letters.
  @Test func caseAloneIsNoDoubt() throws {
    let word = try Fixture.restorer(.english).restore(Fixture.lines("Ké hoach nay duoc ban hanh"))[0].words[0]
    #expect(word.text == "Kế")
    #expect(word.confidence > 0.92)
  }

  @Test func toneStyles() throws {
    let lines = Fixture.lines("Văn hoá, thuỷ lợi và hóa chất")
    #expect(try Fixture.restorer(tone: .old).restore(lines)[0].text == "Văn hóa, thủy lợi và hóa chất")
    #expect(try Fixture.restorer(tone: .new).restore(lines)[0].text == "Văn hoá, thuỷ lợi và hoá chất")
    #expect(try Fixture.restorer().restore(lines) == lines)
  }

  @Test func termsOfTheUser() throws {
    let text = "Ong Ksor Hblam o ban Chung Cha lam viec"
    #expect(try Fixture.restored(text, .stripped, terms: ["Ksor H’Blăm", "Chung Chá"]).contains("bản Chung Chá"))
  }

  /// What a restorer remembers of earlier documents only saves time.
  @Test(arguments: [Noise.english, .vietnamese, .stripped])
  func earlierDocumentsChangeNothing(_ noise: Noise) throws {
    let text = "Trién khai thuc hién d6i m&i theo Ké hoach 02-KH/BCDTW, 11thang 7"
    let restorer = try Fixture.restorer(noise)
    for earlier in ["Ké hoach d6i m&i s6 02-KH/BCDTW", text, text] { _ = restorer.restore(Fixture.lines(earlier)) }
    #expect(restorer.restore(Fixture.lines(text)) == (try Fixture.restorer(noise).restore(Fixture.lines(text))))
  }

  @Test func explanationsNameTheWinnerFirst() throws {
    let explanations = try Fixture.restorer(.english).explain(Fixture.lines("chuyén d6i s6"))
    #expect(explanations.map(\.text) == ["chuyển", "đổi", "số"])
    #expect(explanations.allSatisfy { $0.readings.first?.behind == 0 && $0.readings.first?.text == $0.text })
  }
}
