public import DocumentModel
public import Recognition
internal import Tesseract

/// The recognisers that the program has. Another one is a target of its own and a line here.
public enum Recognisers {
  public static let all: [RecogniserKind] = [.tesseract]

  /// The one that is used unless settings name another.
  public static var usual: RecogniserKind { all[0] }

  /// The recogniser of this name.
  ///
  /// - Throws: a failure where there is none.
  public static func kind(named name: String) throws(Failure) -> RecogniserKind {
    guard let kind = all.first(where: { $0.name == name }) else {
      throw Failure(.badArguments, .noSuchRecogniser(name))
    }
    return kind
  }
}

extension Message {
  static func noSuchRecogniser(_ name: String) -> Message {
    let known = Recognisers.all.map(\.name).joined(separator: ", ")
    return Message(
      "no-such-recogniser", vi: "Không có bộ nhận dạng “\(name)”. Có: \(known).",
      en: "There is no recogniser “\(name)”. There are: \(known).")
  }
}
