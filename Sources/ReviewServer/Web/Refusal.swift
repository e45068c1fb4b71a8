internal import DocumentModel

/// Why a request is not done, with the status that says so.
struct Refusal: Error, Sendable {
  var status: Int
  var message: Message
  /// Seconds after which to try again; nil where that makes no difference.
  var retryAfter: Int?

  init(_ status: Int, _ message: Message, retryAfter: Int? = nil) {
    self.status = status
    self.message = message
    self.retryAfter = retryAfter
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

  /// Too many passwords are being looked at.
  static func busy(seconds: Int) -> Refusal {
    Refusal(
      429,
      Message(
        "sign-in-busy", vi: "Nhiều người đang đăng nhập cùng lúc. Thử lại sau \(seconds) giây.",
        en: "Many are signing in at the moment. Try again in \(seconds) seconds."), retryAfter: seconds)
  }

  static var tooManyAtOnce: Refusal {
    Refusal(
      429,
      Message(
        "too-many-requests", vi: "Địa chỉ này gửi quá nhiều yêu cầu cùng lúc. Thử lại sau vài giây.",
        en: "This address sends too many requests at a time. Try again in some seconds."), retryAfter: 5)
  }

  static var twoHosts: Refusal {
    Refusal(
      400,
      Message(
        "two-hosts", vi: "Yêu cầu nêu hai tên máy chủ (Host) nên bị từ chối.",
        en: "The request names two hosts and was refused."))
  }

  static var unknownCoding: Refusal {
    Refusal(
      501,
      Message(
        "unknown-coding", vi: "Nội dung gửi theo cách mã hóa đường truyền không biết (Transfer-Encoding).",
        en: "What was sent is in a transfer coding that is not known here (Transfer-Encoding)."))
  }

  static var methodNotAllowed: Refusal {
    Refusal(
      405,
      Message("no-such-method", vi: "Cách gọi này không dùng được ở đây.", en: "This method is not available here."))
  }
}
