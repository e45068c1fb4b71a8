public import DocumentModel
internal import Foundation

extension RestorationModel {
  /// The length and checksum that a model file carries, as hexadecimal digits: enough to tell two models apart without
  /// reading either. Loading a model checks whether they are right.
  ///
  /// - Throws: `Failure` with `cannotOpenInput` if the file cannot be opened, with `badInput` if it is too short.
  public static func checksum(ofFile path: String) throws(Failure) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw Failure(.cannotOpenInput, .cannotOpen(path)) }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: ModelLayout.headerBytes), head.count == ModelLayout.headerBytes else {
      throw Failure(.badInput, .notAModel(path))
    }
    return head[ModelLayout.Field.length..<ModelLayout.Field.words].hexadecimal
  }
}
