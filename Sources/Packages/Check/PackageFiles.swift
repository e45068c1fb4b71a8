internal import DocumentModel

/// What is kept of a look into a PDF: of twenty thousand it has to be little.
struct DocumentLook {
  var pages: Int32
  var isArchival, hasText, isSigned, isCovered, isShown: Bool

  init(_ look: PDFLook) {
    pages = Int32(clamping: look.pages)
    isArchival = look.claim != nil && !look.isEncrypted
    hasText = look.hasText
    (isSigned, isCovered) = (look.signature.isThere, look.signature.coversAll)
    isShown = look.signature.isShown
  }
}

/// The files of a package by number, with what was found of each. A path is held once.
struct PackageFiles {
  /// What was found of one file.
  struct State {
    /// Nil until it is hashed.
    var sum: FileDigest?
    /// How often METS names it.
    var named: UInt32 = 0
    /// Nil for what is no PDF, or was not looked into.
    var look: DocumentLook?
  }

  let entries: [PackageEntry]
  private var numbers: [String: Int32] = [:]
  private var states: [State]

  init(_ entries: [PackageEntry]) {
    self.entries = entries
    states = Array(repeating: State(), count: entries.count)
    numbers.reserveCapacity(entries.count)
    for (number, entry) in entries.enumerated() { numbers[entry.path] = Int32(number) }
  }

  /// The number of a path; nil where there is no such file.
  func number(_ path: String) -> Int? { numbers[path].map(Int.init) }
  func path(_ number: Int) -> String { entries[number].path }
  func has(_ path: String) -> Bool { numbers[path] != nil }

  subscript(number: Int) -> State {
    get { states[number] }
    set { states[number] = newValue }
  }
}
