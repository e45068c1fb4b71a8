import DocumentModel

extension Message {
  static func cannotOpen(_ path: String) -> Message {
    Message("cannot-open-file", vi: "Không mở được tệp “\(path)”.", en: "Cannot open the file “\(path)”.")
  }

  static func cannotMap(_ path: String) -> Message {
    Message(
      "cannot-map-file", vi: "Tệp “\(path)” rỗng hoặc không đọc được.", en: "The file “\(path)” is empty or unreadable."
    )
  }
}

extension Message {
  static func notAModel(_ path: String) -> Message {
    Message(
      "not-a-model", vi: "“\(path)” không phải là mô hình phục hồi chữ.",
      en: "“\(path)” is not a restoration model.")
  }

  static func modelOfOtherVersion(_ path: String) -> Message {
    Message(
      "model-of-other-version", vi: "Mô hình “\(path)” thuộc phiên bản khác; hãy cài lại hoặc dựng lại.",
      en: "The model “\(path)” is of another version; install or build it again.")
  }

  static func damagedModel(_ path: String) -> Message {
    Message(
      "damaged-model", vi: "Mô hình “\(path)” bị hỏng hoặc chép thiếu.",
      en: "The model “\(path)” is damaged or cut short.")
  }
}
