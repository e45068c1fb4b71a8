import Grammar
import Testing

@Suite struct VocabularyTests {
  @Test func rowsOfAnUnknownRoleArePassedOver() {
    let vocabulary = Vocabulary(
      labelTable: "# role\tplace\twording\nlead\tblock\tchủ trì\nnewer\tblock\tx\nlead\tnowhere\ty\nlead\tblock\n",
      documentTypeTable: "KH\tKế hoạch\nKH\n", bodyTable: "head\tỦy ban\nother\tz\n", verbTable: "xây dựng\n\n# chú\n")
    #expect(vocabulary.wordings(of: .lead, .block) == ["chủ trì"])
    #expect(vocabulary.labels.count == 1)
    #expect(vocabulary.documentTypes.map(\.code) == ["KH"])
    #expect(vocabulary.names(.head) == ["Ủy ban"])
    #expect(vocabulary.verbs == ["xây dựng"])
  }
}
