/// What an archive chose where readers of the circular differ, by name (`dictionaries/packages/choices.tsv`).
public struct PackageChoices: Sendable, Codable, Hashable {
  public var values: [String: String]

  public init(_ values: [String: String] = [:]) { self.values = values }

  /// What was chosen, or what the table says where nothing was; empty for a name that the table has not.
  public subscript(name: String, rules: PackageRules) -> String {
    values[name] ?? rules.choices.first { $0.name == name }?.standard ?? ""
  }
}

extension PackageChoices {
  /// The choices that the table does not know, or whose value it does not allow, by name.
  public func unknown(to rules: PackageRules) -> [String] {
    values.filter { name, value in
      rules.choices.first { $0.name == name }.map { !$0.values.contains(value) } ?? true
    }.keys.sorted()
  }

  /// The address that `PROFILE` of the root has.
  func profile(_ rules: PackageRules) -> String {
    switch self["root-profile", rules] {
    case "ra.ee": "http://www.ra.ee/METS/v01/IP.xml"
    case "e-ark-sip": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
    default: Self.profileOfCSIP
    }
  }

  static let profileOfCSIP = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"
}
