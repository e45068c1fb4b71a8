internal import Checkpoints
internal import Foundation

/// What lies in a folder that others write into, and since when it has not changed.
///
/// A file is taken once two looks, some time apart, saw the same stamp: size, dates and inode. Neither look trusts the
/// clock of the file's dates. Links are not followed, and names that begin with a dot are passed over, as what is still
/// being written often has one.
public struct FolderWatch {
  private let folder: String
  private let excluded: Set<String>
  private typealias Stamps = [ExactName: FileStamp]
  /// What the last look saw, and what of it was handed on.
  private var seen: [ExactName: Stamps] = [:]
  private var handled: [ExactName: Stamps] = [:]
  /// How many looks in a row saw no change.
  private var quiet: [ExactName: Int] = [:]
  private let looksForFolders: Int

  /// Looks at the files and folders in `folder`, but not at the `excluded` ones, such as those that results go to.
  ///
  /// - Parameters:
  ///   - folder: what is watched.
  ///   - excluded: folders in it that are left out.
  ///   - looks: how many looks in a row have to see no change in a folder: a scanner puts page after page into it, and
  ///     somebody has to lay the next one on the glass.
  public init(folder: String, excluding excluded: [String], looksForFolders looks: Int = 1) {
    self.folder = folder
    looksForFolders = looks
    self.excluded = Set(excluded.map(Self.standardized))
  }

  /// Looks once, and gives the paths that have not changed since the last look and were not yet processed as they are.
  public mutating func settled() -> [String] {
    var now: [ExactName: Stamps] = [:]
    for name in names(in: folder) {
      let path = folder + "/" + name
      if !excluded.contains(Self.standardized(path)) { now[ExactName(path)] = stamps(below: path) }
    }
    quiet = now.reduce(into: [:]) { $0[$1.key] = seen[$1.key] == $1.value ? quiet[$1.key, default: 0] + 1 : 0 }
    let ready = now.filter { path, stamps in
      !stamps.isEmpty && quiet[path, default: 0] >= looks(for: path, stamps) && handled[path] != stamps
    }
    seen = now
    handled = handled.filter { now[$0.key] != nil }
    return ready.keys.map(\.text).sorted()
  }

  /// Notes that paths were processed: they are given again only when they change.
  public mutating func note(handled paths: [String]) {
    for path in paths.map(ExactName.init) { handled[path] = seen[path] }
  }

  /// A file is known by its own path; anything else is a folder.
  private func looks(for path: ExactName, _ stamps: Stamps) -> Int {
    stamps[path] == nil ? looksForFolders : 1
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
  }

  /// The stamps of a file, or of all files below a folder; links are left out.
  private func stamps(below path: String) -> Stamps {
    switch try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
    case .typeRegular: FileStamp(of: path).map { [ExactName(path): $0] } ?? [:]
    case .typeDirectory:
      names(in: path).reduce(into: [:]) { $0.merge(stamps(below: path + "/" + $1)) { first, _ in first } }
    default: [:]
    }
  }

  private static func standardized(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}

/// A name as a file system tells names apart: by bytes. To a `String`, names that differ in composition only are one.
private struct ExactName: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactName, b: ExactName) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
