internal import DocumentModel

#if canImport(Glibc)
  import Glibc
#endif

/// A read-only file that is mapped into memory, so that only the pages in use are read.
final class MappedFile: Sendable {
  private nonisolated(unsafe) let base: UnsafeRawPointer
  let count: Int

  /// - Throws: `Failure` with `cannotOpenInput` if the file cannot be opened, with `badInput` if it is empty or cannot
  ///   be mapped.
  init(path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.cannotOpenInput, .cannotOpen(path)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
    else { throw Failure(.badInput, .cannotMap(path)) }
    base = UnsafeRawPointer(address)
    count = Int(status.st_size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

  /// Where the bytes begin, valid while the file lives.
  var start: UnsafeRawPointer { base }
  /// The bytes, valid while the file lives.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(bytes.assumingMemoryBound(to: UInt8.self))
  }
}
