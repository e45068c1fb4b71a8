internal import Archive
internal import DocumentModel

extension Transcript {
  /// The text of every page, for the archive's search.
  var pageTexts: [PageText] {
    pages.map { page in
      let numbers = page.blocks.flatMap { block -> [Int] in
        switch block {
        case .line(let line): [line.number]
        case .table(let table): table.cells.flatMap { $0.lines.map(\.number) }
        }
      }
      guard let first = numbers.min(), let last = numbers.max(), first >= 1, last <= lines.count else {
        return PageText(page: page.number, text: "")
      }
      return PageText(page: page.number, text: lines[(first - 1)..<last].joined(separator: "\n"))
    }
  }
}

extension Archive {
  /// Keeps what was made of an input, with the words of its pages.
  func keep(_ made: FinishedInput.Kept) throws(Failure) {
    let transcript = Transcript(of: made.pages)
    try keep(made.record, transcript: transcript, pages: transcript.pageTexts)
  }
}
