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

  /// Drawn at `dpi`, without annotations.
  func drawn() async throws(Failure) -> EncodedImage {
    let drawn = try await PopplerTool(name: "pdftoppm").run(
      ["-r", String(dpi), "-f", String(page), "-l", String(page), "-hide-annotations", path], on: path)
    if drawn.wasEnded { throw Failure(.badInput, .tooCostly("pdftoppm", "\(path):\(page)")) }
    guard drawn.succeeded, !drawn.bytes.isEmpty else {
      throw Failure(.badInput, .toolFailed("pdftoppm", path, String(drawn.errors.prefix(200))))
    }
    // Poppler leaves out what it cannot decode. A scan whose picture is left out comes out empty, and must not pass for
    // an empty page.
    if isScan, !drawn.errors.isEmpty, Self.isEmpty(drawn.bytes) {
      throw Failure(.badInput, .pictureDamaged(path, page: page))
    }
    return EncodedImage(bytes: drawn.bytes, frame: 0, dpi: dpi, isDrawn: true)
  }

  /// Whether all samples behind the header are the same.
  private static func isEmpty(_ pixmap: [UInt8]) -> Bool {
    guard let last = pixmap.last else { return true }
    return pixmap.dropFirst(32).allSatisfy { $0 == last }
  }

  /// The one image that makes up the page: a JPEG as it is, any other decoded without loss. Where it cannot be taken out,
  /// the page is drawn.
  func extracted() async throws(Failure) -> EncodedImage {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sohoa-\(UUID().uuidString)")
    guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)) != nil else {
      return try await drawn()
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = folder.appending(path: "page").path
    let taken = try await PopplerTool(name: "pdfimages").run(
      ["-j", "-tiff", "-f", String(page), "-l", String(page), path, root], on: path)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard taken.succeeded, taken.errors.isEmpty, let file = files.first, files.count == 1,
      let bytes = try? Data(contentsOf: folder.appending(path: file)), !bytes.isEmpty
    else { return try await drawn() }
    return EncodedImage(bytes: [UInt8](bytes), frame: 0, dpi: dpi)
  }
}
