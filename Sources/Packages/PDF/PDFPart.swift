public import DocumentModel
internal import Foundation
internal import PDFSyntax

/// Pages of a PDF as a file of its own, with what the whole says of itself. The same pages give the same bytes.
public enum PDFPart {
  /// `pages` counts from 1. A file that has the name is replaced.
  ///
  /// - Throws: a failure where the file is no PDF or has no such pages, or `target` cannot be written.
  public static func write(pages: ClosedRange<Int>, of path: String, to target: String) throws(Failure) {
    let document = try PDFDocument(reading: path)
    try document.keepPages(pages)
    let bytes = try document.written()
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(target, error.localizedDescription))
    }
  }
}
