internal import DocumentModel

extension OutputFormat {
  /// The text, restored, without the lines of signing services.
  public static let txt = OutputFormat("txt", fileName: "text.txt", isUsual: true) { folder, name throws(Failure) in
    try folder.write(Array(folder.product.transcript.text.utf8), to: name)
  }
}
