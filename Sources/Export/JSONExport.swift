internal import Foundation
public import DocumentModel

/// Records as JSON: keys in order, so that two runs can be compared byte by byte.
public enum JSONExport {
  /// For a file: one key on a line, indented.
  ///
  /// - Throws: `internalError` where JSON cannot hold the value, such as a number that is infinite.
  public static func data(of value: some Encodable) throws(Failure) -> [UInt8] {
    try encoded(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// For a stream of values: each on a line of its own.
  ///
  /// - Throws: `internalError` where JSON cannot hold the value, such as a number that is infinite.
  public static func line(of value: some Encodable) throws(Failure) -> [UInt8] {
    try encoded(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encoded(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    do {
      return [UInt8](try encoder.encode(value)) + [0x0A]
    } catch {
      throw Failure(.internalError, .cannotEncode(String(describing: error)))
    }
  }
}

extension Message {
  static func cannotEncode(_ reason: String) -> Message {
    Message("cannot-encode", vi: "Không ghi được JSON: \(reason)", en: "Cannot write JSON: \(reason)")
  }
}
