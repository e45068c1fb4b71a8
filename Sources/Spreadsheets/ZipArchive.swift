internal import CZip

/// The files in a ZIP file, read by libzip: its directory is held, what the files contain is unpacked piece by piece.
final class ZipArchive {
  private let archive: OpaquePointer
  private var piece = [UInt8](repeating: 0, count: 1 << 16)

  /// Nil for what is no ZIP file, or one whose directory is damaged.
  init?(path: String) {
    guard let archive = zip_open(path, Int32(ZIP_RDONLY), nil) else { return nil }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func has(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> zip_uint64_t? {
    let index = zip_name_locate(archive, name, 0)
    return index < 0 ? nil : zip_uint64_t(index)
  }

  /// Gives the contents of a file in pieces, until `body` says false.
  ///
  /// - Throws: a `PartProblem` where it is not there, damaged, encrypted, or larger than `limit`: a small file can be
  ///   made to grow without end.
  func forEachPiece(of name: String, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) throws(PartProblem) {
    let file = try open(name, limit: limit)
    defer { zip_fclose(file) }
    var total = 0
    while true {
      let count = piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      guard count >= 0 else { throw PartProblem(.damaged, name) }
      total += Int(count)
      guard total <= limit else { throw PartProblem(.tooLarge, name) }
      let goesOn = count > 0 && piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<Int(count)])) }
      if !goesOn { return }
    }
  }

  private func open(_ name: String, limit: Int) throws(PartProblem) -> OpaquePointer {
    guard let index = index(of: name) else { throw PartProblem(.missing, name) }
    var state = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &state) == 0 else { throw PartProblem(.damaged, name) }
    if state.encryption_method != ZIP_EM_NONE { throw PartProblem(.encrypted, name) }
    guard state.size <= zip_uint64_t(limit) else { throw PartProblem(.tooLarge, name) }
    guard let file = zip_fopen_index(archive, index, 0) else { throw PartProblem(.damaged, name) }
    return file
  }
}

/// Why a part of a workbook cannot be read.
struct PartProblem: Error {
  enum Kind { case missing, damaged, encrypted, tooLarge, tooManyRows, hasDocumentType }

  var kind: Kind
  var part: String

  init(_ kind: Kind, _ part: String) { (self.kind, self.part) = (kind, part) }
}
