public import DocumentModel
internal import Foundation

/// What whoever started the program (a container, a batch system, a shell) lets it have less of than inputs need. What
/// fails then says nothing about the input.
public struct Shortage: Sendable, Hashable {
  /// What is short, the least that is needed, and what there is.
  public var what: String, needed: Int, given: Int

  /// Nil where nothing is short. Only limits that cannot be raised again count.
  public static var current: Shortage? {
    all.lazy.compactMap { what, resource, needed in
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_max < rlim_t(needed) else {
        return nil
      }
      return Shortage(what: what, needed: needed, given: Int(limit.rlim_max))
    }.first
  }

  /// Open files: as many as a worker takes for itself. The rest: what one of poppler's programs takes, twice; and an
  /// hour's tenth of processor time, which a large input needs.
  private static let all: [(what: String, resource: __rlimit_resource, needed: Int)] = [
    ("nofile", RLIMIT_NOFILE, 256), ("cpu", RLIMIT_CPU, 360), ("fsize", RLIMIT_FSIZE, 1 << 30),
    ("as", RLIMIT_AS, 2 << 30),
  ]

  /// The failure as one of the run: another run, with enough of everything, tries again.
  public func failure(insteadOf message: Message) -> Failure { Failure(.tryLater, .shortage(self, message)) }
}

extension Message {
  static func shortage(_ shortage: Shortage, _ message: Message) -> Message {
    let (what, given, needed) = (shortage.what, shortage.given, shortage.needed)
    return Message(
      "shortage",
      vi: "Chương trình bị giới hạn tài nguyên (\(what): \(given), cần \(needed)) nên không kết luận được về tệp này. "
        + "Nâng giới hạn (ulimit, container) rồi chạy lại đúng lệnh này. Lỗi gặp phải: \(message.vi)",
      en: "The program is held to too little (\(what): \(given), needed: \(needed)), so nothing can be said of this "
        + "input. Raise the limit (ulimit, container) and run the same command again. What failed: \(message.en)")
  }
}
