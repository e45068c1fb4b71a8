/// How far a task has come, as people say. `late` is no status: it follows from the day.
public enum TaskStatus: String, Codable, Sendable, CaseIterable {
  case open, doing, done, cancelled

  /// Whether something is still to be done.
  public var isOpen: Bool { self == .open || self == .doing }
}
