internal import DocumentModel
internal import Vietnamese

/// Puts the signs of a recipient right that have one form in every list: `(b/©)` is `(b/c)`, and the file copy begins with a
/// colon and the registry (`Lưu: VT, TH`; Nghị định 30/2020/NĐ-CP, Phụ lục I, box 9b).
enum RecipientSigns {
  /// What the `c` of `b/c` (báo cáo) is read as.
  private static let misreadReport = Set("©€¢e6")
  /// What the registry, `VT`, is read as.
  private static let misreadRegistry: Set<String> = ["VI", "V1", "VL", "VTT", "VÏ", "VÌ"]

  static func mended(_ recipient: Passage, isFileCopy: Bool) -> Passage {
    let isScan = recipient.words.contains { $0.box != nil }
    var words = recipient.words
    for index in words.indices {
      let next = words.indices.contains(index + 1) ? words[index + 1].text : nil
      var text = report(in: words[index].text)
      if isFileCopy { text = fileCopy(text, at: index) }
      if isScan { text = bracket(text) }
      if isScan, let next { text = comma(text, before: next) }
      if text != words[index].text { (words[index].text, words[index].isInferred) = (text, true) }
    }
    return Passage(words: isFileCopy && isScan ? words.flatMap(parted) : words)
  }

  /// The offices of the file copy one by one: `VT,.TH` is `VT, TH`.
  private static func parted(_ word: PlacedWord) -> [PlacedWord] {
    let pieces = word.text.split(separator: ",").map { $0.drop { $0 == "." } }
    guard pieces.count > 1, pieces.allSatisfy({ $0.first?.isUppercase ?? false }) else { return [word] }
    return pieces.enumerated().map { index, piece in
      var part = word
      part.text = piece + (index + 1 < pieces.count || word.text.hasSuffix(",") ? "," : "")
      part.isInferred = true
      return part
    }
  }

  /// `(b/C)`: what stands in the brackets behind a recipient is in small letters.
  private static func bracket(_ word: String) -> String {
    guard word.hasPrefix("("), word.contains("/"), word.count <= longestPurpose,
      word.dropFirst().first?.isLowercase == true
    else { return word }
    return lowercased(word)
  }

  /// Letters and signs of the longest purpose: `(b/cáo);`.
  private static let longestPurpose = 8

  /// What stands in brackets behind recipients, and without the stroke that a scan loses.
  private static let purposes = ["bc": "b/c", "th": "t/h", "tb": "t/b", "ph": "p/h"]

  /// The recipients with the strokes of their brackets, where others of the list have them: `(để th)` beside `(để b/c)`.
  static func slashed(_ recipients: [Passage]) -> [Passage] {
    let isUsual = recipients.contains { $0.words.last?.text.holdsPurpose ?? false }
    guard isUsual else { return recipients }
    return recipients.map { recipient in
      var words = recipient.words
      guard let last = words.popLast(), last.box != nil, last.text.hasSuffix(")"),
        let purpose = purposes[last.text.filter(\.isLetter)]
      else { return recipient }
      var mended = last
      mended.text = (last.text.hasPrefix("(") ? "(" : "") + purpose + ")"
      mended.isInferred = true
      return Passage(words: words + [mended])
    }
  }

  private static func report(in word: String) -> String {
    guard word.utf8.contains(UInt8(ascii: "/")) else { return word }
    var signs = Array(word)
    guard let stroke = signs.firstIndex(of: "/"), stroke > 0, signs[stroke - 1] == "b", stroke + 1 < signs.count,
      misreadReport.contains(signs[stroke + 1])
    else { return word }
    signs[stroke + 1] = "c"
    return String(signs)
  }

  private static func fileCopy(_ word: String, at index: Int) -> String {
    let sign = word.last.flatMap { ";.".contains($0) ? $0 : nil }
    let bare = sign == nil ? word : String(word.dropLast())
    switch index {
    case 0: return sign == nil ? word : bare + ":"
    case 1: return registry(word)
    default: return word
    }
  }

  /// The word behind `Lưu:`, with a comma where another sign was read.
  private static func registry(_ word: String) -> String {
    let ending = word.hasSuffix(",") || word.hasSuffix(";") ? "," : ""
    let bare = word.filter { $0.isLetter || $0.isNumber }
    if folded(bare).wholeMatch(of: /V[AITV1]T/) != nil || misreadRegistry.contains(bare) { return "VT" + ending }
    return word.hasSuffix(";") ? word.dropLast() + "," : word
  }

  /// A recipient is no sentence: a point behind a whole word, or before a small letter, is a comma.
  private static func comma(_ word: String, before next: String) -> String {
    guard word.hasSuffix("."), let first = next.first, first.isLetter else { return word }
    let bare = String(word.dropLast())
    let isWord = bare.count > 2 && bare.dropFirst().allSatisfy(\.isLowercase) && Syllable.isValid(lowercased(bare))
    return first.isLowercase || isWord ? bare + "," : word
  }
}

extension String {
  /// Whether it has what stands in brackets behind recipients, with its stroke and its closing bracket: `b/c)`.
  fileprivate var holdsPurpose: Bool {
    let bytes = Array(utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == .slash, index > 0, bytes[index - 1].isSmallLetter else { return false }
      let rest = bytes[(index + 1)...].drop(while: \.isSmallLetter)
      return rest.startIndex > index + 1 && rest.first == .closeBracket
    }
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
