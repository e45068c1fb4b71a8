internal import Checkpoints
public import DocumentModel
internal import Export
internal import Foundation

/// All pages at a glance: small upright pictures with their numbers and grades, in one file to look at or print.
public struct ContactSheet: Sendable {
  enum Format: String, Sendable { case html, png }

  /// The box that a page's picture has to fit in, in pixels.
  static let thumbnail = PixelSize(width: 300, height: 400)

  public let path: String
  public let language: Language
  let format: Format

  /// Nil where the name ends neither in `.html` nor in `.png`.
  public init?(path: String, language: Language) {
    guard let format = Format(rawValue: URL(fileURLWithPath: path).pathExtension.lowercased()) else { return nil }
    self.path = path
    self.language = language
    self.format = format
  }

  /// An original is never written to, whatever the sheet is called.
  func refuseToReplace(_ files: [String]) throws(Failure) {
    let own = Self.identity(of: path)
    if files.contains(where: { Self.identity(of: $0) == own }) {
      throw Failure(.badArguments, .sheetIsAnInput(path))
    }
  }

  /// The file that a path leads to, links followed.
  private static func identity(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  func write(_ looks: [InputLook]) throws(Failure) {
    let bytes =
      switch format {
      case .html: Array(SheetPage(looks, language: language).html().source.utf8)
      case .png: try SheetPicture(looks, language: language).png()
      }
    try DurableFile.write(bytes, to: path)
  }
}

extension Message {
  static func sheetIsAnInput(_ path: String) -> Message {
    Message(
      "sheet-is-an-input", vi: "--sheet “\(path)” là một tệp đang được xem. Chọn tên khác.",
      en: "--sheet “\(path)” is a file that is being inspected. Choose another name.")
  }
}
