internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation
internal import Pipeline

/// `sohoa outline`: the tree of one input, for people.
struct OutlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: say(
      vi: "In dàn ý của một văn bản: mục, bảng, nhiệm vụ với đơn vị chủ trì và thời hạn.",
      en: "Print a document's outline: headings, tables, tasks with who leads and until when."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa outline ke-hoach.pdf
          sohoa outline ocr.txt --json
          pdftotext ban-quet.pdf - | sohoa outline -
        """,
      en: """
        Examples:
          sohoa outline plan.pdf
          sohoa outline ocr.txt --json
          pdftotext scan.pdf - | sohoa outline -
        """))

  @Argument(
    help: help(
      vi: "Tệp PDF, ảnh hoặc văn bản; “-” là văn bản từ đầu vào chuẩn.",
      en: "A PDF, an image or a text; “-” is a text on standard input.", value: .file))
  var file: String

  @Flag(help: help(vi: "In JSON.", en: "Print JSON."))
  var json = false

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let run = try OutlineRun(
        models: try ModelFolder.locate(common.models), reading: reading.settings,
        documents: reading.documents.documents)
      let copy = file == "-" ? try StandardInputCopy() : nil
      defer { copy?.remove() }
      let outlines = try await run.outlines(of: copy?.path ?? file)
      if json { return Console.write(try JSONExport.data(of: outlines)) }
      Console.write(Array(outlines.map { $0.text(language: common.language) }.joined(separator: "\n").utf8))
    }
  }
}

/// What came on standard input as a text file, for stages that look at a file twice.
struct StandardInputCopy {
  let path: String

  init() throws(Failure) {
    let name = "sohoa-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max)).txt"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: attributes) else {
      throw Failure(.cannotWriteOutput, .cannotCopyInput(path))
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension Message {
  static func cannotCopyInput(_ path: String) -> Message {
    Message(
      "cannot-copy-input", vi: "Không ghi được bản sao đầu vào ở “\(path)”. Kiểm tra thư mục tạm và dung lượng đĩa.",
      en: "Cannot write a copy of the input to “\(path)”. Check the temporary folder and the disk's room.")
  }
}
