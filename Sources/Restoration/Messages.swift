import DocumentModel

extension Message {
  static func cannotOpen(_ path: String) -> Message {
    Message(
      "cannot-open-file", vi: "Không mở được tệp “\(path)”. Kiểm tra đường dẫn.",
      en: "Cannot open the file “\(path)”. Check the path.")
  }

  static func cannotMap(_ path: String) -> Message {
    Message(
      "cannot-map-file", vi: "Tệp “\(path)” rỗng hoặc không đọc được. Chép lại tệp.",
      en: "The file “\(path)” is empty or unreadable. Copy it again."
    )
  }
}

extension Message {
  static func notAModel(_ path: String) -> Message {
    Message(
      "not-a-model", vi: "“\(path)” không phải là mô hình phục hồi chữ. Chỉ đúng thư mục bằng --models.",
      en: "“\(path)” is not a restoration model. Name its folder with --models.")
  }

  static func modelOfOtherVersion(_ path: String) -> Message {
    Message(
      "model-of-other-version", vi: "Mô hình “\(path)” thuộc phiên bản khác; hãy cài lại hoặc dựng lại.",
      en: "The model “\(path)” is of another version; install or build it again.")
  }

  static func damagedModel(_ path: String) -> Message {
    Message(
      "damaged-model", vi: "Mô hình “\(path)” bị hỏng hoặc chép thiếu. Chép lại tệp.",
      en: "The model “\(path)” is damaged or cut short. Copy it again.")
  }
}
