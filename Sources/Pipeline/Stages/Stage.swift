internal import DocumentModel

/// One step of the way from a file to its record: a value that is given one thing and makes another. It never sees
/// the archive, the command line or another stage.
protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// Names its artefacts, its times and its fingerprint (`StageFingerprints`).
  static var name: String { get }

  func run(_ input: Input) async throws(Failure) -> Output
}

/// What the code of every stage is known by: a digest of the sources that the stage is made of, by the stage's name.
///
/// The build takes them (`scripts/fingerprint-stages`), so that whoever changes a rule need not remember a version: the
/// stage's key changes with its code, and nothing that the old code made is used again.
enum StageFingerprints {}
