import ArgumentParser
import DocumentModel
import Foundation

/// Runs a command; a failure is said in the person's language on standard error and ends with its exit code.
func reportingFailures(in language: Language, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    FileHandle.standardError.write(Data((failure.message.text(in: language) + "\n").utf8))
    throw ExitCode(failure.code.rawValue)
  }
}
