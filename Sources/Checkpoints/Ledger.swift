public import DocumentModel
internal import Foundation

/// What the ledger knows of an input.
public struct LedgerEntry: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case done, failed
  }

  /// The absolute path of the input.
  public var path: String
  /// The name of its folder in the output.
  public var name: String
  /// The stamps of the files that it is read from.
  public var stamps: [FileStamp]
  /// The SHA-256 of its bytes; nil where they could not be read.
  public var sha256: String?
  /// The digest of the key of the whole work that was done on it.
  public var work: String
  public var outcome: Outcome
  /// The files that were written into its folder.
  public var files: [String]
  /// The run that did the work.
  public var run: Int

  public init(
    path: String, name: String, stamps: [FileStamp], sha256: String?, work: String, outcome: Outcome, files: [String],
    run: Int
  ) {
    self.path = path
    self.name = name
    self.stamps = stamps
    self.sha256 = sha256
    self.work = work
    self.outcome = outcome
    self.files = files
    self.run = run
  }
}

/// The inputs that were finished or failed below an output folder: a file of JSON lines that only grows, the last line
/// of an input being the one that counts. A line that was cut off by a crash is passed over.
///
/// One process writes it, under the `OutputLock`. In memory an input takes its entry and no more; the reports stay on
/// disk, and are read when they are asked for.
public final class Ledger<Report: Codable & Sendable> {
  /// An entry with its report.
  private struct Line: Codable {
    var entry: LedgerEntry
    var report: Report
  }
  private struct Head: Decodable { var entry: LedgerEntry }
  private struct Tail: Decodable { var report: Report }
  private struct Known {
    var entry: LedgerEntry
    var place: Range<Int>
  }

  private let path: String
  private let handle: FileHandle
  private let decoder = JSONDecoder()
  /// By the bytes of paths and names: to a file system, names that differ in composition only are two.
  private var known: [[UInt8]: Known] = [:]
  /// The last line that has a name: a folder that another input has taken over no longer holds the results of the first.
  private var owners: [[UInt8]: Known] = [:]
  private var end = 0
  private var synchronized = SuspendingClock.now

  /// Opens the ledger, and makes it where it is not there.
  ///
  /// - Throws: a failure where it cannot be opened or written.
  public init(path: String) throws(Failure) {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, String(cString: strerror(errno))))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let lines = load()
    if lines > known.count + owners.count + 1000 { try compact() }
  }

  public var entries: some Collection<LedgerEntry> { known.values.lazy.map(\.entry) }

  /// What is known of an input; nil where nothing is known, or where another input has taken over its folder.
  public func entry(of path: String) -> LedgerEntry? {
    let key = Array(path.utf8)
    guard let entry = known[key]?.entry, let owner = owners[Array(entry.name.utf8)]?.entry,
      owner.path.utf8.elementsEqual(key)
    else { return nil }
    return entry
  }

  /// The input whose results a folder of the output holds; nil where it holds none.
  public func owner(of name: String) -> LedgerEntry? { owners[Array(name.utf8)]?.entry }

  /// The report of an input; nil where there is none.
  public func report(of path: String) -> Report? {
    guard let place = known[Array(path.utf8)]?.place, let bytes = bytes(at: place) else { return nil }
    return try? decoder.decode(Tail.self, from: bytes).report
  }

  /// Adds an entry. It is on disk a second later, or when the ledger is synchronized. An entry that is lost with the
  /// machine means that its input is done again, with the same result.
  ///
  /// - Throws: a failure where it cannot be written.
  public func add(_ entry: LedgerEntry, _ report: Report) throws(Failure) {
    do {
      var line = try JSONEncoder().encode(Line(entry: entry, report: report))
      line.append(0x0A)
      try handle.seek(toOffset: UInt64(end))
      try handle.write(contentsOf: line)
      if SuspendingClock.now - synchronized > .seconds(1) { synchronize() }
      take(entry, at: end..<end + line.count - 1)
      end += line.count
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
  }

  /// Brings to disk what was added.
  public func synchronize() {
    fdatasync(handle.fileDescriptor)
    synchronized = .now
  }

  private func take(_ entry: LedgerEntry, at place: Range<Int>) {
    let line = Known(entry: entry, place: place)
    known[Array(entry.path.utf8)] = line
    owners[Array(entry.name.utf8)] = line
  }

  private func bytes(at place: Range<Int>) -> Data? {
    try? handle.seek(toOffset: UInt64(place.lowerBound))
    return try? handle.read(upToCount: place.count)
  }

  /// Reads all whole lines; the next goes after the last of them. Returns how many there are.
  private func load() -> Int {
    var rest = Data(), count = 0
    while let chunk = try? handle.read(upToCount: 4 << 20), !chunk.isEmpty {
      rest.append(chunk)
      var start = rest.startIndex
      while let newline = rest[start...].firstIndex(of: 0x0A) {
        let line = rest[start..<newline]
        if let head = try? decoder.decode(Head.self, from: line) { take(head.entry, at: end..<end + line.count) }
        end += line.count + 1
        count += 1
        start = newline + 1
      }
      rest = Data(rest[start...])
    }
    // A line without its end was cut off: it goes, so that the next does not join it.
    ftruncate(handle.fileDescriptor, off_t(end))
    return count
  }

  /// Writes the file anew with the lines that count, in their order.
  private func compact() throws(Failure) {
    var lines: [UInt8] = []
    let places = Set(known.values.map(\.place)).union(owners.values.map(\.place))
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      lines += (bytes(at: place) ?? Data()) + [0x0A]
    }
    try DurableFile.write(lines, to: path)
    let fresh = open(path, O_RDWR | O_CLOEXEC)
    guard fresh >= 0, dup2(fresh, handle.fileDescriptor) >= 0 else {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, String(cString: strerror(errno))))
    }
    _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
    close(fresh)
    known = [:]
    owners = [:]
    end = 0
    _ = load()
  }
}
