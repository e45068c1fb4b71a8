import DocumentModel
import SampleDocuments
import Testing
import Vietnamese

@testable import Intake

/// A text in an encoding, and what is to be read of it.
private struct EncodedText: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]
  var lines: [String]
  var findings: [String] = []

  init(_ name: String, _ bytes: [UInt8], _ lines: [String], _ findings: [String] = []) {
    (testDescription, self.bytes, self.lines, self.findings) = (name, bytes, lines, findings)
  }

  /// Signs below U+0100 as one byte each.
  init(_ name: String, singleBytes: String, _ lines: [String], _ findings: [String] = []) {
    self.init(name, singleBytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, lines, findings)
  }

  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let units = Array("Kế hoạch\r\n🙂\n".utf16)

  static let all: [EncodedText] = [
    EncodedText("nothing", [], []), EncodedText("a mark alone", mark, []),
    EncodedText("UTF-8", Array("Số 1\nKế hoạch".utf8), ["Số 1", "Kế hoạch"]),
    EncodedText("UTF-8 with a mark", mark + Array("Số 1\n".utf8), ["Số 1"]),
    EncodedText(
      "UTF-16, low byte first", [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      ["Kế hoạch\r", "🙂"]),
    EncodedText(
      "UTF-16, high byte first", [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      ["Kế hoạch\r", "🙂"]),
    EncodedText("UTF-16 cut in a unit", [0xFF, 0xFE, 0x61, 0, 0x62], ["a\u{FFFD}"], ["invalid-utf8"]),
    EncodedText("UTF-16 with half a pair", [0xFE, 0xFF, 0xD8, 0x3D, 0, 0x61], ["\u{FFFD}a"], ["invalid-utf8"]),
    EncodedText(
      "TCVN3", singleBytes: "KÕ ho¹ch\nQuyÕt ®Þnh cña Uû ban nh©n d©n\n",
      ["Kế hoạch", "Quyết định của Uỷ ban nhân dân"],
      ["legacy-encoding"]),
    EncodedText(
      "VNI", singleBytes: "Quyeát ñònh veà vieäc ban haønh quy cheá", ["Quyết định về việc ban hành quy chế"],
      ["legacy-encoding"]),
    EncodedText(
      "Windows-1258", singleBytes: "Quyê\u{EC}t ðiònh cuÒa U\u{D2}y ban nhân dân\r\n\u{93}vêÌ viêòc\u{94}",
      ["Quyết định của Ủy ban nhân dân\r", "“về việc”"], ["legacy-encoding"]),
    EncodedText(
      "UTF-8 after TCVN3",
      "KÕ ho¹ch\nQuyÕt ®Þnh cña Uû ban\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        + Array("Tân Hòa, ngày 5\nThời hạn: Độc lập\n".utf8),
      ["Kế hoạch", "Quyết định của Uỷ ban", "Tân Hòa, ngày 5", "Thời hạn: Độc lập"], ["legacy-encoding"]),
    EncodedText(
      "TCVN3 as UTF-8", Array("KÕ ho¹ch l\u{AD}u tr÷ sè hãa tµi liÖu\nThời hạn\n".utf8),
      ["Kế hoạch lưu trữ số hóa tài liệu", "Thời hạn"], ["legacy-encoding"]),
    EncodedText("soft hyphens and joiners", Array("Kế ho\u{AD}ạch s\u{200D}ố".utf8), ["Kế hoạch số"]),
    EncodedText("letters of other alphabets", Array("Ðộc lập, báo сáo".utf8), ["Độc lập, báo cáo"]),
    EncodedText(
      "UTF-8 with broken bytes", Array("Kế hoạch\nSố ".utf8) + [0xE1, 0xBA, 0x20, 0xFF],
      ["Kế hoạch", "Số \u{FFFD} \u{FFFD}"], ["invalid-utf8"]),
    EncodedText("bytes of no known kind", [0x61, 0xFF, 0x62, 0xC3], ["a\u{FFFD}b\u{FFFD}"], ["invalid-utf8"]),
    EncodedText("NUL", Array("Số\u{0} 1\n".utf8), ["Số\u{FFFD} 1"], ["invalid-utf8"]),
    EncodedText("line ends of two kinds", Array("a\r\nb\n\rc".utf8), ["a\r", "b", "\rc"]),
    EncodedText("carriage returns alone", Array("Số 1\r\rKế hoạch\r".utf8), ["Số 1", "", "Kế hoạch"]),
    EncodedText("direction marks", Array("\u{202B}Số:\u{200F} 1\n\u{200E}\n".utf8), ["Số: 1", "\u{200E}"]),
    EncodedText("a mark inside", Array("a\n\u{FEFF}Số".utf8), ["a", "Số"]),
    EncodedText("decomposed", Array("E\u{302}\u{301}".utf8), ["E\u{302}\u{301}"]),
  ]
}

@Suite struct TextReaderTests {
  /// Reads bytes that come in pieces.
  private func read(_ bytes: [UInt8], pieces: Int) throws(Failure) -> (lines: [Line], reader: TextReader) {
    var rest = bytes[...]
    var reader = TextReader { count in
      let piece = rest.prefix(min(count, pieces))
      rest = rest.dropFirst(piece.count)
      return Array(piece)
    }
    var lines: [Line] = []
    while let stretch = try reader.next() { lines += stretch.lines }
    return (lines, reader)
  }

  @Test(arguments: EncodedText.all, [1, 3, 1 << 20])
  private func bytesBecomeLines(_ text: EncodedText, pieces: Int) throws {
    let (lines, reader) = try read(text.bytes, pieces: pieces)
    #expect(lines.map { Array($0.text.unicodeScalars) } == text.lines.map { Array($0.unicodeScalars) })
    #expect(lines.map(\.number) == Array(1..<(lines.count + 1)))
    #expect(reader.findings.map(\.message.code) == text.findings)
  }

  @Test func whatIsNotReadableIsCountedFromItsFirstLine() throws {
    let bytes = Array("Kế\nhoạch\n\u{0C}Số ".utf8) + [0xFF, 0x0A, 0x0A, 0xFF, 0x20, 0xFE]
    let finding = try #require(try read(bytes, pieces: 4).reader.findings.first)
    #expect(finding.provenance == Provenance(page: 2, line: 3))
    #expect(finding.message == .unreadableText(count: 3, line: 3))
  }

  /// An encoding that nobody knows: bytes from a table drawn at random.
  @Test func anUnknownEncodingIsRefused() throws {
    let words = "T\u{F1}\u{81}n h\u{BC}\u{C9}p ch\u{8D}\u{E3}nh qu\u{A6}\u{FA}n l\u{B3}\u{DE}c s\u{99}\u{E1} "
    let bytes = Array(repeatElement(words, count: 4).joined().unicodeScalars.map { UInt8($0.value) })
    let failure = #expect(throws: Failure.self) { try read(bytes, pieces: 99) }
    #expect(failure?.code == .badInput)
    #expect(failure?.message.code == "unknown-encoding")
  }

  @Test func aFormFeedBeginsAPage() throws {
    let lines = try read(Array("a\n\u{0C}“b”\nc \u{0C} d\n\u{0C}\u{0C}e".utf8), pieces: 9).lines
    #expect(lines.map(\.page) == [1, 2, 3, 5])
  }

  @Test func invisibleSignsStayInTheOriginal() throws {
    let words = try read(Array("\u{202E}Số\u{200B}: \u{200F} 1".utf8), pieces: 99).lines.flatMap(\.words)
    #expect(words.map(\.text) == ["Số:", "1"])
    #expect(words.map(\.original) == ["\u{202E}Số\u{200B}:", "1"])
  }

  /// Longer than a stretch, so that it is cut several times, with empty lines and without.
  @Test(arguments: ["Kế hoạch số một\n", "Kế hoạch\n\n", "Kế hoạch\r", "KÕ ho¹ch\n"])
  func aLongTextKeepsItsLines(_ row: String) throws {
    let isLegacy = row.contains("Õ")
    let once = isLegacy ? row.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(row.utf8)
    let bytes = Array(repeatElement(once, count: TextReader.length * 5 / once.count).joined())
    let (lines, reader) = try read(bytes, pieces: 70_001)
    #expect(lines.count == bytes.count { $0 == reader.lineEnd.utf8.first })
    #expect(Set(lines.map(\.text)).isSubset(of: ["Kế hoạch số một", "Kế hoạch", ""]))
  }

  @Test func aLineOfMegabytesComesInParts() async throws {
    let long = String(repeating: "Kế hoạch  số một\t", count: TextReader.length), text = "đầu\n" + long + "\ncuối\n"
    let (lines, _) = try read(Array(text.utf8), pieces: 99_991)
    #expect(lines.count > 4 && lines.map(\.number).last == 3)
    #expect(Set(lines.dropFirst().dropLast().map(\.number)) == [2])
    #expect(lines.dropFirst().dropLast().map(\.text).joined() == long)
    let folder = try TemporaryFolder()
    let input = Input(path: try folder.write(text, to: "a.txt"), kind: .text, name: "a")
    #expect(try await InputReader().open(input).text.map(\.text) == ["đầu", long, "cuối", ""])
  }

  @Test func noLineIsEverLost() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let alphabet: [UInt8] = [0x0A, 0x61, 0xC3, 0xE1, 0xBA, 0xBF, 0xFF, 0x00, 0x0D]
      var bytes = (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      bytes[0] = 0x61
      let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      do {
        #expect(try read(bytes, pieces: 7).lines.count == parts.count - (parts.last?.isEmpty == true ? 1 : 0))
      } catch {
        // A text of such bytes alone is refused as a whole.
        #expect(error.message.code == "unknown-encoding")
      }
    }
  }

  @Test func aFolderIsNotReadAsText() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Failure.self) {
      var reader = try TextReader(path: folder.path)
      _ = try reader.next()
    }
  }
}
