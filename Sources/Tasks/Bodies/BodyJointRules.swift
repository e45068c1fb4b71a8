internal import Grammar
internal import Vietnamese

/// Tells whether a comma, a semicolon, “và” or a dash parts two bodies, or stands inside the name of one: `Phòng Kinh tế,
/// Hạ tầng và Đô thị`.
struct BodyJointRules: Sendable {
  /// A sign or word between two pieces of a list of bodies.
  struct Joint: Sendable {
    var text: LooseText
    /// Of the sign or word with the spaces around it.
    var range: Range<Int>
    /// Where the piece before it begins.
    var start: Int
    /// It stands in a name that has such a joint of its own.
    var isInName: Bool

    fileprivate var sign: UInt8 { text.plain[range.lowerBound] }
    /// A cell can list its bodies by dashes: `- Sở Tài chính - Sở Nội vụ`.
    fileprivate var isDash: Bool { text.plain[range].contains(.hyphen) }
  }

  /// Whether the joint parts two bodies.
  typealias Book = RuleBook<Joint, Bool>

  /// Examples are whole lists, written with the bodies that they hold parted by `|`.
  let book: Book
  private let words: BodyWords

  init(_ phrases: Phrases) {
    let words = BodyWords(phrases)
    self.words = words
    book = Book(
      "Does this part two bodies?",
      [
        Self.inName, Self.semicolon, Self.beforeNoBody(words), Self.dash, Self.behindBareHead(words),
        Self.beforeBody,
      ])
  }

  /// Whether the joint parts two bodies, and the rule that says so.
  func finding(of joint: Joint) -> Book.Finding? { book.answer(to: joint) }

  private static let inName = rule(
    "joint.in-name",
    [
      ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã"),
      ("Văn phòng HĐND - UBND; Phòng Kinh tế", "Văn phòng HĐND - UBND|Phòng Kinh tế"),
      ("Báo và Đài Phát thanh - Truyền hình tỉnh", "Báo và Đài Phát thanh - Truyền hình tỉnh"),
      (
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường và các đơn vị có liên quan",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường|các đơn vị có liên quan"
      ),
    ]
  ) { $0.isInName ? false : nil }

  private static let semicolon = rule(
    "joint.semicolon",
    [
      ("Viettel; VNPT khu vực; Trưởng các thôn, bản.", "Viettel|VNPT khu vực|Trưởng các thôn, bản"),
      ("Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị|Công an phường"),
      ("Các sở, ban, ngành; UBND các xã, phường", "Các sở, ban, ngành|UBND các xã, phường"),
    ]
  ) { $0.sign == .semicolon ? true : nil }

  /// What follows is more of the same name, or a word of a set.
  private static func beforeNoBody(_ words: BodyWords) -> Rule<Joint, Bool> {
    rule(
      "joint.before-no-body",
      [
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch|Sở Nội vụ"),
        ("Các cơ quan, đơn vị, địa phương liên quan", "Các cơ quan, đơn vị, địa phương liên quan"),
        ("Công an xã, Đoàn Thanh niên xã và các thôn, bản", "Công an xã|Đoàn Thanh niên xã|các thôn, bản"),
        (
          "Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin.",
          "Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin"
        ),
      ]
    ) { words.beginsBody($0.text, at: $0.range.upperBound) ? nil : false }
  }

  private static let dash = rule(
    "joint.dash",
    [
      ("- Sở Tài chính - Sở Nội vụ - Công an tỉnh", "Sở Tài chính|Sở Nội vụ|Công an tỉnh"),
      ("Phòng Tổ chức - Phòng Nội vụ", "Phòng Tổ chức - Phòng Nội vụ"),
    ]
  ) { joint in joint.isDash ? joint.text.plain.first == .hyphen : nil }

  /// `Báo và Đài …` is one body: the left piece is no more than such a word.
  private static func behindBareHead(_ words: BodyWords) -> Rule<Joint, Bool> {
    rule("joint.behind-bare-head", [("Sở, Ban Tổ chức", "Sở, Ban Tổ chức")]) { joint in
      words.isBareHead(joint.text, joint.start..<joint.range.lowerBound) ? false : nil
    }
  }

  /// A body's name begins behind a comma or “và”.
  private static let beforeBody = rule(
    "joint.before-body",
    [
      ("Sở Nông nghiệp và Môi trường, Sở Tài chính", "Sở Nông nghiệp và Môi trường|Sở Tài chính"),
      ("Các phòng thuộc UBND xã và các đơn vị có liên quan.", "Các phòng thuộc UBND xã|các đơn vị có liên quan"),
      ("Các sở, ban, ngành và UBND các xã, phường", "Các sở, ban, ngành|UBND các xã, phường"),
      ("Trạm Y tế, trưởng các thôn, bản", "Trạm Y tế|trưởng các thôn, bản"),
      (
        "Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội",
        "Mặt trận Tổ quốc tỉnh|các tổ chức chính trị - xã hội"
      ),
    ]
  ) { _ in true }

  private static func rule(
    _ name: String, _ examples: [(String, String)], match: @escaping @Sendable (Joint) -> Bool?
  ) -> Rule<Joint, Bool> {
    Rule(
      name, certainty: BodyCertainties.joint, examples: examples.map { RuleExample($0.0, $0.1) }, match: match)
  }
}

/// The words that names of bodies begin with.
struct BodyWords: Sendable {
  private let heads, generics, setWords: PhraseTable<Bool>
  private let bareHeads: Set<String>

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    generics = phrases.names(.generic)
    setWords = phrases.table(.setWord, .body)
    bareHeads = phrases.words(.bareHead, .body)
  }

  /// A body's name begins here: with a capital and a head, or with a word in small letters and a name or a set behind it.
  func beginsBody(_ text: LooseText, at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    if text.scalars[offset].isCapital { return heads.match(in: text, at: offset) != nil }
    // `các sở, ban, ngành`: a bare small word is a part of the set, not a body.
    guard let generic = generics.match(in: text, at: offset)?.range else { return false }
    let next = text.skipping([.space], from: generic.upperBound)
    guard next > generic.upperBound, next < text.count else { return false }
    return setWords.match(in: text, at: offset)?.range == generic || text.scalars[next].isCapital
  }

  /// The piece is no more than a word that shares its name with what follows.
  func isBareHead(_ text: LooseText, _ piece: Range<Int>) -> Bool {
    let piece = text.trimmed(piece)
    guard let head = heads.match(in: text, at: piece.lowerBound)?.range, head.upperBound >= piece.upperBound else {
      return false
    }
    return bareHeads.contains(lowercased(text[piece]))
  }
}
