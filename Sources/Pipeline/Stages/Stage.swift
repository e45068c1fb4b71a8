internal import DocumentModel

/// One step of the way from a file to its record: a value that is given one thing and makes another. It never sees
/// the archive, the command line or another stage.
protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// What its artefacts are known by. A changed version means that they are made again.
  static var identity: StageIdentity { get }

  func run(_ input: Input) async throws(Failure) -> Output
}

/// Name and version of a stage.
struct StageIdentity: Hashable, Sendable {
  var name: String
  var version: Int
}
