import Testing

@testable import Archive

/// Files of a list against those that were scanned, each told by its place in its list.
@Suite struct ListedFileTests {
  @Test(arguments: [
    // Backslashes, drive letters, other capitals, marks and endings, other folders above.
    (["\\Thu y\\hop1\\a.pdf"], ["in/Thu y/hop1/a.pdf"], ["0-0"]),
    (["D:\\Quét\\Hộp 1\\A01.PDF"], ["/data/quet/hop 1/a01.tif"], ["0-0"]),
    (["a01.tif"], ["x/y/a01.tif"], ["0-0"]), (["P7.01.01.002"], ["P7.01.01.002.tif"], ["0-0"]),
    (["E:\\2024\\P7.001.pdf"], ["in/P7.001.pdf"], ["0-0"]),
    // One name in two folders: the folder tells, and nothing else.
    (["h1\\001.pdf", "h2\\001.pdf"], ["in/h2/001.pdf", "in/h1/001.pdf"], ["0-1", "1-0"]),
    (["h1/001.pdf", "h2/001.pdf"], ["in/h1/001.pdf"], ["0-0"]), (["b.pdf"], ["a.pdf"], []),
  ])
  func aFileIsFoundUnderOtherFolders(_ listed: [String], _ scanned: [String], _ wanted: [String]) {
    let files = { (paths: [String]) in paths.enumerated().map { ListedFile(path: $1, id: Int64($0)) } }
    let found = ListedFile.matches(of: files(listed), in: files(scanned))
    #expect(found.map { "\($0.0)-\($0.1)" } == wanted)
  }

  @Test(arguments: [("/CV - CC", "CV-CC"), ("/ BC-CC", "BC–CC"), ("/HĐ-CC", "HĐ-CC"), ("- QĐ", "qđ")])
  func symbolsOfListsAreThoseOfPapers(_ listed: String, _ read: String) {
    #expect(DocumentKey.key(number: "41", symbol: listed) == DocumentKey.key(number: "041", symbol: read))
  }
}
