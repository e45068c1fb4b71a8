/// The fields of a head whose values are looked at over all documents. The raw values are those of `HeaderField`, and
/// columns of `document`.
public enum ValueField: String, Codable, Sendable, CaseIterable {
  case issuer, symbol, type, signer, addressee, place
}

/// A value with how many documents have it, letter by letter.
public struct ValueCount: Hashable, Codable, Sendable {
  public var value: String
  public var documents: Int

  public init(value: String, documents: Int) {
    self.value = value
    self.documents = documents
  }
}

/// Values that may be one, the most frequent first.
public struct ValueCluster: Hashable, Codable, Sendable {
  public enum Likeness: String, Codable, Sendable {
    /// The same words, apart from marks, capitals, signs and order.
    case key
    /// Few letters differ.
    case near
  }

  public var likeness: Likeness
  public var values: [ValueCount]

  /// What is proposed for all: what most documents have.
  public var proposed: String { values.first?.value ?? "" }
  public var documents: Int { values.reduce(0) { $0 + $1.documents } }
}
