internal import DocumentModel

/// A file of a package that is looked at.
struct PackageEntry {
  /// With the root folder in front.
  var path: String
  var size: Int
  /// Where a ZIP file lists it; 0 in a folder.
  var place = 0
}

/// The bytes of one file, from its beginning on.
protocol EntryStream: AnyObject {
  /// How many bytes were put into the buffer, 0 at the end; nil where the file is damaged.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int?
}

/// A package as it lies there, a ZIP file or a folder. Nothing of it is unpacked to disk by name.
protocol PackageSource: AnyObject {
  var entries: [PackageEntry] { get }
  /// What was refused in it, by name; the rest can still be looked at.
  var problems: [PackageFinding] { get }
  /// Nil where the file cannot be opened.
  func open(_ entry: PackageEntry) -> (any EntryStream)?
  /// The path of a file on disk; nil where it lies in a ZIP file.
  func diskPath(_ path: String) -> String?
}

/// What is borne of a package that somebody else made.
enum SourceLimits {
  /// Files in a package: thirteen times what the largest dossier known has.
  static let files = 500_000
  /// How much larger than the ZIP file its content may be. Deflate reaches 1,032; no scan and no XML of a package reaches 100.
  static let ratio = 200
  /// What any package may have besides, in bytes: small files of blanks shrink more.
  static let allowance = 16 << 20
  /// The largest METS or PREMIS in bytes: 20,000 documents need 40 MB.
  static let structure = 512 << 20
  /// The largest EAD in bytes: its fields have 20,000 characters at most.
  static let description = 1 << 20
  /// A PDF up to this many bytes is looked into in memory, a larger one of a ZIP file from a temporary file.
  static let memory = 16 << 20

  /// Why a name is refused; nil for a good one.
  static func fault(ofName name: String) -> Message? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let hasDrive = name.dropFirst().first == ":"
    let isUnsafe =
      name.hasPrefix("/") || name.contains("\\") || hasDrive || parts.contains("..") || parts.contains(".")
      || parts.contains("") || name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    return isUnsafe ? .unsafeName : nil
  }
}
