/// What people decided about the pages of one file: where its documents begin, and which way up a page is read.
public struct PageDecisions: Hashable, Codable, Sendable {
  /// Whether a document begins at a page, by the page's 1-based number. A page that is not in it goes by its letterhead.
  public var begins: [Int: Bool]
  /// Degrees clockwise that stand a page of the file upright: 0, 90, 180 or 270. A page that is not in it goes by its print.
  public var turns: [Int: Int]

  public init(begins: [Int: Bool] = [:], turns: [Int: Int] = [:]) {
    self.begins = begins
    self.turns = turns
  }

  public var isEmpty: Bool { begins.isEmpty && turns.isEmpty }

  /// Whether a record was made by these decisions.
  public func agree(with record: InputRecord) -> Bool {
    let firsts = Set(record.documents.compactMap(\.pages.first))
    return begins.allSatisfy { page, begins in page == 1 || firsts.contains(page) == begins }
      && record.source.pageImages.allSatisfy { turns[$0.page] ?? $0.rotation == $0.rotation }
  }
}
