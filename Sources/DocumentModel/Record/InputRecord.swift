/// What was made of one input: the root of `record.json`.
public struct InputRecord: Hashable, Codable, Sendable {
  public static let schema = "sohoa-record/1"

  public var schema: String
  public var source: SourceSummary
  public var documents: [DocumentRecord]
  /// Digital signatures that the file or its pages say they carry; none was verified.
  public var signatures: [Signature]
  /// What is odd about the file itself: a page that could not be read, bytes that are no text.
  public var findings: [Finding]

  public init(
    source: SourceSummary, documents: [DocumentRecord], signatures: [Signature] = [], findings: [Finding] = []
  ) {
    self.schema = Self.schema
    self.source = source
    self.documents = documents
    self.signatures = signatures
    self.findings = findings
  }
}

extension InputRecord {
  /// What the input is called: symbol and subject of each of its documents; its file's name where nothing was read.
  public var title: String {
    let titles = documents.map { document in
      let header = document.document
      return [header.printedSymbol ?? header.type, header.subject].compactMap { $0 }.joined(separator: " – ")
    }
    let known = titles.filter { !$0.isEmpty }.joined(separator: "; ")
    return known.isEmpty ? source.path.split(separator: "/").last.map(String.init) ?? source.path : known
  }
}

/// The file that an input record was made of.
public struct SourceSummary: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case scan
    case bornDigital = "born-digital"
    case text
  }

  public var path: String
  /// Hexadecimal, of the file's bytes; of a folder of page images, of its files' hashes in page order.
  public var sha256: String
  public var kind: Kind
  public var pages: Int
  /// Words that a person should look at.
  public var doubtfulWords: Int
  /// The images that boxes are measured on; empty for a text input.
  public var pageImages: [PageImageSummary]

  public init(
    path: String, sha256: String, kind: Kind, pages: Int, doubtfulWords: Int, pageImages: [PageImageSummary] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.kind = kind
    self.pages = pages
    self.doubtfulWords = doubtfulWords
    self.pageImages = pageImages
  }
}

/// A page image as it stands upright: what the boxes of a record are measured on.
public struct PageImageSummary: Hashable, Codable, Sendable {
  /// 1-based, in the file.
  public var page: Int
  /// In pixels.
  public var width, height: Int
  /// Dots per inch.
  public var dpi: Int
  /// Degrees that the image in the file is turned clockwise to stand upright.
  public var rotation: Int
  /// How well it was scanned.
  public var quality: PageQuality?

  /// Nil for a page that has no image.
  public init?(_ page: Page) {
    guard let size = page.size, let dpi = page.dpi else { return nil }
    self.page = page.number
    width = size.width
    height = size.height
    self.dpi = dpi
    rotation = page.rotation
    quality = page.quality
  }
}
