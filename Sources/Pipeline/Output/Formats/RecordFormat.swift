internal import DocumentModel
internal import Export

extension OutputFormat {
  /// The record whole, as `docs/record.md` says.
  public static let json = OutputFormat("json", fileName: "record.json", isUsual: true, turn: .record) {
    folder, name throws(Failure) in
    try folder.write(try JSONExport.data(of: folder.record), to: name)
  }
}
