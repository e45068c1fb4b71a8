internal import DocumentModel
internal import Foundation

/// One page of a PDF as an image.
struct PDFPageImage {
  let path: String
  /// 1-based.
  let page: Int
  let dpi: Int

  /// Drawn at `dpi`, without annotations.
  func drawn() async throws(Failure) -> EncodedImage {
    let drawn = try await PopplerTool(name: "pdftoppm").run(
      ["-r", String(dpi), "-f", String(page), "-l", String(page), "-hide-annotations", path], on: path)
    guard drawn.succeeded, !drawn.bytes.isEmpty else {
      throw Failure(.badInput, .toolFailed("pdftoppm", path, String(drawn.errors.prefix(200))))
    }
    return EncodedImage(bytes: drawn.bytes, frame: 0, dpi: dpi, isDrawn: true)
  }

  /// The page's one image: a JPEG as it is, everything else decoded without loss. Where it cannot be had the page is
  /// drawn.
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
