/// An error that ends a page, a document or a command, with the exit code that goes with it.
public struct Failure: Error, Hashable, Sendable {
  /// Numbers are those of BSD's sysexits.h; `interrupted` is 128 plus SIGINT, as shells have it.
  public enum Code: Int32, Codable, Sendable, CaseIterable {
    case badArguments = 64
    case badInput = 65
    case cannotOpenInput = 66
    case missingTool = 69
    case internalError = 70
    case cannotWriteOutput = 73
    case tryLater = 75
    /// Somebody else changed what was to be changed.
    case changedMeanwhile = 76
    case interrupted = 130
  }

  public var code: Code
  public var message: Message

  public init(_ code: Code, _ message: Message) {
    self.code = code
    self.message = message
  }
}
