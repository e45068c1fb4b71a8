private import Foundation

/// A folder of a test's own, gone with the last reference to it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name inside.
  public subscript(name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders that its name holds, and gives its path.
  @discardableResult public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult public func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  /// Every file below, by its path from here, in order.
  public func files() throws -> [String] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: path).filter {
      try manager.attributesOfItem(atPath: self[$0])[.type] as? FileAttributeType == .typeRegular
    }.sorted()
  }
}

extension Repository {
  /// The bytes of a file of the repository.
  public static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: root + path)))
  }
}

extension Repository {
  /// Copies the models and tables into `models` of a folder, so that a test may change them.
  public static func copyDictionaries(to folder: TemporaryFolder) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: dictionaries) {
      guard let bytes = FileManager.default.contents(atPath: dictionaries + "/" + name) else { continue }
      try folder.write(bytes, to: "models/" + name)
    }
  }
}
