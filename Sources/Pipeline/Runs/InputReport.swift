public import DocumentModel
internal import Intake
internal import SearchablePDF

/// What was made of one input.
public struct InputReport: Codable, Sendable {
  public struct Document: Codable, Sendable {
    public var type: String?
    /// Number and symbol as a person reads them.
    public var symbol: String?
    public var pages: [Int]
    public var tasks: Int
  }

  public struct Problem: Codable, Sendable {
    public var exitCode: Int32
    public var message: Message

    init(_ failure: Failure) {
      exitCode = failure.code.rawValue
      message = failure.message
    }
  }

  public var path: String
  /// Its folder in the output.
  public var name: String
  public var pages: Int
  public var documents: [Document]
  public var doubtfulWords: Int
  public var findings: Int
  public var seconds: Double
  /// What the user should know of the files that were written, or were not.
  public var notices: [Message] = []
  /// What of it is not in the result; nil in a report of a program that did not name it.
  public var omitted: [Omission]?
  public var failure: Problem?

  /// The exit code that the input asks for: of its failure, or 65 where a page with print could not be read or a PDF had
  /// to be PDF/A and is none, though the other results are there; nil where all went well.
  var exitCode: Int32? {
    if let failure { return failure.exitCode }
    let codes = [Message.pageUnreadableCode, Message.archivalRefusedCode]
    return omitted?.contains { codes.contains($0.message.code) } == true ? Failure.Code.badInput.rawValue : nil
  }
}

extension InputReport {
  init(path: String, name: String, failure: Failure, seconds: Double) {
    self.init(
      path: path, name: name, pages: 0, documents: [], doubtfulWords: 0, findings: 0, seconds: seconds,
      failure: Problem(failure))
  }

  init(_ written: ResultFolder, seconds: Double) {
    let record = written.record
    let documents = record.documents.map {
      Document(
        type: $0.document.type, symbol: $0.document.printedSymbol, pages: $0.pages, tasks: $0.tasks.count)
    }
    self.init(
      path: record.source.path, name: written.input.name, pages: record.source.pages, documents: documents,
      doubtfulWords: record.source.doubtfulWords,
      findings: record.findings.count + record.documents.reduce(0) { $0 + $1.findings.count }, seconds: seconds,
      notices: written.notices,
      omitted: Omission.named(by: record.findings, of: record.source.path))
  }
}
