internal import DocumentModel
internal import Foundation
internal import Synchronization

/// An archive's file as this process holds it open: for the lock under which archives are opened, and for a look at
/// its first bytes.
///
/// There is one descriptor a file and process, and it stays open as long as any archive over the file does: closing
/// one drops the locks that SQLite holds through another (POSIX has it so).
final class OpenFile: Sendable {
  private struct Identity: Hashable {
    var device: UInt, inode: UInt
  }
  private struct Entry {
    var descriptor: Int32
    var users: Int
  }
  /// What this process holds open; there can be only one such list, as there is only one set of POSIX locks.
  private static let entries = Mutex<[Identity: Entry]>([:])

  /// Half a minute longer than bringing a large archive up to date takes.
  private static let patience = 120.0

  private let identity: Identity
  let descriptor: Int32
  /// Whether no other archive of this process is over the same file.
  let isFirst: Bool

  /// Nil where the file cannot be opened, which SQLite then says better. A file that is made can be read by its owner
  /// alone, whatever the mask: it is to hold the hashes of passwords. SQLite gives its side files the same mode.
  init?(path: String, making: Bool) {
    let opened = Self.entries.withLock { entries -> (Identity, Int32, Bool)? in
      if let known = Self.identity(of: path), let entry = entries[known] {
        entries[known] = Entry(descriptor: entry.descriptor, users: entry.users + 1)
        return (known, entry.descriptor, false)
      }
      guard let descriptor = Self.descriptor(path, making: making) else { return nil }
      guard let identity = Self.identity(of: descriptor) else {
        close(descriptor)
        return nil
      }
      entries[identity] = Entry(descriptor: descriptor, users: 1)
      return (identity, descriptor, true)
    }
    guard let opened else { return nil }
    (identity, descriptor, isFirst) = opened
  }

  deinit {
    Self.entries.withLock { entries in
      guard var entry = entries[identity] else { return }
      entry.users -= 1
      entries[identity] = entry.users > 0 ? entry : nil
      if entry.users == 0 { close(entry.descriptor) }
    }
  }

  private static func descriptor(_ path: String, making: Bool) -> Int32? {
    // Not waiting: the name may be that of a pipe.
    let flags = O_CLOEXEC | O_NONBLOCK
    let writing = unsafe open(path, O_RDWR | flags | (making ? O_CREAT : 0), 0o600)
    if writing >= 0 { return writing }
    let reading = unsafe open(path, O_RDONLY | flags)
    return reading >= 0 ? reading : nil
  }

  private static func identity(of path: String) -> Identity? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
  }

  private static func identity(of descriptor: Int32) -> Identity? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
  }

  /// In bytes. Foundation's way to ask looks up the owner's name as well, for which it may ask another program.
  static func size(of path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Waits until no other program is opening the file. False where the name is another file's by then.
  ///
  /// - Throws: a `Failure` where that takes too long.
  func lock(_ path: String) throws(Failure) -> Bool {
    let end = Date.now.addingTimeInterval(Self.patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // A file system without locks: SQLite's own have to do.
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      guard Date.now < end else { throw Failure(.cannotWriteOutput, .archiveBusy(path)) }
      usleep(10_000)
    }
    return Self.identity(of: path) == identity
  }

  func unlock() { flock(descriptor, LOCK_UN) }

  /// Whether no other process has the file open as a database: SQLite holds a lock on these bytes as long.
  var isUsedByOthers: Bool {
    var range = Foundation.flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0x4000_0002, l_len: 510, l_pid: 0)
    guard unsafe fcntl(descriptor, F_GETLK, &range) == 0 else { return true }
    return range.l_type != Int16(F_UNLCK)
  }

  /// Whether everybody on the machine may read the file.
  var isReadByOthers: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & 0o004 != 0
  }

  /// The first bytes; fewer than 100 where the file is shorter.
  var header: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, 100, 0) }
    return Array(bytes.prefix(max(0, count)))
  }
}
