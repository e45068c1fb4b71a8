public import Archive
internal import Checkpoints
public import DocumentModel

extension KeptInput {
  /// A record with what lies beside it in its folder of results: the words of its pages (`OutputFormat.words`), or else
  /// their texts (`OutputFormat.txt`), or nothing where neither was written.
  public init(_ record: InputRecord, besideIn folder: String) {
    func file(_ format: OutputFormat) -> [UInt8]? { DurableFile.read(folder + "/" + format.fileName) }
    if let pages = file(.words).flatMap({ PackedJSON.value([Page].self, in: $0) }), pages.count == record.source.pages {
      self.init(record: record, pages: pages)
    } else {
      let text = file(.txt).map { String(decoding: $0, as: UTF8.self) }
      self.init(record: record, texts: text.map { PageText.pages(Transcript.pageTexts(in: $0)) } ?? [])
    }
  }
}
