internal import DocumentModel

/// Why a request is not done, with the status that says so.
struct Refusal: Error, Sendable {
  var status: Int
  var message: Message

  init(_ status: Int, _ message: Message) {
    self.status = status
    self.message = message
  }
}

extension Refusal {
  static var notFound: Refusal {
    Refusal(
      404,
      Message(
        "not-found", vi: "Không có trang này. Trở về trang đầu.", en: "There is no such page. Go to the first page."))
  }

  static func missing(_ name: String) -> Refusal {
    Refusal(400, Message("missing-field", vi: "Thiếu trường “\(name)”.", en: "The field “\(name)” is missing."))
  }

  static var forgedHost: Refusal {
    Refusal(
      421,
      Message(
        "unknown-host", vi: "Máy chủ này không trả lời cho tên đó. Mở đúng địa chỉ mà sohoa serve đã in ra.",
        en: "This server does not answer for that name. Open the address that sohoa serve printed."))
  }

  static var foreignOrigin: Refusal {
    Refusal(
      403,
      Message(
        "foreign-origin", vi: "Yêu cầu đến từ một trang khác nên bị từ chối.",
        en: "The request comes from another site and was refused."))
  }

  static var staleForm: Refusal {
    Refusal(
      403,
      Message(
        "stale-form", vi: "Phiên đã đổi. Tải lại trang rồi làm lại.",
        en: "The session has changed. Load the page again and repeat."
      ))
  }

  static var tooLarge: Refusal {
    Refusal(413, Message("too-large", vi: "Nội dung gửi lên quá lớn.", en: "What was sent is too large."))
  }

  static var tooMany: Refusal {
    Refusal(
      429,
      Message(
        "too-many-tries", vi: "Sai quá nhiều lần. Chờ vài phút rồi thử lại.",
        en: "Too many failed attempts. Wait some minutes and try again."))
  }

  static var methodNotAllowed: Refusal {
    Refusal(
      405,
      Message("no-such-method", vi: "Cách gọi này không dùng được ở đây.", en: "This method is not available here."))
  }
}
