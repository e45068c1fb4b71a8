internal import Vietnamese

/// A file as a list or an archive names it, to be found again under another name of its folders: lists are written on
/// Windows, with backslashes and drive letters, and scans are copied to other folders.
struct ListedFile {
  let id: Int64
  let input: String
  /// Its folders and its name, without marks and in small letters, since folders are named with and without.
  private let parts: [Substring]

  init(path: String, id: Int64, input: String = "") {
    (self.id, self.input) = (id, input)
    let plain = folded(lowercased(nfc(path))).replacing("\\", with: "/")
    parts = plain.split(separator: "/").drop { $0.hasSuffix(":") || $0 == "." }.map { $0 }
  }

  private var name: Substring { parts.last ?? "" }

  /// The name without its ending: the list may have the name of the PDF where the TIFF was processed, or no ending.
  private var stem: Substring {
    guard let point = name.lastIndex(of: "."), let ending = Optional(name[name.index(after: point)...]),
      Self.endings.contains(ending)
    else { return name }
    return name[..<point]
  }

  private static let endings: Set<Substring> = ["pdf", "tif", "tiff", "jpg", "jpeg", "png", "txt"]

  /// How many of the last folders above the file are the same.
  private func commonFolders(with other: ListedFile) -> Int {
    zip(parts.dropLast().reversed(), other.parts.dropLast().reversed()).prefix { $0 == $1 }.count
  }

  /// Whether all folders that one of the two names are the other's, too.
  private func isSuffix(of other: ListedFile, common: Int) -> Bool {
    common >= min(parts.count, other.parts.count) - 1
  }

  /// The files that a listed one can be: those of its name with the most folders in common. Where the folders differ, the
  /// name has to be the only one of its kind on both sides.
  static func matches(of listed: [ListedFile], in files: [ListedFile]) -> [(Int64, Int64)] {
    let byStem = Dictionary(grouping: files, by: \.stem), listedByStem = Dictionary(grouping: listed, by: \.stem)
    return listed.flatMap { item -> [(Int64, Int64)] in
      let namesakes = byStem[item.stem] ?? []
      let same = namesakes.filter { $0.name == item.name }
      let candidates = (same.isEmpty ? namesakes : same).map { (file: $0, common: item.commonFolders(with: $0)) }
      let most = candidates.map(\.common).max() ?? 0
      let isOnly = candidates.count == 1 && listedByStem[item.stem]?.count == 1
      return candidates.filter { candidate in
        candidate.common == most && (isOnly || most > 0 || item.isSuffix(of: candidate.file, common: most))
      }.map { (item.id, $0.file.id) }
    }
  }
}
