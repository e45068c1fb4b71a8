internal import Foundation

/// What the file system knows of a file without reading it. While the stamp stays the same, the file has not changed; where
/// it differs, the file has to be read to see whether its bytes differ.
///
/// The moment of the last change of any kind (`ctime`) is a part of it: no program can set that back, so a file that was
/// exchanged for another of the same size and an older date is noticed.
public struct FileStamp: Hashable, Codable, Sendable {
  public var size: Int
  public var inode: UInt64
  /// Nanoseconds since 1970 of the last change of contents, and of the last change of any kind.
  public var modified, changed: Int

  /// Links are followed; nil where there is no plain file.
  public init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
  }
}
