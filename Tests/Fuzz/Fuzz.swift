import DocumentModel
import Foundation
import Grammar
import Layout
import SampleDocuments
import Structure
import Tasks

/// `sohoa-fuzz [COUNT] [SEED]`, run at the root of the repository: small inputs put together from what documents are made of, whole and damaged, go through
/// structure and tasks. A crash ends it, and the seed of the last thousand inputs is known; an input that breaks a rule
/// is printed, to be kept as a test.
@main struct Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let count = arguments.first ?? 100_000, seed = arguments.dropFirst().first ?? 1
    let subject = try Subject(dictionaries: "dictionaries")
    var broken = 0
    for number in 0..<count {
      if number % 1000 == 0 { note("\(number) of \(count), seed \(seed)\r") }
      var maker = InputMaker(seed: seed &* 0x1_0000_0001 &+ number)
      let lines = maker.lines()
      guard let rule = subject.brokenRule(lines) else { continue }
      broken += 1
      print("seed \(seed), input \(number): \(rule)\n\(lines.joined(separator: "\n"))\n")
    }
    print("\(count) inputs, \(broken) broke a rule")
    exit(broken == 0 ? 0 : 1)
  }

  private static func note(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// What is tried, and what must hold of whatever it makes.
struct Subject {
  private let tables: TextTables
  private let parser: DocumentParser
  private let extractor: RecordExtractor

  init(dictionaries: String) throws {
    func table(_ name: String) throws -> String {
      try String(contentsOfFile: dictionaries + "/" + name, encoding: .utf8)
    }
    let vocabulary = Vocabulary(
      labelTable: try table("labels.tsv"), documentTypeTable: try table("document-types.tsv"),
      bodyTable: try table("bodies.tsv"), verbTable: try table("verbs.tsv"),
      personTable: try table("person-names.tsv"))
    let phrases = Phrases(vocabulary)
    tables = TextTables(phrases)
    parser = DocumentParser(phrases)
    extractor = RecordExtractor(phrases)
  }

  func brokenRule(_ lines: [String]) -> String? {
    let page = Page(
      number: 1, origin: .text,
      blocks: lines.enumerated().map { .line(Line(parsing: $1, number: $0 + 1)) })
    var records: [DocumentRecord] = []
    // Time of the processor: on a busy machine a process may be set aside for seconds.
    let start = clock()
    records = parser.parse([tables.formed(in: page)]).map(extractor.record)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    if seconds > 5 { return "took \(seconds) s" }
    return records.lazy.compactMap { brokenRule($0, lines: lines.count) }.first
  }

  private func brokenRule(_ record: DocumentRecord, lines: Int) -> String? {
    for task in record.tasks {
      if task.content.isEmpty && task.raw == nil { return "a task without work: \(task.path)" }
      // A row of a table may leave its cells empty; that is said then.
      let isSaid = !record.tables.isEmpty && record.findings.contains { $0.message.code == "lead-missing" }
      if (task.lead + task.cooperating).isEmpty && task.raw == nil && !isSaid {
        return "a task for nobody: \(task.content)"
      }
      if (task.lead + task.cooperating).contains("") { return "a body without a name: \(task.content)" }
      guard let line = task.evidence["content"]?.provenance.line, (1...lines).contains(line) else {
        return "a task from nowhere: \(task.content)"
      }
    }
    if record.sections.contains(where: { $0.label.isEmpty || $0.level < 1 }) { return "a heading without a label" }
    if record.tables.contains(where: { table in table.rows.contains { $0.cells.isEmpty } }) { return "an empty row" }
    return nil
  }
}

/// Makes inputs: the same seed gives the same one everywhere.
struct InputMaker {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let pieces = [
    "I.", "II.", "III.", "H.", "11.", "1V.", "1.", "2.", "3.", "29,", "1.1.", "4.6.", "a)", "b)", "¢)", "d)", "đ)",
    "(1)", "-",
    "+", "*", "PHẦN I.", "Chương II", "Mục 1", "Điều 1:", "PHỤ LỤC", "PHỤ LỤC II", "Chủ trì:", "Chủ trì thực hiện:",
    "a) Nội dung:", "b) Đơn vị thực hiện:", "c) Thời gian:", "(Ban hành kèm theo", "quý 12026", "quý IV2026",
    "Phối hợp thực hiện:", "Phối hợp:", "Thời gian hoàn thành:", "Sản phẩm:", "Giao", "Công an xã", "Sở Khoa học và",
    "Công nghệ", "Phòng Văn hóa", "- Xã hội", "chủ trì, phối hợp với", "các phòng", "tổ chức", "rà soát", "Rà soát",
    "Hoàn thành", "trong tháng", "6/2025", "Đã hoàn thành", "Trước ngày 31/12/2025", "thường xuyên", "hằng quý",
    "Quý IV/2025", "31/02/2025", "MỤC TIÊU", "TỔ CHỨC THỰC HIỆN", "100%", "ít nhất 30%", "Kế hoạch số 02-KH/BCĐTW",
    "ngày 19/6/2025", "Nơi nhận:", "Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "T/M", "CHỦ TỊCH", "Nguyễn Văn A",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số:", "12/KH-UBND", "/KH-UBND", "KẾ HOẠCH",
    "QUYẾT ĐỊNH", "V/v", "Kính gửi:", "TT Nội dung nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian hoàn thành",
    "(13 nhiệm vụ)", "Về thể chế", "|", "]", ":", ";", ".", "(", ")", "“", "”", "./.", "⟦?⟧", "\t", "\u{C}", "\u{0}",
    "\u{301}", "ﬁ", "€", "ﬂ@", "Hﬂmﬂ", "mOBm", "đó", "và", "các", "là", "5", "12", "1.250.000", "đồng",
  ]

  /// Some inputs are tables, read across their columns or with tabs or wide spaces between them: those have grammars of
  /// their own.
  mutating func lines() -> [String] {
    guard random.below(100) == 0 else { return (0..<1 + random.below(5)).map { _ in line(" ") } }
    let gap = [" ", "\t", "    "][random.below(3)]
    let header = ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"]
    return [header.joined(separator: gap)] + (0..<6 + random.below(16)).map { row($0, gap) }
  }

  private mutating func line(_ gap: String) -> String {
    let pieces = (0..<random.below(5)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
    return damaged(pieces.joined(separator: gap))
  }

  private mutating func row(_ index: Int, _ gap: String) -> String {
    random.below(2) == 0 ? "\(index / 2 + 1)." + gap + line(gap) : line(gap)
  }

  /// One letter in a while is another one.
  private mutating func damaged(_ text: String) -> String {
    guard random.below(4) == 0 else { return text }
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices where random.below(12) == 0 {
      scalars[index] = Unicode.Scalar(UInt32(0x20 + random.below(0x3E0))) ?? "?"
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension SeededGenerator {
  /// A number from 0 up to one less than the limit.
  fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
