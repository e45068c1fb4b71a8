public import DocumentModel

/// What an archive keeps of an input: its record, the text of its pages for search, and their words for review.
public struct KeptInput: Sendable {
  public let record: InputRecord
  /// The pages with all that is known of their words; empty where only their texts are known: such an input can be
  /// searched, but not reviewed.
  public let pages: [Page]
  public let texts: [PageText]
  /// The JSON of each document, where the record came as JSON.
  let json: [[UInt8]]?

  /// An input whose pages are at hand.
  public init(record: InputRecord, pages: [Page]) {
    let transcript = Transcript(of: pages)
    self.record = record
    json = nil
    self.pages = transcript.pages
    texts = zip(pages, transcript.pageTexts).map { PageText(page: $0.number, text: $1) }
  }

  /// An input of which no more is known than its pages' texts. `json`: what the record was read from.
  public init(record: InputRecord, texts: [PageText] = [], readFrom json: [UInt8]? = nil) {
    self.record = record
    let documents = json.flatMap(RecordSlices.documents)
    self.json = documents?.count == record.documents.count ? documents : nil
    self.pages = []
    self.texts = texts
  }
}

/// Between processes: texts are made of the pages again.
extension KeptInput: Codable {
  private enum CodingKeys: String, CodingKey { case record, pages }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      record: try container.decode(InputRecord.self, forKey: .record),
      pages: try container.decode([Page].self, forKey: .pages))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(record, forKey: .record)
    try container.encode(pages, forKey: .pages)
  }
}
