internal import DocumentModel
internal import Intake

extension InspectedTextLayer {
  /// A layer over a scan that leaves print uncovered is left out by recognition, good as its words may be.
  static let leastCoverage = 0.8

  /// The verdict on words that read as Vietnamese and yet are not taken, since they leave print uncovered.
  public static let uncovered = "uncovered"

  /// Of a page of a text, whose words are all that there is.
  init(plainText lines: [Line]) {
    let words = lines.reduce(0) { $0 + $1.words.count }
    self.init(verdict: TextLayerVerdict.trusted.rawValue, words: words, coverage: nil, why: .plainText(words))
  }

  init(_ report: TextLayerReport, coverage: Double? = nil) {
    let isUncovered = report.verdict == .trusted && (coverage ?? 1) <= Self.leastCoverage
    verdict = isUncovered ? Self.uncovered : report.verdict.rawValue
    words = report.words
    self.coverage = coverage
    why =
      switch report.verdict {
      case .absent: .noWords
      case .overlay: .fewWords(report.words)
      case .unreadable: .strangeWords(report)
      case .trusted where isUncovered: .uncovered(report, share: coverage ?? 0)
      case .trusted: .vietnameseWords(report)
      }
  }
}

extension Message {
  fileprivate static var noWords: Message {
    Message("text-layer-absent", vi: "trang không mang từ nào", en: "the page carries no words")
  }

  fileprivate static func fewWords(_ count: Int) -> Message {
    Message(
      "text-layer-overlay", vi: "chỉ \(count) từ: chữ ký số, số trang",
      en: "\(Language.counted(count, "word")) only: a signature, a page number")
  }

  fileprivate static func strangeWords(_ report: TextLayerReport) -> Message {
    let (letters, syllables) = (percent(report.vietnamese), percent(report.syllables))
    return Message(
      "text-layer-unreadable",
      vi: "\(letters) % từ có chữ riêng của tiếng Việt, \(syllables) % là âm tiết tiếng Việt",
      en: "\(letters) % of the words have a letter of Vietnamese, \(syllables) % are Vietnamese syllables")
  }

  fileprivate static func vietnameseWords(_ report: TextLayerReport) -> Message {
    if report.writer != .unknown {
      return Message(
        "text-layer-trusted", vi: "\(report.words) từ do chương trình tạo trang ghi ra",
        en: "\(Language.counted(report.words, "word")), written by the program that made the page")
    }
    return Message(
      "text-layer-trusted", vi: "\(report.words) từ đọc được là tiếng Việt",
      en: "\(Language.counted(report.words, "word")) that read as Vietnamese")
  }

  fileprivate static func plainText(_ words: Int) -> Message {
    Message("text-is-plain", vi: "văn bản: \(words) từ", en: "a text: \(Language.counted(words, "word"))")
  }

  fileprivate static func uncovered(_ report: TextLayerReport, share: Double) -> Message {
    Message(
      "text-layer-uncovered",
      vi: "\(report.words) từ, nhưng chỉ phủ \(percent(share)) % chữ in: trang sẽ được nhận dạng lại",
      en:
        "\(Language.counted(report.words, "word")), but they cover only \(percent(share)) % of the print: the page will be recognised"
    )
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
