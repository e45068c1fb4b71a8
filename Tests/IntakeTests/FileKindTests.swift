import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

@Suite struct FileKindTests {
  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), .pdf), ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
      ([0x50, 0x4B, 3, 4], .zip), ([0xD0, 0xCF, 0x11, 0xE0], .word), ([], .empty),
      (Array("MZ\u{0}\u{3}".utf8), .binary),
      ([0x0A], .text), ([0x61], .text),
    ] as [([UInt8], FileKind)])
  func isToldFromTheFirstBytes(_ bytes: [UInt8], _ kind: FileKind) {
    #expect(FileKind(startingWith: bytes) == kind)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE html><html>", .html), ("  \r\n<HTML lang=vi>", .html), ("\u{FEFF}<html>", .html),
      ("<!doctype HTML>", .html), ("Số: 05/KH-UBND", .text), ("<b>đậm</b>", .text), ("a\u{0C}b", .text),
      ("\u{1}\u{2}\u{3}\u{4}", .binary), ("{\\rtf1\\ansi Số: 05", .richText), ("%!PS-Adobe-3.0\n", .postScript),
      ("From: a@b.vn\nTo: c@d.vn\nSubject: Họp\n\nKính gửi", .mail), ("Date: 5\nTo: x\n\nKính gửi", .text),
      ("Subject: a\nTo: b\nKính gửi các đồng chí\nDate: c\n", .text),
    ] as [(String, FileKind)])
  func textAndHTMLAreToldApart(_ text: String, _ kind: FileKind) {
    #expect(FileKind(startingWith: Array(text.utf8)) == kind)
  }

  @Test(arguments: [(0, FileKind.pdf), (600, .pdf), (1100, .binary)])
  func aPDFMayHaveJunkBeforeIt(_ junk: Int, _ kind: FileKind) {
    #expect(FileKind(startingWith: Array(repeating: 1, count: junk) + Array("%PDF-1.4".utf8)) == kind)
  }

  @Test func utf16WithAMarkIsText() {
    #expect(FileKind(startingWith: [0xFF, 0xFE, 0x53, 0x00, 0xD1, 0x1E]) == .text)
    #expect(FileKind(startingWith: [0xFE, 0xFF, 0x00, 0x53, 0x1E, 0xD1]) == .text)
    #expect(FileKind(startingWith: [0x53, 0x00, 0xD1, 0x1E]) == .binary)
  }

  @Test(
    arguments: [
      ("corpus/scans/dev01_kh_xa_bullets.pdf", .pdf), ("corpus/scans/dev03_kh_tinh_landscape.tif", .tiff),
      ("corpus/scans/dev04_party_norules/page-01.jpg", .jpeg), ("corpus/scans/dev05_hist_1991.png", .png),
      ("seeds/000_9cda739d8d122082.txt", .text), ("corpus/sources/dev05_hist_1991/document.html", .html),
    ] as [(String, FileKind)])
  func theCorpusIsKnown(_ path: String, _ kind: FileKind) throws {
    #expect(FileKind(startingWith: try ReadOnlyFile.start(of: Repository.root + path)) == kind)
  }

  @Test func anyBytesAreSomeKind() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let kind = FileKind(startingWith: bytes)
      #expect((kind == .empty) == bytes.isEmpty)
    }
  }

  /// One in a text is a fault of the text; many are no text.
  @Test(arguments: [(1, FileKind.text), (30, .binary)])
  func aStrayNULIsStillText(_ count: Int, _ kind: FileKind) {
    let bytes = Array("Kế hoạch triển khai nhiệm vụ năm 2025\n".utf8)
    #expect(FileKind(startingWith: bytes + Array(repeating: 0, count: count) + bytes) == kind)
  }

  /// Each kind that is not read is named with what to do about it.
  @Test(arguments: FileKind.allCases) func whatIsNotReadHasAdvice(kind: FileKind) {
    let message = Message.unsupportedKind("a.x", kind)
    #expect(message.en.hasSuffix(kind.advice.en) && message.vi.hasSuffix(kind.advice.vi))
    if kind == .mail { #expect(message.en.contains("attachments") && message.vi.contains("đính kèm")) }
  }
}
