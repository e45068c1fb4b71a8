internal import Checkpoints
internal import DocumentModel

extension OutputFormat {
  /// The pages with all that is known of their words, packed: what an archive needs so that they can be reviewed.
  public static let words = OutputFormat(
    "words", fileName: "pages.packed",
    remark: Message("words-format", vi: "từ của các trang, cho kho lưu trữ", en: "the pages' words, for an archive")
  ) { folder, name throws(Failure) in
    try folder.write(try PackedJSON.bytes(of: folder.product.transcript.pages, isOrdered: true), to: name)
  }
}
