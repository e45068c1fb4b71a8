public import DocumentModel

/// How a recogniser garbles letters: the probability of what was seen, up to four characters, given one or two meant
/// letters.
///
/// `ConfusionLearner` learns a table; the file is readable text with three columns: meant, seen, cost in nats.
public struct ConfusionTable: Sendable {
  /// Most characters that were seen for one part.
  static let longestSeen = 4

  /// One way in which one or two letters were read.
  struct Rule: Hashable, Sendable {
    var meant: [UInt32]
    var seen: [UInt32]
    /// Negative logarithm of the probability, nats.
    var cost: Float
  }

  let rules: [Rule]

  init(rules: [Rule]) { self.rules = rules }

  /// Reads a table; rows without three fields are passed over.
  ///
  /// - Throws: `Failure` if the file is missing, empty or cannot be mapped.
  public init(contentsOf path: String) throws(Failure) {
    let file = try MappedFile(path: path)
    rules = file.withBytes { bytes in
      var rules: [Rule] = []
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if let rule = Self.rule(UnsafeBufferPointer(rebasing: bytes[start..<end])) { rules.append(rule) }
        start = end + 1
      }
      return rules
    }
  }

  private static func rule(_ row: UnsafeBufferPointer<UInt8>) -> Rule? {
    let tab = UInt8(ascii: "\t")
    guard let first = row.firstIndex(of: tab), let second = row[(first + 1)...].firstIndex(of: tab),
      let cost = decimal(row[(second + 1)...])
    else { return nil }
    return Rule(meant: scalars(row, 0..<first), seen: scalars(row, (first + 1)..<second), cost: cost)
  }

  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt32] {
    var result: [UInt32] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: position, end: range.upperBound)
      result.append(scalar)
      position += length
    }
    return result
  }

  /// A plain decimal number; nil where it has another sign. A table has thousands of numbers, and the general
  /// conversion takes ten times as long.
  private static func decimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Float? {
    var value = 0, scale = 1, isFraction = false
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if value > 1_000_000 { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
      case UInt8(ascii: "."): isFraction = true
      default: return nil
      }
    }
    return digits.isEmpty ? nil : Float(value) / Float(scale)
  }

  /// The table as text, in the order of its rules.
  func tabSeparated() -> String {
    func text(_ scalars: [UInt32]) -> String {
      String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
    return "meant\tseen\tcost\n"
      + rules.map { "\(text($0.meant))\t\(text($0.seen))\t\((Double($0.cost) * 100).rounded() / 100)\n" }.joined()
  }
}
