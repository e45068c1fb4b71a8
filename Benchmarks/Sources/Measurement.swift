import Foundation

/// One figure.
struct Measurement: Codable {
  var name: String
  var value: Double
  var unit: String
  /// What is asked of it, as a person writes it; empty where nothing is.
  var asked: String

  init(_ name: String, _ value: Double, _ unit: String, asked: String = "") {
    (self.name, self.value, self.unit, self.asked) = (name, value, unit, asked)
  }

  /// A row of the table: rounded to what the measuring can tell.
  var row: String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let number = String(format: "%.\(digits)f", value)
    return "| \(name) | \(number) \(unit) | \(asked) |"
  }

  static let heading = "| what | figure | asked |\n|---|---|---|"

  static func json(_ measurements: [Measurement]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(measurements), as: UTF8.self)
  }
}
