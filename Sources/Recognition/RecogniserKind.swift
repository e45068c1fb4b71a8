public import DocumentModel

/// A kind of recogniser: its name, its own setting, what its results depend on, and how one is loaded.
public struct RecogniserKind: Sendable {
  public typealias Loading = @Sendable (_ languages: String) throws(Failure) -> any PageRecogniser & ~Copyable

  /// As settings name it.
  public let name: String
  /// Which languages it reads unless somebody asks for others; the form is the recogniser's own.
  public let usualLanguages: String
  /// Explains the form of `languages` to the user.
  public let languagesHelp: Message
  /// The version of the library that it is made of.
  public let version: @Sendable () -> String
  /// The files of its models for these languages. Their contents change what it reads; a file that is not there has nil.
  public let modelFiles: @Sendable (_ languages: String) -> [String?]
  /// The languages of a second model for the same script, which reads doubtful lines beside the first; nil where none is
  /// installed.
  public let secondModel: @Sendable (_ languages: String) -> String?
  /// Loads one.
  ///
  /// - Throws: a failure where a model is missing.
  public let load: Loading

  public init(
    name: String, usualLanguages: String, languagesHelp: Message, version: @escaping @Sendable () -> String,
    modelFiles: @escaping @Sendable (_ languages: String) -> [String?],
    secondModel: @escaping @Sendable (_ languages: String) -> String? = { _ in nil }, load: @escaping Loading
  ) {
    self.name = name
    self.usualLanguages = usualLanguages
    self.languagesHelp = languagesHelp
    self.version = version
    self.modelFiles = modelFiles
    self.secondModel = secondModel
    self.load = load
  }
}
