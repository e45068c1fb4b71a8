public import DocumentModel

/// What an account may do. Each part contains the ones before it.
public enum AccountPart: String, Codable, Sendable, CaseIterable, Comparable {
  /// Looks, searches and exports.
  case reads
  /// Corrects words, fields and heads, and judges samples.
  case reviews
  /// Settles conflicts, puts bodies together, sets the status of tasks, changes many documents at once.
  case decides
  /// Gives accounts their parts and reads the audit log.
  case administers

  public static func < (a: AccountPart, b: AccountPart) -> Bool { a.rank < b.rank }

  /// As people call it.
  public func name(in language: Language) -> String {
    switch self {
    case .reads: language == .vi ? "xem" : "reads"
    case .reviews: language == .vi ? "rà soát" : "reviews"
    case .decides: language == .vi ? "quyết định" : "decides"
    case .administers: language == .vi ? "quản trị" : "administers"
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Who may sign in. One that was removed and made again is another, and so is one whose password was changed.
public struct Account: Hashable, Sendable {
  public var id: Int64
  /// As it is kept.
  public var name: String
  public var passwordHash: String
  public var part: AccountPart
}

/// An account as it is shown: without its password.
public struct AccountEntry: Hashable, Codable, Sendable {
  public var id: Int64
  public var name: String
  public var part: AccountPart
  /// Goes up with every change.
  public var version: Int
  /// Seconds since 1970.
  public var createdAt: Int
  /// Nil where it is as it was made.
  public var changedAt: Int?
  public var changedBy: String?
}
