/// A digital signature that a file or a page says it carries. Nothing here was verified: that needs the certificates of
/// the authority that issued them, and a verdict which an archive may only take from it.
public struct Signature: Hashable, Codable, Sendable {
  /// Where it is said.
  public enum Source: String, Codable, Sendable {
    /// A signature field of the PDF.
    case field
    /// Text that a signing service laid over a page.
    case overlay
    /// The same text, printed or scanned into the page.
    case print
  }

  public var source: Source
  /// 1-based; nil for a field, which need not stand on a page.
  public var page: Int?
  /// Name of the signature field in the PDF.
  public var field: String?
  public var signer: String?
  public var organisation: String?
  /// ISO 8601, with the offset from UTC where one is said.
  public var time: String?
  /// The signing service's text as it stands on the page, for a person to compare; nil for a field.
  public var text: String?

  public init(
    source: Source, page: Int? = nil, field: String? = nil, signer: String? = nil, organisation: String? = nil,
    time: String? = nil, text: String? = nil
  ) {
    self.source = source
    self.page = page
    self.field = field
    self.signer = signer
    self.organisation = organisation
    self.time = time
    self.text = text
  }
}
