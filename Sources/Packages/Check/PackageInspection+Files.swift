internal import Digests
internal import DocumentModel
internal import Foundation

extension PackageInspection {
  /// The hash of a file, taken in one pass where it is not known yet; a PDF is looked into besides. Nil where it is
  /// damaged.
  func hash(_ number: Int) -> FileDigest? {
    if let known = files[number].sum { return known }
    let entry = files.entries[number]
    guard let stream = source.open(entry) else { return nil }
    let isPDF = entry.path.lowercased().hasSuffix(".pdf")
    let keeper = isPDF ? PDFKeeper(size: entry.size, disk: source.diskPath(entry.path)) : nil
    guard let sum = read(stream, keeper) else { return nil }
    files[number].sum = sum
    if let keeper { look(at: number, keeper) }
    return sum
  }

  private func read(_ stream: any EntryStream, _ keeper: PDFKeeper?) -> FileDigest? {
    var sum = SHA256()
    while true {
      guard let count = stream.read(into: piece) else { return nil }
      if count == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      sum.update(bytes)
      keeper?.take(bytes)
      result.bytes += count
    }
    result.files += 1
    progress(result.bytes)
    return FileDigest(sum.sum())
  }

  private func look(at number: Int, _ keeper: PDFKeeper) {
    do throws(Failure) {
      files[number].look = DocumentLook(try keeper.look())
    } catch {
      let path = files.path(number)
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
      var seen: Set<Int> = []
      for line in lines.split(separator: "\n") { checkLine(line, of: name, in: bag, &seen) }
      guard name.hasPrefix("manifest") else { continue }
      let missing = files.entries.indices.filter { !seen.contains($0) }.map(files.path)
      for path in missing.sorted() where path.hasPrefix(bag + "data/") { note(.bagDiffers(name), path) }
    }
  }

  private func checkLine(_ line: Substring, of name: String, in bag: String, _ seen: inout Set<Int>) {
    let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    let path = bag + (parts.last ?? ""), number = files.number(path)
    if let number { seen.insert(number) }
    guard parts.count == 2, let number, let sum = hash(number), sum == FileDigest(hexadecimal: parts[0]) else {
      return note(.bagDiffers(name), path)
    }
  }

  private func smallText(_ path: String) -> String? {
    guard let stream = files.number(path).flatMap({ source.open(files.entries[$0]) }) else { return nil }
    var bytes: [UInt8] = []
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
