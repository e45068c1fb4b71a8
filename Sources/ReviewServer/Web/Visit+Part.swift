internal import Archive
internal import DocumentModel
internal import Export

extension Visit {
  /// Whether this person may do what needs that part.
  func may(_ part: AccountPart) -> Bool { session.part >= part }

  /// - Throws: a `Refusal` that says which part is needed, and who can give it.
  func require(_ part: AccountPart) throws {
    guard !may(part) else { return }
    throw Refusal.needs(part, has: session.part, givers: try givers())
  }

  /// Some of those who can give a part; none where nobody has an account.
  private func givers() throws -> [String] {
    guard case .accounts = entry else { return [] }
    return try archive.accounts().filter { $0.part == .administers }.prefix(3).map(\.name)
  }

  /// What a button carries that this person may not press: it is off, and says why. Nothing for who may.
  func off(unless part: AccountPart) -> HTML {
    guard !may(part) else { return .none }
    return " disabled title=\"\(text("Cần quyền “\(part.name(in: .vi))”", "Needs the part “\(part.name(in: .en))”"))\""
  }
}

extension Refusal {
  static func needs(_ part: AccountPart, has: AccountPart, givers: [String]) -> Refusal {
    let names = givers.joined(separator: ", ")
    let vi = givers.isEmpty ? "Người mở trang (sohoa serve --token-part)" : "Người quản trị (\(names), trang Tài khoản)"
    let en =
      givers.isEmpty ? "Whoever runs the site (sohoa serve --token-part)" : "Who administers (\(names), page Accounts)"
    return Refusal(
      403,
      Message(
        "needs-part",
        vi:
          "Việc này cần quyền “\(part.name(in: .vi))”; bạn có quyền “\(has.name(in: .vi))”. \(vi) trao được quyền đó.",
        en: "This needs the part “\(part.name(in: .en))”; yours is “\(has.name(in: .en))”. \(en) can give it."))
  }
}
