internal import CZip
internal import DocumentModel
internal import Foundation

/// A package in a ZIP file, read in place by libzip.
final class ZipSource: PackageSource {
  private let archive: OpaquePointer
  private(set) var entries: [PackageEntry] = []
  private(set) var problems: [PackageFinding] = []

  /// Nil for what is no ZIP file, or one whose directory is damaged or cut off.
  init?(path: String) {
    guard let archive = zip_open(path, Int32(ZIP_RDONLY), nil) else { return nil }
    self.archive = archive
    var state = stat()
    let fileSize = stat(path, &state) == 0 ? Int(state.st_size) : 0
    list(fileSize: fileSize)
  }

  deinit { zip_discard(archive) }

  private func list(fileSize: Int) {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= SourceLimits.files else {
      problems.append(PackageFinding(.error, .tooManyFiles(count)))
      return
    }
    entries.reserveCapacity(count)
    var total = 0, names: Set<String> = []
    for index in 0..<zip_uint64_t(max(0, count)) { total = total.saturatingSum(add(index, &names)) }
    if total > fileSize * SourceLimits.ratio + SourceLimits.allowance {
      problems.append(PackageFinding(.error, .bomb))
      entries = []
    }
  }

  /// The bytes that a file has when unpacked, 0 for one that is refused or a folder.
  private func add(_ index: zip_uint64_t, _ names: inout Set<String>) -> Int {
    var state = zip_stat_t()
    zip_stat_init(&state)
    guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS), &state) == 0, let raw = state.name else {
      problems.append(PackageFinding(.error, .damagedFile))
      return 0
    }
    let name = String(cString: raw)
    if name.hasSuffix("/") { return 0 }
    let size = Int(clamping: state.size)
    if let fault = fault(name, state, index) ?? (names.insert(name).inserted ? nil : .nameTwice) {
      problems.append(PackageFinding(.error, fault, path: name))
      return size
    }
    entries.append(PackageEntry(path: name, size: size, place: Int(index)))
    return size
  }

  private func fault(_ name: String, _ state: zip_stat_t, _ index: zip_uint64_t) -> Message? {
    if let fault = SourceLimits.fault(ofName: name) { return fault }
    if state.encryption_method != zip_uint16_t(ZIP_EM_NONE) { return .encryptedFile }
    var system: zip_uint8_t = 0, attributes: zip_uint32_t = 0
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes)
    let kind = (attributes >> 16) & 0o170000
    // Made by Unix: anything but a plain file, or no kind at all.
    return system == 3 && kind != 0o100000 && kind != 0 ? .notAPlainFile : nil
  }

  func open(_ entry: PackageEntry) -> (any EntryStream)? {
    guard let file = zip_fopen_index(archive, zip_uint64_t(entry.place), 0) else { return nil }
    return ZipStream(file, of: self)
  }

  func diskPath(_ path: String) -> String? { nil }
}

private final class ZipStream: EntryStream {
  private let file: OpaquePointer
  /// The archive lives as long as its file is read.
  private let source: ZipSource

  init(_ file: OpaquePointer, of source: ZipSource) { (self.file, self.source) = (file, source) }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
    return count < 0 ? nil : Int(count)
  }
}

extension Int {
  /// The sum, the largest number where it is larger.
  func saturatingSum(_ other: Int) -> Int {
    let sum = addingReportingOverflow(other)
    return sum.overflow ? .max : sum.partialValue
  }
}
