/// Why the operating system refused something, as a person reads it.
///
/// Systems and libraries give the reason in English, with names of their own around it. Known reasons are given in both
/// languages; any other stays as it came.
public struct SystemReason: Hashable, Sendable {
  public let vi: String
  public let en: String

  /// - Parameter text: what `strerror` or the error's own description says.
  public init(_ text: String) {
    let small = text.lowercased()
    let known = Self.known.first { $0.signs.contains { small.contains($0) } }
    vi = known?.vi ?? text
    en = known?.en ?? text
  }

  private static let known: [(signs: [String], vi: String, en: String)] = [
    (["permission", "not permitted"], "không có quyền", "permission denied"),
    (["no space", "out of space", "disk quota"], "đĩa đầy", "the disk is full"),
    (["read-only", "read only"], "ổ đĩa chỉ cho đọc", "the disk is read-only"),
    (["not a directory"], "một phần đường dẫn là tệp, không phải thư mục", "part of the path is a file, not a folder"),
    (["is a directory"], "đó là một thư mục", "it is a folder"),
    (["name too long"], "tên quá dài", "the name is too long"),
    (["no such file", "doesn’t exist", "doesn't exist"], "không có thư mục chứa nó", "there is no such folder"),
    (["too many open files"], "mở quá nhiều tệp", "too many files are open"),
    (["address already in use"], "cổng đang có chương trình khác dùng", "another program has the port"),
    (["cannot assign requested address"], "máy này không có địa chỉ đó", "this machine does not have the address"),
    (["input/output error"], "lỗi đọc ghi của ổ đĩa", "the disk failed to read or write"),
    // Foundation's number for a refusal that the system gave no name.
    (["error 512"], "hệ thống không cho ghi ở đó", "the system lets nothing be written there"),
  ]
}

extension Message {
  /// A file or folder that could not be written, and why, as the system or a library says it.
  public static func cannotWrite(_ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-write", vi: "Không ghi được “\(path)” (\(reason.vi)). Kiểm tra quyền ghi và dung lượng đĩa.",
      en: "Cannot write “\(path)” (\(reason.en)). Check that you may write there and that the disk has room.")
  }
}
