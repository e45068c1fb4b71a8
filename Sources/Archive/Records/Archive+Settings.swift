public import DocumentModel
internal import GRDB

/// Small facts that a program notes in the archive itself, so that they hold for this file and no other.
extension Archive {
  /// Nil where nothing was noted under this name.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func setting(_ name: String) throws(Failure) -> String? {
    try reading { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  /// Notes a fact under a name, in the place of what was noted under it before.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func set(_ name: String, to value: String) throws(Failure) {
    try writing { try $0.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", [name, value]) }
  }
}
