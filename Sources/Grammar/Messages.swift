internal import DocumentModel

/// What loading the dictionaries has to say.
extension Message {
  static func cannotReadVocabulary(path: String) -> Message {
    Message(
      "cannot-read-vocabulary", vi: "Không đọc được bảng từ vựng “\(path)”.",
      en: "Cannot read the vocabulary table “\(path)”.")
  }
}
