internal import DocumentModel

/// What BagIt 1.0 (RFC 8493) lays around a package.
struct BagFiles {
  let root: String
  let moment: PackageMoment
  let agency: String

  func write(_ package: PackageWriter, to sink: any PackageSink) throws(Failure) {
    let files = package.files
    let writer = PackageWriter(sink, prefix: root + "/") { _ throws(Failure) in }
    let bytes = files.reduce(0) { $0 + $1.size }
    let payload = files.map { "\($0.sha256)  data/\(root)/\($0.path)\n" }.joined()
    let made = [
      try writer.write("bagit.txt", Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)),
      try writer.write("bag-info.txt", Array(information(bytes: bytes, count: files.count).utf8)),
      try writer.write("manifest-sha256.txt", Array(payload.utf8)),
    ]
    let tags = made.map { "\($0.sha256)  \($0.path)\n" }.joined()
    try writer.write("tagmanifest-sha256.txt", Array(tags.utf8))
  }

  private func information(bytes: Int, count: Int) -> String {
    let source = agency.split(whereSeparator: \.isNewline).joined(separator: " ")
    return (source.isEmpty ? "" : "Source-Organization: \(source)\n")
      + "Bagging-Date: \(moment.date)\nExternal-Identifier: \(root)\nPayload-Oxum: \(bytes).\(count)\n"
  }
}
