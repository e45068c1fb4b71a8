internal import PDFSyntax

/// What keeps a PDF from being marked as PDF/A-2b (ISO 19005-2), and on which pages it stands.
///
/// Everything that can be reached is held against `ArchivalRules`, and every content stream against `ArchivalContent`. What
/// these do not look into (glyphs and widths of fonts, mixtures of spot colours, metadata of parts) is an obstacle wherever it
/// occurs, unless the original claims to be PDF/A of part 1 to 3: then it is taken to be as the claim says.
struct ArchivalCheck {
  /// In the order found, first those of pages; empty where nothing stands against a claim.
  private(set) var obstacles: [ArchivalObstacle] = []
  /// Whether files are attached that may stay.
  private let carriesFiles: Bool

  private typealias Kinds = [ArchivalObstacle.Kind]

  /// The part of PDF/A (ISO 19005) that the file may claim: 3 where the original does and carries files, which the second
  /// part forbids; nil where something stands against a claim.
  var part: Int? {
    if !obstacles.isEmpty { return nil }
    return carriesFiles ? 3 : 2
  }

  /// `pages` are all pages of the document, with what they inherit written into them; `ourFont` is the font of unseen words.
  init(_ document: PDFDocument, pages: [PDFObject], ourFont: PDFObject? = nil) {
    let rules = ArchivalRules(document)
    var walk = Walk(rules, pages)
    if let ourFont { walk.pass(ourFont) }
    if let metadata = document[document.root, "/Metadata"] { walk.pass(metadata) }
    let untouched = walk
    var all: Kinds = []
    for page in pages { all += walk.kinds(below: page) }
    let ofDocument = rules.ofFile + walk.kinds(below: document.root)
    carriesFiles = walk.carriesFiles
    if all.isEmpty && ofDocument.isEmpty { return }
    // Only where there is something to tell is it asked which pages share it.
    let ofPages = pages.map { page in
      var alone = untouched
      return alone.kinds(below: page)
    }
    obstacles = Self.merged(ofPages, ofDocument)
  }

  private static func merged(_ ofPages: [Kinds], _ ofDocument: Kinds) -> [ArchivalObstacle] {
    var order: Kinds = [], places: [ArchivalObstacle.Kind: [Int]] = [:]
    for (index, kinds) in ofPages.enumerated() {
      for kind in Set(kinds) { places[kind, default: []].append(index + 1) }
      for kind in kinds where !order.contains(kind) { order.append(kind) }
    }
    let document = ofDocument.reduce(into: Kinds()) { if !$0.contains($1) { $0.append($1) } }
    return order.map { ArchivalObstacle(kind: $0, pages: places[$0] ?? []) }
      + document.filter { places[$0] == nil }.map { ArchivalObstacle(kind: $0, pages: []) }
  }
}

extension ArchivalCheck {
  /// Goes through objects, each once. From a page it does not step over to another.
  private struct Walk {
    private let rules: ArchivalRules
    private let pages: Set<Int>
    private var seen: Set<Int> = []
    private(set) var carriesFiles = false

    init(_ rules: ArchivalRules, _ pages: [PDFObject]) {
      self.rules = rules
      self.pages = Set(pages.compactMap(rules.document.identity))
    }

    /// Leaves an object and what only it refers to out.
    mutating func pass(_ object: PDFObject) {
      if let id = rules.document.identity(of: object) { seen.insert(id) }
    }

    /// What stands against a claim in everything that can be reached from an object, each kind once, in the order found.
    mutating func kinds(below start: PDFObject) -> Kinds {
      let document = rules.document
      var kinds: Kinds = []
      var waiting = [start]
      while let object = waiting.popLast() {
        if let id = document.identity(of: object) {
          if pages.contains(id), object != start { continue }
          if !seen.insert(id).inserted { continue }
        }
        let keys = document.keys(of: object)
        if keys.contains("/EF") { carriesFiles = true }
        for kind in rules.kinds(against: object, Set(keys)) where !kinds.contains(kind) { kinds.append(kind) }
        waiting += document.items(of: object)
        for key in keys where !Self.left.contains(key) {
          if let value = document[object, key] { waiting.append(value) }
        }
      }
      return kinds
    }

    /// The space that stands in for a profile is never used, a parent was come from, and the claim of the file is ours.
    private static let left: Set<String> = ["/Parent", "/Alternate", "/OutputIntents"]
  }
}
