private import Foundation

/// The program as it was built with the tests.
public enum BuiltProgram {
  /// It stands beside the test bundle.
  public static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("sohoa").path
}
