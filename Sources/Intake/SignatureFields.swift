internal import DocumentModel

/// The signature fields of a PDF, from `pdfsig`. What it says of their validity is left out: it does not know the
/// authorities that issue certificates in Vietnam, and a record must not claim what nobody checked.
enum SignatureFields {
  /// The fields in the order in which `pdfsig` lists them; empty where there are none, nil where the program was ended
  /// before it had listed all.
  static func read(from path: String) async throws(Failure) -> [Signature]? {
    let listed = try await PopplerTool(name: "pdfsig").run(["-nocert", path], on: path)
    return listed.wasEnded ? nil : parse(listed.text)
  }

  /// Blocks such as
  /// ```
  /// Signature #1:
  ///   - Signature Field Name: Signature1
  ///   - Signer Certificate Common Name: …
  /// ```
  static func parse(_ listed: String) -> [Signature] {
    var signatures: [Signature] = []
    for line in listed.split(separator: "\n") {
      // A name of several lines may hold any line; the count goes on only where the program goes on.
      if line == "Signature #\(signatures.count + 1):" { signatures.append(Signature(source: .field)) }
      guard let last = signatures.indices.last, line.hasPrefix("  - "), let colon = line.firstRange(of: ": ") else {
        continue
      }
      let value = String(line[colon.upperBound...])
      guard !value.isEmpty, value != "(null)" else { continue }
      signatures[last].take(value, named: line[..<colon.lowerBound].drop { !$0.isLetter })
    }
    return signatures
  }
}

extension Signature {
  fileprivate mutating func take(_ value: String, named name: Substring) {
    switch name {
    case "Signature Field Name": field = value
    case "Signer Certificate Common Name": signer = value
    case "Signer full Distinguished Name": organisation = Self.organisation(in: value)
    case "Signing Time": time = Self.isoTime(value)
    default: break
    }
  }

  /// The part `O=…` of a distinguished name; commas in it are escaped or quoted.
  private static func organisation(in name: String) -> String? {
    var value = ""
    var isQuoted = false, isInside = false, previous: Character = ","
    for character in "," + name {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted, previous != "\\" {
        if isInside { break }
        value = ""
      } else if character != "\"", character != "\\" {
        value.append(character)
        if value == "O=" { (isInside, value) = (true, "") }
      }
      previous = character
    }
    return isInside ? value : nil
  }

  /// `Jul 11 2025 09:12:05`, which `pdfsig` prints in the zone of its environment: UTC here.
  private static func isoTime(_ text: String) -> String? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = text.split(separator: " ")
    guard parts.count == 4, let month = months.firstIndex(of: String(parts[0])), let day = Int(parts[1]) else {
      return nil
    }
    return "\(parts[2])-\((month + 1).padded(to: 2))-\(day.padded(to: 2))T\(parts[3])Z"
  }
}
