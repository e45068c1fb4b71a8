public import DocumentModel

/// What inputs are and how well their pages were scanned.
public struct InspectionReport: Codable, Sendable {
  public static let schema = "sohoa-inspection/1"

  public var schema = Self.schema
  public var inputs: [InspectedInput]
  public var seconds: Double
  /// Documents below a folder that are of kinds that cannot be read, and links.
  public var passedOver: [String]
  /// The same in words.
  public var notices: [Message]

  public init(inputs: [InspectedInput], seconds: Double, passedOver: [String] = [], notices: [Message] = []) {
    self.inputs = inputs
    self.seconds = seconds
    self.passedOver = passedOver
    self.notices = notices
  }

  public var failed: [InspectedInput] { inputs.filter { $0.failure != nil } }

  /// As of a run that processes them.
  public var exitCode: Int32 { BatchReport.exitCode(of: Set(inputs.compactMap { $0.failure?.exitCode })) }

  /// How many pages have a grade.
  public func count(_ grade: PageQuality.Grade) -> Int {
    inputs.reduce(0) { $0 + $1.pages.count { $0.quality?.grade == grade } }
  }
}

/// One input: a file, or a folder of page images.
public struct InspectedInput: Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case scan
    case bornDigital = "born-digital"
    case mixed, text
  }

  public var path: String
  /// `pdf`, `tiff`, `png`, `jpeg`, `text`, or `images` for a folder of pages.
  public var format: String?
  /// Of its pages, where these agree.
  public var kind: Kind?
  public var sha256: String?
  public var pages: [InspectedPage] = []
  /// What signature fields and overlays say; nothing of it was verified.
  public var signatures: [Signature] = []
  /// Pages that could not be looked at, bytes that are no text.
  public var findings: [Finding] = []
  public var failure: InputReport.Problem?
}

/// One page as it lies in its file.
public struct InspectedPage: Codable, Sendable {
  /// 1-based, in the file.
  public var page: Int
  public var kind: InspectedInput.Kind
  /// In pixels, as it lies; nil for a text.
  public var size: PixelSize?
  /// Dots per inch.
  public var dpi: Int?
  /// The file does not say the resolution: it is guessed from A4 paper.
  public var isResolutionGuessed: Bool?
  /// Bits of a pixel as they are stored; nil for a page that is drawn.
  public var bits: Int?
  /// Degrees to turn it clockwise so that it stands upright.
  public var rotation: Int?
  /// Whether the letters alone say so; where not, `process` finds it out by reading.
  public var isRotationSure: Bool?
  public var isBlank: Bool?
  public var textLayer: InspectedTextLayer
  public var quality: PageQuality?
  public var measures: PictureMeasures?

  /// Width and height on paper, in millimetres.
  public var millimetres: PixelSize? {
    guard let size, let dpi, dpi > 0 else { return nil }
    func length(_ pixels: Int) -> Int { Int((Double(pixels) * 25.4 / Double(dpi)).rounded()) }
    return PixelSize(width: length(size.width), height: length(size.height))
  }
}

/// What became of the words that a page carries.
public struct InspectedTextLayer: Codable, Sendable {
  /// `trusted`, `absent`, `overlay`, `unreadable`, or `uncovered` where the words leave print out and the page is read anew.
  public var verdict: String
  public var words: Int
  /// Share of the page's print that the words cover, where a picture lies under them, 0...1.
  public var coverage: Double?
  public var why: Message
}
