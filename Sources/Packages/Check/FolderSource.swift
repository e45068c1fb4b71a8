internal import DocumentModel
internal import Foundation

/// A package that is a folder. No link is followed.
final class FolderSource: PackageSource {
  private let parent: String
  private(set) var entries: [PackageEntry] = []
  private(set) var problems: [PackageFinding] = []

  init(path: String) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL
    parent = folder.deletingLastPathComponent().path
    list(folder.lastPathComponent)
  }

  private func list(_ root: String) {
    var waiting = [root]
    while let folder = waiting.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: parent + "/" + folder) else {
        problems.append(PackageFinding(.error, .damagedFile, path: folder))
        continue
      }
      for name in names.sorted() { add(folder + "/" + name, &waiting) }
      guard entries.count <= SourceLimits.files else {
        problems.append(PackageFinding(.error, .tooManyFiles(entries.count)))
        return
      }
    }
  }

  private func add(_ path: String, _ waiting: inout [String]) {
    var state = stat()
    guard lstat(parent + "/" + path, &state) == 0 else { return }
    switch state.st_mode & S_IFMT {
    case S_IFDIR: waiting.append(path)
    case S_IFREG:
      if let fault = SourceLimits.fault(ofName: path) {
        problems.append(PackageFinding(.error, fault, path: path))
      } else {
        entries.append(PackageEntry(path: path, size: Int(state.st_size)))
      }
    default: problems.append(PackageFinding(.error, .notAPlainFile, path: path))
    }
  }

  func open(_ entry: PackageEntry) -> (any EntryStream)? {
    let descriptor = Foundation.open(parent + "/" + entry.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    return descriptor < 0 ? nil : FileStream(descriptor)
  }

  func diskPath(_ path: String) -> String? { parent + "/" + path }
}

private final class FileStream: EntryStream {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { return nil }
    }
  }
}
