import DocumentModel
import Foundation
import Imaging
import Testing

@testable import PageReading

/// The line protocol, against programs of a few lines of shell.
@Suite(.serialized) struct OutsideReaderTests {
  private func picture() throws -> PageImage {
    let pixels = [UInt8](repeating: 255, count: 400 * 40)
    return try PageImage.decode([UInt8]("P5 400 40 255\n".utf8) + pixels, frame: 0, dpi: 300, name: "line")
  }

  /// A shell writes the program. Had this process it open for writing, each child that another test starts in that
  /// moment would hold it open too, and a file that is open for writing cannot be started.
  private func program(_ script: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/reader-\(UUID().uuidString)"
    let write = #"printf '%s\n' '#!/bin/sh' "$1" > "$2" && chmod 755 "$2""#
    let shell = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", write, "sh", script, path])
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0)
    return path
  }

  @Test func answersAreWordsWithTheConfidenceOfTheirLetters() throws {
    let script = #"""
      while read -r line; do
        case "$line" in *'"image"'*) ;; *) exit 1 ;; esac
        printf '%s\n' '{"text": "Số 12", "confidence": [0.9, 0.7, 1, 0.99, 0.98]}'
      done
      """#
    let path = try program(script)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = OutsideReader(path)
    for _ in 0..<3 {
      let words = try #require(reader.words(of: try picture()))
      #expect(words.map(\.text) == ["Số", "12"] && words.map(\.confidence) == [0.7, 0.98])
    }
    #expect(reader.takeNotice() == nil)
  }

  /// It is started once more, then given up with one notice.
  @Test func aProgramThatCrashesIsGivenUp() throws {
    let count = FileManager.default.temporaryDirectory.path + "/count-\(UUID().uuidString)"
    let path = try program("echo started >> \(count); read -r line; echo 'no model' >&2; exit 3")
    defer { for file in [path, count] { try? FileManager.default.removeItem(atPath: file) } }
    let reader = OutsideReader(path)
    for _ in 0..<4 { #expect(reader.words(of: try picture()) == nil) }
    let notice = try #require(reader.takeNotice())
    #expect(notice.en.contains(path) && reader.takeNotice() == nil)
    #expect(try String(contentsOfFile: count, encoding: .utf8).split(separator: "\n").count == 2)
  }

  @Test(.timeLimit(.minutes(1))) func aProgramThatHangsIsEnded() throws {
    // It neither answers nor reads, so that the pipe to it fills.
    let path = try program("exec sleep 600")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = OutsideReader(path, patience: 0.3, patienceAtFirst: 0.3)
    for _ in 0..<3 { #expect(reader.words(of: try picture()) == nil) }
    #expect(reader.takeNotice() != nil)
  }

  @Test(arguments: ["no JSON", #"{"texte": "a"}"#, ""]) func anAnswerThatIsNoneIsNoReading(answer: String) throws {
    let path = try program("while read -r line; do echo '\(answer)'; done")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(OutsideReader(path).words(of: try picture()) == nil)
    #expect(OutsideReader(path + "-missing").words(of: try picture()) == nil)
  }

  @Test func withoutConfidencesWordsAreSureByHalf() {
    #expect(OutsideReader.words("a b", []).map(\.confidence) == [0.5, 0.5])
    #expect(OutsideReader.words("  ", []).isEmpty)
  }
}
