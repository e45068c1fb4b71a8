internal import Grammar
internal import Vietnamese

/// What an assignment line is called, and where its value begins.
struct AssignmentLabel: Sendable {
  var role: Vocabulary.Role
  /// Of the label.
  var start: Int
  /// Behind its colon.
  var end: Int
}

/// The rules that know the label of an assignment line. A colon must follow: “chủ trì” inside a sentence or a name is
/// no label.
struct LabelRules: Sendable {
  /// A place in a line where a label may begin.
  struct Place: Sendable {
    var text: LooseText
    var offset: Int
  }

  typealias Book = RuleBook<Place, AssignmentLabel>
  typealias Finding = Book.Finding

  /// At the beginning of a line.
  let opening: Book
  /// Further on in it: only a label that was read letter by letter.
  let following: Book

  /// A label of at least so many words may have a dash behind it in place of a colon.
  init(_ labels: PhraseTable<Vocabulary.Role>, wordsBeforeDash: Int = AssignmentLimits.wordsOfDashedLabel) {
    let wording = Self.wording(labels)
    opening = Book(
      "What does this line give?",
      [wording, Self.dashed(labels, words: wordsBeforeDash), Self.near(labels), Self.longer(labels)])
    following = Book("What does this part of the line give?", [wording])
  }

  private static func wording(_ labels: PhraseTable<Vocabulary.Role>) -> Rule<Place, AssignmentLabel> {
    Rule(
      "label.wording", certainty: AssignmentCertainties.label,
      examples: [
        RuleExample("Chủ trì thực hiện: Công an xã", "lead"), RuleExample("phoi hop : các phòng", "cooperating"),
        RuleExample("Chủ trì, gắn kết việc triển khai Kế hoạch: bảo đảm", nil), RuleExample("Chủ trì Đề án 06", nil),
      ]
    ) { place in
      guard let match = labels.match(in: place.text, at: place.offset) else { return nil }
      var cursor = Cursor(place.text, at: match.range.upperBound)
      cursor.skipSpaces()
      guard cursor.take(.colon) else { return nil }
      return AssignmentLabel(role: match.value, start: place.offset, end: cursor.offset)
    }
  }

  /// A dash in place of the colon. Two words and a dash may be a title: `Thời gian - địa điểm`.
  private static func dashed(_ labels: PhraseTable<Vocabulary.Role>, words: Int) -> Rule<Place, AssignmentLabel> {
    Rule(
      "label.dashed", certainty: AssignmentCertainties.label,
      examples: [
        RuleExample("Đơn vị chủ trì – Công an xã", "lead"), RuleExample("Thoi gian hoan thanh - Quy I", "deadline"),
        RuleExample("Thời gian - địa điểm", nil), RuleExample("Đơn vị chủ trì - phối hợp: Công an xã", nil),
      ]
    ) { place in
      let text = place.text
      guard let match = labels.match(in: text, at: place.offset), text.firstIndex(of: .colon) == nil,
        text[match.range].split(separator: " ").count >= words
      else { return nil }
      var cursor = Cursor(text, at: match.range.upperBound)
      guard cursor.take(.space), cursor.take(.hyphen), cursor.take(.space) else { return nil }
      return AssignmentLabel(role: match.value, start: place.offset, end: cursor.offset)
    }
  }

  /// With a letter in six misread.
  private static func near(_ labels: PhraseTable<Vocabulary.Role>) -> Rule<Place, AssignmentLabel> {
    Rule(
      "label.misread", certainty: AssignmentCertainties.label,
      examples: [
        RuleExample("Cha tri thuc hién: Công an xã", "lead"), RuleExample("Thot gian hoàn thành: 31/12", "deadline"),
        RuleExample("Chợ trời: chín giờ", nil),
      ]
    ) { place in
      let text = place.text
      guard let colon = text.firstIndex(of: .colon, from: place.offset),
        colon - place.offset <= AssignmentLimits.longestLabel,
        let role = labels.nearest(to: text, in: text.trimmed(place.offset..<colon))
      else { return nil }
      return AssignmentLabel(role: role, start: place.offset, end: colon + 1)
    }
  }

  /// A known label with few words more: `Đơn vị chủ trì tham mưu`.
  private static func longer(_ labels: PhraseTable<Vocabulary.Role>) -> Rule<Place, AssignmentLabel> {
    Rule(
      "label.longer", certainty: AssignmentCertainties.label,
      examples: [
        RuleExample("Đơn vị chủ trì tham mưu: Công an xã", "lead"),
        RuleExample("Thời gian hoàn thành dự kiến: Quý I", "deadline"),
        RuleExample("Chủ trì cuộc họp: ông Nguyễn Văn A", nil),
        RuleExample("Đơn vị chủ trì, các phòng gắn kết: bảo đảm", nil),
      ]
    ) { place in
      let text = place.text
      guard let colon = text.firstIndex(of: .colon, from: place.offset),
        colon - place.offset <= AssignmentLimits.longestLabel, let match = labels.match(in: text, at: place.offset),
        text[match.range].split(separator: " ").count >= AssignmentLimits.wordsOfSureLabel,
        match.range.upperBound < colon, text.plain[match.range.upperBound] == .space
      else { return nil }
      let rest = text[match.range.upperBound..<colon].split(separator: " ")
      guard rest.count <= AssignmentLimits.wordsMore else { return nil }
      return AssignmentLabel(role: match.value, start: place.offset, end: colon + 1)
    }
  }
}
