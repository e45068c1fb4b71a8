public import DocumentModel
internal import GRDB

/// What somebody who administers does to an account that is there.
public enum AccountChange: Sendable {
  case part(AccountPart)
  /// Holds the new password's hash.
  case password(String)
  case removal
}

extension Archive {
  /// Changes an account where it still is what the person saw: `seen` is its version, nil for whatever it is.
  ///
  /// - Throws: a `Failure` where there is none (`badArguments`), where somebody was faster (`changedMeanwhile`), where
  ///   nobody would administer any more (`badArguments`), and where the archive cannot be written.
  public func change(
    account id: Int64, _ change: AccountChange, seen: Int?, by who: String, at moment: Int
  ) throws(Failure) {
    try writing { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM user WHERE id = ?", arguments: [id]) else {
        throw Failure(.changedMeanwhile, .accountGone())
      }
      let entry = AccountEntry(row)
      if let seen, seen != entry.version {
        throw Failure(.changedMeanwhile, .accountChanged(entry.name, by: entry.changedBy))
      }
      if change.takesAdministering, entry.part == .administers {
        let others = try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM user WHERE part = 'administers' AND id <> ?", arguments: [id])
        if others == 0 { throw Failure(.badArguments, .lastAdministrator(entry.name)) }
      }
      try Self.write(change, to: id, by: who, at: moment, in: db)
    }
  }

  private static func write(
    _ change: AccountChange, to id: Int64, by who: String, at moment: Int, in db: Database
  ) throws {
    let mark = "version = version + 1, changedAt = ?, changedBy = ? WHERE id = ?"
    switch change {
    case .part(let part): try db.run("UPDATE user SET part = ?, \(mark)", [part.rawValue, moment, who, id])
    case .password(let hash): try db.run("UPDATE user SET hash = ?, \(mark)", [hash, moment, who, id])
    case .removal: try db.run("DELETE FROM user WHERE id = ?", [id])
    }
  }
}

extension AccountChange {
  /// Whether an account that administers does so no more.
  fileprivate var takesAdministering: Bool {
    switch self {
    case .part(let part): part != .administers
    case .password: false
    case .removal: true
    }
  }
}

extension Message {
  static func accountExists(_ name: String) -> Message {
    Message(
      "account-exists", vi: "Đã có tài khoản “\(name)”. Chọn tên khác, hoặc đặt mật khẩu mới cho tài khoản đó.",
      en: "There is an account “\(name)” already. Choose another name, or give that one a new password.")
  }

  static func accountGone() -> Message {
    Message(
      "edit-conflict", vi: "Tài khoản này không còn nữa (người khác vừa xóa?). Tải lại trang.",
      en: "This account is no longer there (did somebody else remove it?). Load the page again.")
  }

  static func accountChanged(_ name: String, by who: String?) -> Message {
    Message(
      "edit-conflict",
      vi: "\(who ?? "Người khác") đã đổi tài khoản “\(name)” trong lúc bạn xem. Chưa ghi gì; tải lại trang để xem.",
      en:
        "\(who ?? "Somebody else") changed the account “\(name)” while you looked at it. Nothing was written; load the page again."
    )
  }

  static func lastAdministrator(_ name: String) -> Message {
    Message(
      "last-administrator",
      vi:
        "“\(name)” là tài khoản quản trị cuối cùng nên không xóa hay hạ quyền được. Trao quyền quản trị cho người khác trước.",
      en:
        "“\(name)” is the last account that administers, so it can neither be removed nor given a lesser part. Let another account administer first."
    )
  }
}
