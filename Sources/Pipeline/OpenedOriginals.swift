internal import Checkpoints
internal import DocumentModel
internal import Intake

/// The pages of originals that were opened lately. To open a file is to read all of it (its hash says whether it is the
/// one that was processed) and to look into all its pages; whoever turns its pages should pay for that once.
actor OpenedOriginals {
  /// Files of which pages are kept. A page without its words is a few hundred bytes.
  private static let most = 32

  private struct Entry {
    var stamps: [FileStamp]
    var sha256: String
    var pages: [PageSource]
  }

  private let reader: InputReader
  private var entries: [String: Entry] = [:]
  /// The longest unused first.
  private var order: [String] = []

  init(reader: InputReader) { self.reader = reader }

  /// A page of the original at `path`.
  ///
  /// - Throws: a failure where the file is gone, or is not the one that was processed.
  func page(_ number: Int, of path: String, sha256: String) async throws(Failure) -> PageSource {
    let entry = try await entry(of: path)
    guard entry.sha256 == sha256 else { throw Failure(.badInput, .originalChanged(path)) }
    guard let page = entry.pages.first(where: { $0.number == number }) else {
      throw Failure(.badInput, .originalGone("\(path):\(number)"))
    }
    return page
  }

  private func entry(of path: String) async throws(Failure) -> Entry {
    let found = InputFinder(excluding: "").inputs(at: [path])
    guard let input = found.inputs.first else {
      throw found.rejections.first?.failure ?? Failure(.cannotOpenInput, .originalGone(path))
    }
    let stamps = input.files.compactMap { FileStamp(of: $0) }
    if let known = entries[path], known.stamps == stamps {
      touch(path)
      return known
    }
    let opened = try await reader.open(input)
    let entry = Entry(stamps: stamps, sha256: opened.sha256, pages: opened.pages.map(\.withoutWords))
    keep(entry, path)
    return entry
  }

  private func keep(_ entry: Entry, _ path: String) {
    entries[path] = entry
    touch(path)
    if order.count > Self.most { entries[order.removeFirst()] = nil }
  }

  private func touch(_ path: String) {
    order.removeAll { $0 == path }
    order.append(path)
  }
}
