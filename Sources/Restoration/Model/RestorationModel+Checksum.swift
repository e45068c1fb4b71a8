public import DocumentModel
internal import Foundation

extension RestorationModel {
  /// The checksum that a model file carries, hexadecimal: enough to tell two models apart without reading either.
  /// Whether it is right is found when the model is loaded.
  public static func checksum(ofFile path: String) throws(Failure) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw Failure(.cannotOpenInput, .cannotOpen(path)) }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: ModelLayout.headerBytes), head.count == ModelLayout.headerBytes else {
      throw Failure(.badInput, .notAModel(path))
    }
    return head[ModelLayout.Field.length..<ModelLayout.Field.words].hexadecimal
  }
}
