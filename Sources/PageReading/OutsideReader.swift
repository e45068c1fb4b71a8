internal import DocumentModel
internal import Foundation
internal import Imaging
internal import Workers

/// A program that the user named, which reads pictures of lines. docs/readers.md has its protocol.
final class OutsideReader: Sendable {
  private let program: LineProgram

  /// `patience` is how many seconds it may take for a line; for the first, while it loads its model, it may take more.
  init(_ path: String, patience: Double = 10, patienceAtFirst: Double = 60) {
    program = LineProgram(path, secondsForAnswer: patience, secondsForFirst: patienceAtFirst)
  }

  private struct Question: Encodable { var image: String }

  private struct Answer: Decodable {
    var text: String
    /// One a letter of `text`, spaces included, or none.
    var confidence: [Double]?
  }

  /// Its words, without boxes; nil where it has no answer, or answers no more.
  func words(of picture: borrowing PageImage) -> [Word]? {
    guard let image = try? picture.portableGrey(),
      let question = try? JSONEncoder().encode(Question(image: Data(image).base64EncodedString())),
      let line = program.answer(to: Array(question)),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(line))
    else { return nil }
    return Self.words(answer.text.precomposedStringWithCanonicalMapping, answer.confidence ?? [])
  }

  /// A word is as sure as the least sure of its letters; a letter of which nothing is said is sure by half.
  static func words(_ text: String, _ confidences: [Double]) -> [Word] {
    var words: [Word] = [], current = "", least = 1.0
    let letters = Array(text), known = confidences.count == letters.count
    for index in 0...letters.count {
      if index < letters.count, !letters[index].isWhitespace {
        current.append(letters[index])
        least = min(least, known ? confidences[index] : 0.5)
      } else if !current.isEmpty {
        words.append(Word(text: current, spaceBefore: words.isEmpty ? "" : " ", confidence: Confidence(least)))
        (current, least) = ("", 1)
      }
    }
    return words
  }

  /// What to tell the user, once, where it was given up.
  func takeNotice() -> Message? {
    program.takeReasonForGivingUp().map { Message.readerGivenUp(program.path, $0) }
  }
}

extension Message {
  static func readerGivenUp(_ program: String, _ reason: String) -> Message {
    let words = reason.isEmpty ? "" : " (\(reason))"
    return Message(
      "reader-given-up",
      vi: "Chương trình đọc “\(program)” không trả lời hai lần\(words) nên không được hỏi nữa; các trang được đọc tiếp "
        + "mà không có nó. Chạy thử riêng chương trình này, rồi chạy lại với --retry.",
      en: "The reader “\(program)” failed twice\(words) and is asked no more; pages are read on without it. "
        + "Try the program by itself, then run again with --retry.")
  }
}
