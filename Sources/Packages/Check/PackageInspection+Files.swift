internal import Digests
internal import DocumentModel
internal import Foundation

extension PackageInspection {
  /// Hashes a file in one pass; a PDF is looked into besides. Nil where it is damaged.
  func hash(_ path: String) -> String? {
    guard let stream = source.open(path) else { return nil }
    let isPDF = path.lowercased().hasSuffix(".pdf")
    let keeper = isPDF ? PDFKeeper(size: sizes[path] ?? 0, disk: source.diskPath(path)) : nil
    var sum = SHA256()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { piece.deallocate() }
    while true {
      guard let count = stream.read(into: piece) else { return nil }
      if count == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      sum.update(bytes)
      keeper?.take(bytes)
      result.bytes += count
    }
    result.files += 1
    let digits = sum.sum().hexadecimal
    sums[path] = digits
    if let keeper { look(at: path, keeper) }
    return digits
  }

  private func look(at path: String, _ keeper: PDFKeeper) {
    do throws(Failure) {
      looks[path] = try keeper.look()
    } catch {
      note(.notAPDF((path as NSString).lastPathComponent), path)
    }
  }

  /// Manifests of a bag: every line is a file with its hash, and every file of the package is a line.
  func checkBag(_ bag: String) {
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      guard let lines = smallText(bag + name) else {
        note(.missingPart(name))
        continue
      }
      var seen: Set<String> = []
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        let path = bag + (parts.last ?? "")
        seen.insert(path)
        guard parts.count == 2, sizes[path] != nil, (sums[path] ?? hash(path)) == parts[0].lowercased() else {
          note(.bagDiffers(name), path)
          continue
        }
      }
      guard name.hasPrefix("manifest") else { continue }
      for path in sizes.keys.sorted() where path.hasPrefix(bag + "data/") && !seen.contains(path) {
        note(.bagDiffers(name), path)
      }
    }
  }

  private func smallText(_ path: String) -> String? {
    guard let stream = source.open(path) else { return nil }
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while bytes.count < 64 << 20, let count = stream.read(into: piece) {
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
    return nil
  }
}

/// Keeps a PDF of a ZIP file for a look while it is hashed: in memory, or a large one in a file that has no name.
private final class PDFKeeper {
  private let disk: String?
  private var bytes: [UInt8] = []
  private var spool: (descriptor: Int32, isWhole: Bool)?

  /// `disk` is where the PDF lies as a file; nil where it does not.
  init(size: Int, disk: String?) {
    self.disk = disk
    guard disk == nil else { return }
    if size <= SourceLimits.memory {
      bytes.reserveCapacity(size)
    } else {
      let descriptor = Self.namelessFile()
      spool = (descriptor, descriptor >= 0)
    }
  }

  /// A new file that goes with its descriptor; -1 where there can be none.
  private static func namelessFile() -> Int32 {
    var template = Array((NSTemporaryDirectory() + "/sohoa-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor >= 0 { unlink(template) }
    return descriptor
  }

  deinit { if let spool, spool.descriptor >= 0 { close(spool.descriptor) } }

  func take(_ piece: UnsafeRawBufferPointer) {
    if disk != nil { return }
    guard let spool else { return bytes += piece }
    guard spool.isWhole else { return }
    var done = 0
    while done < piece.count {
      let count = write(spool.descriptor, piece.baseAddress?.advanced(by: done), piece.count - done)
      if count <= 0 {
        self.spool?.isWhole = false
        return
      }
      done += count
    }
  }

  /// - Throws: a failure where it is no PDF, or there was no room to keep it.
  func look() throws(Failure) -> PDFLook {
    if let disk { return try PDFLook(reading: disk) }
    guard let spool else { return try PDFLook(bytes: bytes) }
    guard spool.isWhole else { throw Failure(.cannotWriteOutput, .cannotWrite(NSTemporaryDirectory(), "no space")) }
    return try PDFLook(reading: "/dev/fd/\(spool.descriptor)")
  }
}
