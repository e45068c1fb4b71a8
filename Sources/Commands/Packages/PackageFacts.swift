internal import Archive
internal import DocumentModel
internal import Packages

/// A fact that an archivist states once, since no paper and no inventory has it.
struct PackageFact: Sendable {
  var name: String
  var meaning: Message
  /// Values that are allowed; empty for any.
  var values: [String] = []
  var standard = ""

  static let all: [PackageFact] = [
    PackageFact(
      name: "archive-code",
      meaning: Message("fact", vi: "Mã cơ quan lưu trữ", en: "code of the archive")),
    PackageFact(
      name: "agency-code",
      meaning: Message(
        "fact", vi: "Mã định danh cơ quan (thay mã phông trong mã hồ sơ)",
        en: "code of the agency, in place of the fonds' in file codes")),
    PackageFact(
      name: "agency-name", meaning: Message("fact", vi: "Tên cơ quan đóng gói", en: "name of the agency that packs")),
    PackageFact(
      name: "fonds-code",
      meaning: Message(
        "fact", vi: "Mã phông, nếu mục lục ghi tên phông", en: "code of the fonds, where the inventory has its name")),
    PackageFact(
      name: "year-of-code",
      meaning: Message(
        "fact", vi: "Năm trong mã hồ sơ: năm đầu, năm cuối, hay không có",
        en: "year in file codes: the first, the last, or none"),
      values: ["start", "end", "none"], standard: "start"),
    PackageFact(
      name: "catalogue-in-code",
      meaning: Message("fact", vi: "Mã hồ sơ có số mục lục", en: "file codes name the catalogue"),
      values: ["yes", "no"], standard: "yes"),
    PackageFact(
      name: "storage",
      meaning: Message("fact", vi: "Kho/giá, cho mã hồ sơ giấy", en: "store and shelf, for the code of the paper file")),
    PackageFact(
      name: "risk-recovery", meaning: Message("fact", vi: "Chế độ dự phòng", en: "whether there is a backup regime"),
      values: ["0", "1"]),
    PackageFact(
      name: "risk-recovery-status", meaning: Message("fact", vi: "Tình trạng dự phòng", en: "state of the backup"),
      values: ["01", "02"]),
    PackageFact(
      name: "historical",
      meaning: Message(
        "fact", vi: "Nộp vào lưu trữ lịch sử (chỉ nhận vĩnh viễn)",
        en: "for a historical archive, which takes permanent files only"),
      values: ["yes", "no"], standard: "no"),
  ]
}

/// What an archive has settled about its packages: facts, and choices where readers of the circular differ. Both are
/// settings of the archive's file, under `package.` and their names.
struct PackageSettings {
  private(set) var values: [String: String] = [:]
  let rules: PackageRules

  /// - Throws: a `Failure` where the archive cannot be read.
  init(_ archive: Archive, rules: PackageRules) throws(Failure) {
    self.rules = rules
    for name in PackageFact.all.map(\.name) + rules.choices.map(\.name) {
      values[name] = try archive.setting("package.\(name)")
    }
  }

  subscript(name: String) -> String {
    values[name] ?? PackageFact.all.first { $0.name == name }?.standard ?? ""
  }

  var choices: PackageChoices {
    PackageChoices(values.filter { name, _ in rules.choices.contains { $0.name == name } })
  }

  /// Writes `NAME=VALUE`; an empty value takes what was set back.
  ///
  /// - Throws: a `Failure` for a name or a value that is none, and where the archive cannot be written.
  mutating func set(_ text: String, in archive: Archive) throws(Failure) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else { throw Failure(.badArguments, .noSetting(text)) }
    let allowed =
      PackageFact.all.first { $0.name == sides[0] }?.values ?? rules.choices.first { $0.name == sides[0] }?.values
    guard let allowed else { throw Failure(.badArguments, .noSetting(sides[0])) }
    if !sides[1].isEmpty, !allowed.isEmpty, !allowed.contains(sides[1]) {
      throw Failure(.badArguments, .noValue(sides[1], of: sides[0], allowed))
    }
    try archive.set("package.\(sides[0])", to: sides[1])
    values[sides[0]] = sides[1].isEmpty ? nil : sides[1]
  }
}

extension Message {
  static func noSetting(_ name: String) -> Message {
    Message(
      "no-such-setting", vi: "Không có thiết đặt “\(name)”. Xem tên: sohoa package settings; đặt: TÊN=GIÁ-TRỊ",
      en: "There is no setting “\(name)”. For the names: sohoa package settings; to set one: NAME=VALUE")
  }

  static func noValue(_ value: String, of name: String, _ allowed: [String]) -> Message {
    Message(
      "no-such-value", vi: "“\(name)” không nhận “\(value)”. Chọn: \(allowed.joined(separator: ", "))",
      en: "“\(name)” cannot be “\(value)”. Choose: \(allowed.joined(separator: ", "))")
  }
}
