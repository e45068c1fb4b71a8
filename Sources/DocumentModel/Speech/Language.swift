/// The language that a person is spoken to in.
public enum Language: String, Codable, Sendable, CaseIterable { case vi, en }
