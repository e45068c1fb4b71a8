public import Archive
public import DocumentModel

/// How the review site is run.
public struct SiteSettings: Sendable {
  /// Who may come in.
  public enum Entry: Sendable, Equatable {
    /// Anyone on this machine; changes are written down for this person.
    case thisMachine(who: String)
    /// People who know a word that all share, and say their name.
    case sharedToken(String)
    /// People with accounts (`sohoa user add`).
    case accounts
  }

  public var address: String
  public var port: Int
  public var entry: Entry
  /// Of pages, where a visitor asks for no other.
  public var language: Language
  /// Names that the server answers for besides its address, as in `kho.tinh.gov.vn`.
  public var names: [String]
  /// Seconds that a client may take to send a request, and that a connection may stand idle.
  public var patience = 30
  /// What whoever has the shared token may do.
  public var tokenPart = AccountPart.administers
  /// Proxies whose `X-Forwarded-…` headers are believed.
  public var trustedProxies: [AddressRange] = []
  /// Connections, and requests at a time, of one client that is no trusted proxy.
  public var mostOfOneClient = 256
  /// Shown at the foot of pages.
  public var program: String

  public init(
    address: String = "127.0.0.1", port: Int = 8080, entry: Entry, language: Language = .vi, names: [String] = [],
    program: String = "sohoa"
  ) {
    self.address = address
    self.port = port
    self.entry = entry
    self.language = language
    self.names = names
    self.program = program
  }

  /// Whether only this machine can connect.
  public var isLocal: Bool { ["127.0.0.1", "::1", "localhost"].contains(address) }

  /// Host headers that are answered.
  func hosts(port: Int) -> Set<String> {
    var all = names + [address.contains(":") ? "[\(address)]" : address]
    if isLocal { all += ["localhost", "127.0.0.1", "[::1]"] }
    let small = all.map { $0.lowercased() }
    // A proxy in front may serve the name on the usual ports, where no port is named.
    return Set(small.map { "\($0):\(port)" } + (port == 80 ? small : []) + names.map { $0.lowercased() })
  }
}

/// The picture of a page, made by whoever can read the originals.
public protocol PageImages: Sendable {
  /// A JPEG of one page as its words' boxes are placed on it.
  func image(of scan: ScanPlace) async throws(Failure) -> [UInt8]
  /// The same picture a finger wide.
  func small(_ jpeg: [UInt8]) throws(Failure) -> [UInt8]
}

/// A page of an input, and how large it was when it was read.
public struct ScanPlace: Hashable, Sendable {
  /// The file, as it was named when it was processed.
  public var path: String
  public var sha256: String
  /// 1-based.
  public var page: Int
  /// Degrees clockwise that stood it upright.
  public var rotation: Int
  public var size: PixelSize?
  /// Degrees clockwise that laid its lines level.
  public var skew: Double

  public init(path: String, sha256: String, page: Int, rotation: Int, size: PixelSize?, skew: Double) {
    self.path = path
    self.sha256 = sha256
    self.page = page
    self.rotation = rotation
    self.size = size
    self.skew = skew
  }
}
