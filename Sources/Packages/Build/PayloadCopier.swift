internal import DocumentModel
internal import Foundation

/// Copies PDFs into a package. Each is opened for reading only and read once: its hash is taken as it passes.
struct PayloadCopier {
  let writer: PackageWriter
  private let piece = Piece()

  init(writer: PackageWriter) { self.writer = writer }

  /// Room for what is read at once.
  private final class Piece {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    deinit { bytes.deallocate() }
  }

  /// With `isRewritten` a signed file has been held against the archive's by what it draws, and not by its bytes.
  ///
  /// - Throws: a failure where the file is not what the archive knows: the unsigned one as a whole, a signed one in its
  ///   first bytes, behind which its signature stands.
  func copy(_ payload: PackagePayload, isRewritten: Bool, to path: String) throws(Failure) -> WrittenFile {
    let source = payload.signedPath ?? payload.path
    let descriptor = open(source, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.cannotOpenInput, .cannotOpenPayload(source)) }
    defer { close(descriptor) }
    let size = Self.size(descriptor)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    // How many bytes have the known hash.
    let known = payload.signedPath == nil || isRewritten ? size : try Self.knownSize(payload)
    try writer.begin(path, size: size)
    let sum = try pass(descriptor, source, size: size, known: known)
    let file = try writer.end(path)
    guard isRewritten || (sum ?? file.sha256).lowercased() == payload.sha256.lowercased() else {
      throw Failure(.badInput, payload.signedPath == nil ? .hashChanged(source) : .notTheSamePDF(source))
    }
    return file
  }

  private static func size(_ descriptor: Int32) -> Int {
    var state = stat()
    return fstat(descriptor, &state) == 0 ? Int(state.st_size) : 0
  }

  private static func knownSize(_ payload: PackagePayload) throws(Failure) -> Int {
    if let size = payload.size { return size }
    var state = stat()
    guard stat(payload.path, &state) == 0 else { throw Failure(.cannotOpenInput, .cannotOpenPayload(payload.path)) }
    return Int(state.st_size)
  }

  /// The hash of the first `known` bytes; nil where that is the whole file, whose hash is taken anyhow.
  private func pass(_ descriptor: Int32, _ source: String, size: Int, known: Int) throws(Failure) -> String? {
    var done = 0, sum: String?
    while done < size {
      let stop = done < known ? min(size, known) : size
      let count = read(descriptor, piece.bytes.baseAddress, min(piece.bytes.count, stop - done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      try writer.take(UnsafeRawBufferPointer(rebasing: piece.bytes[..<count]))
      done += count
      if done == known, known < size { sum = writer.sumSoFar }
    }
    // A file that grew or shrank while it was read is not what was begun.
    guard done == size, Self.size(descriptor) == size else { throw Failure(.badInput, .hashChanged(source)) }
    return sum
  }
}

extension Message {
  static func hashChanged(_ path: String) -> Message {
    Message(
      "hash-changed", vi: "“\(path)” không còn là tệp mà kho đã ghi (mã SHA-256 khác). Xử lý lại tệp.",
      en: "“\(path)” is no longer the file that the archive knows (another SHA-256). Process it again.")
  }

  static func notTheSamePDF(_ path: String) -> Message {
    Message(
      "not-the-same-pdf",
      vi: "“\(path)” không phải tệp PDF/A trong kho được ký: trang của hai tệp khác nhau. Ký lại đúng tệp của kho.",
      en: "“\(path)” is not the archive's PDF/A with a signature: the pages of the two differ. Sign the archive's file."
    )
  }
}
