internal import DocumentModel
internal import Export

extension OutputFormat {
  /// The words with their places, as libraries keep them.
  public static let alto = OutputFormat("alto", fileName: "alto.xml", needsPages: true) {
    folder, name throws(Failure) in
    let product = folder.product
    try folder.write(ALTOExport.data(product.pages, of: LayoutSource(product.record)), to: name)
  }

  /// The words with their places, as pages of the web.
  public static let hocr = OutputFormat("hocr", fileName: "hocr.html", needsPages: true) {
    folder, name throws(Failure) in
    let product = folder.product
    try folder.write(HOCRExport.data(product.pages, of: LayoutSource(product.record)), to: name)
  }
}

extension LayoutSource {
  fileprivate init(_ record: InputRecord) {
    let path = record.source.path
    self.init(
      fileName: path.split(separator: "/").last.map(String.init) ?? path, sha256: record.source.sha256,
      title: record.title)
  }
}
