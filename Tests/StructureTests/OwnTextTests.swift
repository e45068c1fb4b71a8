import Testing

@testable import Structure

/// How the document's own sentences write a name that its head prints in capitals.
@Suite struct OwnTextTests {
  private func own(_ text: String, naming name: String) -> OwnText {
    OwnText(OwnText.sentences([text]), naming: [name])
  }

  @Test(arguments: [
    ("Căn cứ đề nghị của “Trường Đại học Tây Đô”, nay quyết định:", "Trường Đại học Tây Đô"),
    ("(Trường Đại học – Tây Đô)", "Trường Đại học Tây Đô"), ("TRƯỜNG ĐẠI HỌC TÂY ĐÔ", "Trường Đại hoc Tày Đô"),
    ("trường đại học", "Trường Đại hoc Tày Đô"), ("", "Trường Đại hoc Tày Đô"),
  ])
  func aNameIsWrittenAsTheSentencesWriteIt(_ text: String, _ written: String) {
    #expect(own(text, naming: "Trường Đại hoc Tày Đô").written("Trường Đại hoc Tày Đô") == written)
  }

  @Test(arguments: [
    ("Tại “Nghĩa Đàn”, Nghĩa Đàn; (Nghĩa Đàn)", "Nghĩa Đàn"), ("Nghia Dan", "Nghia Dan"), ("nghĩa đàn", "Nghia Dan"),
  ])
  func aPlaceIsWrittenAsMostMentionsWriteIt(_ text: String, _ written: String) {
    #expect(own(text, naming: "Nghia Dan").mostFrequent("Nghia Dan") == written)
  }

  @Test(arguments: [
    ("Cầu giao thông yếu: công trình cầu giao thông; công trình cầu giao thông", "an toàn công trình cầu giao thông,"),
    // Once is chance, and two writings tell nothing.
    ("công trình cầu giao thông", "an toàn công trình câu giao thông,"),
    ("công trình cầu giao thông, công trình cấu giao thông", "an toàn công trình câu giao thông,"),
  ])
  func aLineHasTheMarksOfTheText(_ text: String, _ wanted: String) {
    let line = "an toàn công trình câu giao thông,"
    #expect(own(text, naming: line).withMarks(line) == wanted)
  }
}
