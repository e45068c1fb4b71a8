internal import Digests
internal import DocumentModel
internal import Foundation

/// Where a package goes: it is written beside its place and renamed once it is whole and on disk.
struct PackagePlace {
  let directory: String
  let name: String
  let temporary: String

  var target: String { directory + "/" + name }

  /// Makes the directory, and takes away what a build that was killed left of this package.
  init(directory: String, name: String) throws(Failure) {
    self.directory = directory
    self.name = name
    temporary = "\(directory)/.\(name).\(getpid()).partial"
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(directory, error.localizedDescription))
    }
    clearRemains()
  }

  private func clearRemains() {
    for file in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] {
      guard file.hasPrefix(".\(name)."), file.hasSuffix(".partial"),
        let writer = file.split(separator: ".").dropLast().last.flatMap({ pid_t($0) })
      else { continue }
      if writer == getpid() || !Self.isRunning(writer) {
        try? FileManager.default.removeItem(atPath: directory + "/" + file)
      }
    }
  }

  /// Whether a process is there and not dead already, waiting for its parent to hear of it.
  private static func isRunning(_ process: pid_t) -> Bool {
    if kill(process, 0) != 0 && errno == ESRCH { return false }
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return state.map { !$0.contains(") Z ") } ?? true
  }

  func clear() { try? FileManager.default.removeItem(atPath: temporary) }

  /// - Throws: a failure where the disk has not the room that the files need.
  func askForRoom(_ dossier: PackageDossier) throws(Failure) {
    var needed = 4 << 20
    for document in dossier.documents {
      var state = stat()
      let path = document.payload.signedPath ?? document.payload.path
      if stat(path, &state) == 0 { needed += Int(state.st_size) + 16_384 }
    }
    var disk = statvfs()
    guard statvfs(directory, &disk) == 0 else { return }
    let free = Int(clamping: UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue)
    if free < needed { throw Failure(.cannotWriteOutput, .noRoom(directory, needed: needed, free: free)) }
  }

  /// The hash and the bytes of the file that was written.
  func digestOfTemporary() throws(Failure) -> (sha256: String, size: Int) { try Self.digest(temporary) }

  private static func digest(_ path: String) throws(Failure) -> (sha256: String, size: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.cannotOpenInput, .cannotOpenPayload(path)) }
    defer { close(descriptor) }
    var sum = SHA256(), size = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { piece.deallocate() }
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(.cannotOpenInput, .cannotOpenPayload(path)) }
      if count == 0 { return (sum.sum().hexadecimal, size) }
      sum.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      size += count
    }
  }

  /// Puts the package into its place; true where the same one stood there already. `folder` is the root folder inside the
  /// temporary one; nil for a ZIP file.
  ///
  /// - Throws: a failure where another package has the name, or it cannot be renamed.
  func publish(sha256: String?, folder: String?) throws(Failure) -> Bool {
    if FileManager.default.fileExists(atPath: target) {
      guard try isSame(sha256: sha256, folder: folder) else { throw Failure(.cannotWriteOutput, .targetExists(target)) }
      clear()
      return true
    }
    try rename(from: folder.map { temporary + "/" + $0 } ?? temporary)
    if folder != nil { clear() }
    FolderSync.bringToDisk(directory)
    return false
  }

  private func isSame(sha256: String?, folder: String?) throws(Failure) -> Bool {
    if let sha256 { return try Self.digest(target).sha256 == sha256 }
    guard let folder else { return false }
    let made = temporary + "/" + folder
    let manager = FileManager.default
    guard let old = try? manager.subpathsOfDirectory(atPath: target),
      let new = try? manager.subpathsOfDirectory(atPath: made)
    else { return false }
    return old.sorted() == new.sorted()
      && new.allSatisfy { manager.contentsEqual(atPath: target + "/" + $0, andPath: made + "/" + $0) }
  }

  /// A scanner for viruses may hold a new file for a moment, so that a refusal is tried again.
  private func rename(from path: String) throws(Failure) {
    for attempt in 1...4 {
      if Foundation.rename(path, target) == 0 { return }
      let error = errno
      guard attempt < 4, [EACCES, EBUSY, EPERM].contains(error) else {
        throw Failure(.cannotWriteOutput, .cannotWrite(target, String(cString: strerror(error))))
      }
      usleep(useconds_t(attempt) * 100_000)
    }
  }
}

extension Message {
  static func noRoom(_ directory: String, needed: Int, free: Int) -> Message {
    let (needed, free) = (needed >> 20, free >> 20)
    return Message(
      "no-room", vi: "“\(directory)” còn \(free) MB, gói tin cần \(needed) MB. Dọn đĩa hoặc chọn nơi khác.",
      en: "“\(directory)” has \(free) MB left, the package needs \(needed) MB. Make room or choose another place.")
  }

  static func targetExists(_ path: String) -> Message {
    Message(
      "target-exists", vi: "“\(path)” đã có với nội dung khác. Chuyển nó đi hoặc chọn thư mục khác.",
      en: "“\(path)” is there with other content. Move it away or choose another folder.")
  }
}
