internal import Archive
internal import DocumentModel

/// Divides a file otherwise: takes its pages from the archive, has its record made anew, and keeps that.
struct Divider: Sendable {
  let archive: Archive
  let maker: any RecordMaking
  let who: String
  let now: Int

  /// How often a record is made where people correct words of the file meanwhile.
  private static let mostTries = 4

  /// Carries out a change that `first` was taken for; `again` takes the file anew. Gives the batch, for undoing.
  ///
  /// - Throws: a `Failure` where somebody divided the file meanwhile, where the record cannot be made, and where the page
  ///   cannot be read.
  func carryOut(
    _ first: DividedInput, again: () throws(Failure) -> DividedInput
  ) async throws(Failure) -> Int64 {
    var input = first
    for _ in 0..<Self.mostTries {
      var pages = input.pages
      if input.needsReading, case .turn(let page, let rotation) = input.change {
        pages = try await maker.pages(of: input, turning: page, to: rotation)
      }
      let record = try await maker.record(of: input, pages: pages)
      if let batch = try archive.keep(input, as: record, pages: pages, who: who, at: now) { return batch }
      input = try again()
    }
    throw Failure(.changedMeanwhile, .wordsKeepChanging)
  }
}
