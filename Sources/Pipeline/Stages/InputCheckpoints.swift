internal import Checkpoints
internal import DocumentModel

/// What earlier work on one input left, and what this work leaves.
struct InputCheckpoints: Sendable {
  let store: CheckpointStore
  let recognition, restoration: StageKey
  /// SHA-256 of the input.
  let input: String

  /// Pages whose words were recognised before, by number.
  func recognised() -> [Int: Page] { store.pages(of: input, by: recognition) }

  func keep(recognised page: Page) throws(Failure) {
    try store.keep(page, page: page.number, of: input, by: recognition)
  }

  /// Keeps all pages as one file. Where a page could not be read this is not called: the others stay single files, and the
  /// page is tried again in the next run.
  func keep(allRecognised pages: [Page]) throws(Failure) {
    try store.keep(whole: pages, of: input, by: recognition)
  }

  func restored() -> [Page]? { store.whole(of: input, by: restoration) }

  func keep(restored pages: [Page]) throws(Failure) { try store.keep(whole: pages, of: input, by: restoration) }
}
