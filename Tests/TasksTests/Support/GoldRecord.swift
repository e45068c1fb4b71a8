import DocumentModel
import Foundation

/// The parts of a gold record that are scored.
struct GoldRecord: Decodable {
  struct Header: Decodable {
    var type, number, symbol, issuer, place, date, subject, addressee: String?
    var signer: Signer?
    var recipients: [String]?
  }
  struct Signer: Decodable { var title, name: String? }
  struct Section: Decodable { var label, title: String }
  struct Target: Decodable {
    var value: Double
    var unit: String
  }
  struct Reference: Decodable {
    var number, symbol: String
    var date: String?
  }
  struct Task: Decodable {
    var number, title, content: String
    var path: [String]
    var lead, cooperating: [String]
    var deadline: Deadline
    var product: String?
  }
  struct Deadline: Decodable {
    var text, due: String?
    var modes: [String]
  }

  var document: Header
  var references: [Reference]?
  var sections: [Section]?
  var targets: [Target]?
  var tasks: [Task]?

  /// A dossier's gold is a list of records.
  static func read(_ json: [UInt8]) throws -> [GoldRecord] {
    let decoder = JSONDecoder()
    if let list = try? decoder.decode([GoldRecord].self, from: Data(json)) { return list }
    return [try decoder.decode(GoldRecord.self, from: Data(json))]
  }
}
