internal import Checkpoints
internal import DocumentModel
internal import Intake

/// Writes what was made of an input: every file whole or not at all, each format in its turn.
struct OutputWriter: Sendable {
  let directory: String
  /// In the order of the list; formats of one turn are made in it.
  let formats: [OutputFormat]
  let settings: OutputSettings

  /// Writes the files of an input. What is odd about them is in the folder's notices and in its record.
  ///
  /// - Throws: a failure where the folder or a file cannot be written.
  func write(_ product: InputProcessor.Product, of input: Input) async throws(Failure) -> ResultFolder {
    var folder = ResultFolder(
      path: directory + "/" + input.name, input: input, product: product, settings: settings)
    let isText = product.record.source.kind == .text, shown = formats.filter(\.needsPages)
    if isText, !shown.isEmpty { folder.add(Finding(.note, .needsPages(shown, input.path))) }
    try DurableFile.makeFolder(folder.path)
    // What a process that was killed had half written.
    try folder.removeFiles { $0.hasSuffix(".partial") }
    for turn in [OutputFormat.Turn.content, .record, .listing] {
      for format in formats where format.turn == turn && !(isText && format.needsPages) {
        try await format.make(&folder, format.fileName)
      }
    }
    return folder
  }
}

/// How files are written, whatever they are.
struct OutputSettings: Sendable {
  /// Of the headings in what is written for people.
  var language: Language
  /// The largest image that is decoded, in pixels.
  var mostPixels: Int
  /// Whether a searchable PDF that cannot be marked as PDF/A is not written.
  var isStrictPDFA = false
}

extension Message {
  static func needsPages(_ formats: [OutputFormat], _ path: String) -> Message {
    let names = formats.map(\.name).joined(separator: ", ")
    return Message(
      "needs-pages", vi: "“\(path)” là văn bản thuần, không có ảnh trang: không ghi \(names). Đưa bản quét vào để có.",
      en: "“\(path)” is plain text without page images: no \(names) is written. Give the scan to get it.")
  }
}
