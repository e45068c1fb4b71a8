internal import Vietnamese

/// Puts the first word of a body's name right where its marks were misread and no other word can stand there: `Tờ Tin
/// học`, `Số Nội vụ`, `Trường các thôn`. Names of places begin with none of these.
enum BodyHeads {
  /// By the word without marks.
  private static let heads = [
    "to": "Tổ", "so": "Sở", "phong": "Phòng", "hoi": "Hội", "doan": "Đoàn", "doi": "Đội", "tram": "Trạm",
  ]
  /// What has a head of its own (`Trưởng các thôn`), where a school would have a name.
  private static let headed: Set<String> = ["các", "thôn", "bản", "ấp", "khu", "phòng", "ban", "tổ", "đoàn"]

  static func repaired(_ name: String) -> String { withHead(withWard(name)) }

  /// `Hội Nông dân phương` is a ward's; `địa phương` stays.
  private static func withWard(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, words.last == "phương", let before = words.dropLast().last,
      !["địa", "đa", "song", "bốn", "đối", "tứ"].contains(before.lowercased())
    else { return name }
    return name.dropLast("phương".count) + "phường"
  }

  private static func withHead(_ name: String) -> String {
    let words = name.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count > 1, let first = words.first, first.first?.isUppercase ?? false else { return name }
    let rest = name.dropFirst(first.count)
    if lowercased(first) == "trường" { return headed.contains(words[1]) ? "Trưởng" + rest : name }
    guard let head = heads[looseKey(first)], lowercased(first) != lowercased(head),
      !first.dropFirst().contains(where: \.isUppercase)
    else { return name }
    return head + rest
  }
}
