internal import DocumentModel
internal import Foundation

/// One page of a PDF as an image.
struct PDFPageImage {
  let path: String
  /// 1-based.
  let page: Int
  let dpi: Int
  /// Whether a picture covers the page.
  let isScan: Bool
  /// Dots to an inch of the paper.
  private let dpiOnPaper: Int
  private let annotations: PageComposition.Annotations
  private let isGrey: Bool

  init(path: String, page: Int, dpi: Int, isScan: Bool) {
    self.init(path: path, page: page, Drawing(dpi: dpi, dpiOnPaper: dpi), isScan: isScan)
  }

  init(path: String, page: Int, _ drawing: Drawing, isScan: Bool) {
    (self.path, self.page, self.isScan) = (path, page, isScan)
    (dpi, dpiOnPaper, annotations, isGrey) = (drawing.dpi, drawing.dpiOnPaper, drawing.annotations, drawing.isGrey)
  }

  /// Drawn at `dpi`, with the annotations that are a part of the page's print.
  func drawn() async throws(Failure) -> EncodedImage {
    switch annotations {
    case .none: return try await drawn(path, page, hidesAnnotations: true)
    case .all: return try await drawn(path, page, hidesAnnotations: false)
    case .some:
      guard let printed = PDFContents.printed(path, page: page), let folder = Self.folder() else {
        return try await drawn(path, page, hidesAnnotations: true)
      }
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "page.pdf")
      guard (try? Data(printed).write(to: file)) != nil else {
        return try await drawn(path, page, hidesAnnotations: true)
      }
      return try await drawn(file.path, 1, hidesAnnotations: false)
    }
  }

  /// A folder of its own for what a program writes.
  private static func folder() -> URL? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sohoa-\(UUID().uuidString)")
    return (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)) == nil
      ? nil : folder
  }

  private func drawn(_ file: String, _ number: Int, hidesAnnotations: Bool) async throws(Failure) -> EncodedImage {
    let options = ["-r", String(dpi), "-f", String(number), "-l", String(number)] + (isGrey ? ["-gray"] : [])
    let drawn = try await PopplerTool(name: "pdftoppm").run(
      options + (hidesAnnotations ? ["-hide-annotations"] : []) + [file], on: path)
    if drawn.wasEnded { throw Failure(.badInput, .tooCostly("pdftoppm", "\(path):\(page)")) }
    guard drawn.succeeded, !drawn.bytes.isEmpty else {
      throw Failure(.badInput, .toolFailed("pdftoppm", path, String(drawn.errors.prefix(200))))
    }
    // Poppler leaves out what it cannot decode. A scan whose picture is left out comes out empty, and must not pass for
    // an empty page.
    if isScan, !drawn.errors.isEmpty, Self.isEmpty(drawn.bytes) {
      throw Failure(.badInput, .pictureDamaged(path, page: page))
    }
    return EncodedImage(bytes: drawn.bytes, dpi: dpiOnPaper, isDrawn: true)
  }

  /// Whether all samples behind the header are the same.
  private static func isEmpty(_ pixmap: [UInt8]) -> Bool {
    guard let last = pixmap.last else { return true }
    return pixmap.dropFirst(32).allSatisfy { $0 == last }
  }

  /// The one image that makes up the page: a JPEG as it is, any other decoded without loss. Where it cannot be taken out,
  /// the page is drawn.
  func extracted() async throws(Failure) -> EncodedImage {
    guard let folder = Self.folder() else { return try await drawn() }
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = folder.appending(path: "page").path
    let taken = try await PopplerTool(name: "pdfimages").run(
      ["-j", "-tiff", "-f", String(page), "-l", String(page), path, root], on: path)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard taken.succeeded, taken.errors.isEmpty, let file = files.first, files.count == 1,
      let bytes = try? ReadOnlyFile.contents(of: folder.appending(path: file).path), !bytes.isEmpty
    else { return try await drawn() }
    return EncodedImage(bytes: bytes, dpi: dpi)
  }
}
